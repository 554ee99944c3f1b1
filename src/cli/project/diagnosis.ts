import { type Problem, ProblemsError } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";
import type { Block } from "../../render/sheet.ts";
import { UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import { checked } from "./checked.ts";
import { dataOf } from "./data.ts";
import { readProject } from "./project.ts";
import { type Origin, type Setting, type Settled, settle } from "./settle.ts";
import { shelfOf } from "./shelf.ts";
import { styleOf } from "./style.ts";

/** What `doctor` finds of the project: in a few words, and what stands against it, each with its place. */
export interface ProjectFound {
  readonly text: string;
  readonly problems: readonly string[];
  /** Every setting of `score` that is no default, with who said it. */
  readonly blocks: readonly Block[];
}

/** Reads the project as `score` would, without scoring. */
export async function lookAtProject(host: Host): Promise<ProjectFound> {
  const problems: string[] = [];
  const attempt = async <Made>(make: () => Made | Promise<Made>): Promise<Made | null> => {
    try {
      return await make();
    } catch (error) {
      problems.push(...wordsOf(error));
      return null;
    }
  };
  const project = await attempt(() => readProject(host));
  const settled = await attempt(() => settle({}, { project, env: host.env ?? {} }));
  if (settled !== null) await attempt(() => checked(settled, project));
  if (project !== null) {
    await attempt(() => styleOf(project));
    await attempt(() => dataOf(project));
    const framework = settled?.flags.framework ?? "";
    if (framework !== "") await attempt(() => shelfOf(host, project).framework(framework));
  }
  return { text: textOf(project), problems, blocks: settled === null ? [] : settingsTable(settled) };
}

function textOf(project: Project | null): string {
  if (project === null) return "none here or above (trust-audit init writes one)";
  const { file, framework, frameworkVersion, gates } = project;
  const pin = frameworkVersion === null ? "" : ` ${frameworkVersion}`;
  const about = framework === null ? "no framework" : `${framework}${pin}`;
  return `${file}: ${about}, ${gates.length} ${gates.length === 1 ? "gate" : "gates"}`;
}

function wordsOf(error: unknown): readonly string[] {
  if (error instanceof ProblemsError) return error.problems.map(problemWords);
  if (error instanceof UsageError) return [error.message];
  throw error;
}

function problemWords({ code, message, help, place }: Problem): string {
  const at = place === undefined ? "" : `${[place.file, place.line].filter((part) => part !== undefined).join(":")}: `;
  return `${at}${message}${help === undefined ? "" : ` ${help}`} (${code})`;
}

function settingsTable({ settings }: Settled): readonly Block[] {
  const rows = [...settings.values()].filter(({ origin }) => origin.kind !== "default");
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Settings of score that are not its defaults" },
    {
      kind: "table",
      columns: [{ title: "Setting" }, { title: "Value", wrapTo: 20 }, { title: "From", wrapTo: 20 }],
      rows: rows.map(({ name, values, origin }: Setting) => [name, values.join("; "), originWords(origin)]),
    },
  ];
}

function originWords(origin: Origin): string {
  switch (origin.kind) {
    case "project":
      return [origin.place.file, origin.place.line].filter((part) => part !== undefined).join(":");
    case "environment":
      return origin.variable;
    case "flag":
      return "the command line";
    case "default":
      return "default";
  }
}
