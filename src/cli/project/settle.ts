import type { Place } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";
import { looksLikePath } from "../../shelf/shelf.ts";
import { UsageError } from "../exit.ts";
import { type Settable, settableOptions } from "../reading-options.ts";
import type { ScoreFlags } from "../settings.ts";
import { inFolder, outputsIn } from "./folder.ts";

/** What was typed: nothing that is a default. */
export type GivenFlags = Partial<ScoreFlags>;

/** Who said it: the later of these wins, wholly. */
export type Origin =
  | { readonly kind: "default" }
  | { readonly kind: "project"; readonly path: readonly (string | number)[]; readonly place: Place }
  | { readonly kind: "environment"; readonly variable: string }
  | { readonly kind: "flag" };

export interface Setting {
  /** As it is typed, without dashes. */
  readonly name: string;
  /** As the command line would have them; empty: the default. */
  readonly values: readonly string[];
  readonly origin: Origin;
}

export interface Settled {
  readonly flags: ScoreFlags;
  /** Every setting by its name, in the order of the help. */
  readonly settings: ReadonlyMap<string, Setting>;
}

interface Sources {
  readonly project: Project | null;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Defaults < project file < environment < flags, each value with who said it. Throws UsageError of the environment alone. */
export function settle(given: GivenFlags, sources: Sources): Settled {
  const options = settableOptions();
  const chosen = options.map((option) => ({ option, setting: settingOf(option, given, sources) }));
  const framework = frameworkOf(given, sources);
  const output = outputOf(given, sources);
  const flags: ScoreFlags = {
    ...DEFAULTS,
    ...Object.fromEntries(chosen.flatMap(({ option, setting }) => flagOf(option, setting))),
    ...given,
    framework: framework.values[0] ?? "",
    ...(output.values.length === 0 ? {} : { output: output.values }),
  };
  const settings = [framework, ...chosen.map(({ setting }) => setting), output];
  return { flags, settings: new Map(settings.map((setting) => [setting.name, setting])) };
}

const DEFAULTS = { framework: "", onUnknown: "error", onRagged: "error", onDuplicate: "keep" } as const;

function settingOf(option: Settable, given: GivenFlags, { project, env }: Sources): Setting {
  const { name, long } = option;
  const typed = given[name];
  if (typed !== undefined) return { name: long, values: listOf(typed), origin: { kind: "flag" } };
  const said = environment(option, env);
  if (said !== null) return said;
  const values = project?.options.get(long);
  if (project === null || values === undefined) return { name: long, values: [], origin: { kind: "default" } };
  const path = ["score", long];
  return {
    name: long,
    values: values.map((value) => pathIn(project, name, value)),
    origin: { kind: "project", path, place: project.placeOf(path) },
  };
}

function listOf(typed: string | boolean | readonly string[]): readonly string[] {
  return typeof typed === "object" ? typed : [String(typed)];
}

/** Names of files begin where the project file stands. */
function pathIn(project: Project, name: Settable["name"], value: string): string {
  if (name === "map" || name === "previous") return inFolder(project, value);
  if (name === "headcount") return /^\d+$/.test(value) ? value : inFolder(project, value);
  if (name !== "profile") return value;
  const [file = "", ...keys] = value.split(/:(?=[^:/\\]*=)/);
  return looksLikePath(file) ? [inFolder(project, file), ...keys].join(":") : value;
}

/** "TRUST_AUDIT_MIN_GROUP"; several values of a repeatable one on a line each. */
function variableOf(long: string): string {
  return `TRUST_AUDIT_${long.toUpperCase().replaceAll("-", "_")}`;
}

function environment(option: Settable, env: Sources["env"]): Setting | null {
  const variable = variableOf(option.long);
  const raw = env[variable]?.trim() ?? "";
  if (raw === "") return null;
  const values = option.repeatable ? linesOf(raw) : [option.isSwitch ? switchOf(variable, raw) : raw];
  const strange = values.find((value) => option.choices?.includes(value) === false);
  if (strange !== undefined) throw new UsageError(`${variable}=${strange}: choose from ${option.choices?.join(", ")}.`);
  return { name: option.long, values, origin: { kind: "environment", variable } };
}

function linesOf(raw: string): readonly string[] {
  return raw
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function switchOf(variable: string, raw: string): string {
  const word = raw.toLowerCase();
  if (["1", "on", "true", "yes"].includes(word)) return "on";
  if (["0", "off", "false", "no"].includes(word)) return "off";
  throw new UsageError(`${variable}=${raw}: write on or off.`);
}

function flagOf({ name, repeatable, isSwitch }: Settable, { values, origin }: Setting) {
  const [first] = values;
  if (origin.kind === "flag" || first === undefined) return [];
  return [[name, isSwitch ? first === "on" || first === "true" : repeatable ? values : first] as const];
}

function frameworkOf({ framework }: GivenFlags, { project, env }: Sources): Setting {
  const name = "framework";
  if (framework !== undefined) return { name, values: [framework], origin: { kind: "flag" } };
  const variable = variableOf(name);
  const said = env[variable]?.trim() ?? "";
  if (said !== "") return { name, values: [said], origin: { kind: "environment", variable } };
  if (project === null || project.framework === null) return { name, values: [], origin: { kind: "default" } };
  return { name, values: [frameworkIn(project)], origin: projectOrigin(project, [name]) };
}

/** The project's framework as `-f` takes it in the working folder; "": none. */
export function frameworkIn(project: Project): string {
  const { framework } = project;
  if (framework === null) return "";
  return looksLikePath(framework) ? inFolder(project, framework) : framework;
}

function outputOf({ output }: GivenFlags, { project, env }: Sources): Setting {
  const name = "output";
  if (output !== undefined) return { name, values: output, origin: { kind: "flag" } };
  const variable = variableOf(name);
  const said = linesOf(env[variable] ?? "");
  if (said.length > 0) return { name, values: said, origin: { kind: "environment", variable } };
  if (project === null || project.output === null || project.output.length === 0)
    return { name, values: [], origin: { kind: "default" } };
  return { name, values: outputsIn(project, project.output), origin: projectOrigin(project, [name]) };
}

function projectOrigin(project: Project, path: readonly string[]): Origin {
  return { kind: "project", path, place: project.placeOf(path) };
}
