import { type CommandLine, parseCommandLine } from "./command-line.ts";

/**
 * A scenario is a readable text: files, a command, and what must come of it.
 *
 *     # A title
 *     --- file NAME            content follows; or `--- file NAME copy PATH-IN-THE-CHECKOUT`
 *     --- run                  one command line: VAR=value trust-audit ... < FILE
 *     --- exit N               absent: 0
 *     --- stdout               lines follow; absent: must be empty; `--- stdout any`: anything
 *     --- stderr               the same
 *     --- file-after NAME      content the file must have
 *     --- no-file NAME         a file that must not be there
 *
 * Several groups from `--- run` on may follow each other. In an expectation a line `...` stands for any run of lines,
 * `{*}` for any text within a line, `{dir}` for the folder the command ran in. Blank lines at the end do not count.
 */
export interface Scenario {
  readonly title: string;
  readonly files: readonly ScenarioFile[];
  readonly runs: readonly ScenarioRun[];
}

export interface ScenarioFile {
  readonly name: string;
  /** Path in the checkout to copy from; null: `text` is the content. */
  readonly copy: string | null;
  readonly text: string;
}

/** `empty`: nothing may be written; `any`: not looked at. */
export type Expectation = "empty" | "any" | readonly string[];

export interface ScenarioRun {
  readonly command: CommandLine;
  readonly commandText: string;
  readonly exit: number;
  readonly stdout: Expectation;
  readonly stderr: Expectation;
  readonly filesAfter: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly absentFiles: readonly string[];
}

/** What a command did, in the terms of the format. */
export interface Outcome {
  readonly exit: number;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** Only the files asked about; null: not there. */
  readonly files: ReadonlyMap<string, readonly string[] | null>;
}

interface Section {
  readonly line: number;
  readonly kind: string;
  readonly argument: string;
  readonly body: readonly string[];
}

const HEADER = /^--- ([a-z-]+)(?: (.*))?$/;
const GROUP_KINDS = ["exit", "stdout", "stderr", "file-after", "no-file"];

/** Parses a scenario. Throws an error that names the line. */
export function parseScenario(text: string): Scenario {
  const { title, sections } = split(text);
  const firstRun = sections.findIndex(({ kind }) => kind === "run");
  if (firstRun < 0) throw new Error("A scenario needs a `--- run` section.");
  return {
    title,
    files: sections.slice(0, firstRun).map(parseFile),
    runs: groups(sections.slice(firstRun)).map(parseRun),
  };
}

/** The scenario's text with the expectations of run number `index` (from 0) replaced by what came of it. */
export function withOutcome(text: string, index: number, outcome: Outcome): string {
  const { head, sections } = split(text);
  const firstRun = sections.findIndex(({ kind }) => kind === "run");
  const runs = groups(sections.slice(firstRun));
  const fresh = runs.map((group, at) => (at === index ? replaceGroup(group, outcome) : group));
  return `${[head, ...[...sections.slice(0, firstRun), ...fresh.flat()].map(sectionText)].join("\n").trimEnd()}\n`;
}

/** The lines of a text; blank lines at the end do not count. */
export function linesOf(text: string): string[] {
  const trimmed = text.replace(/\s+$/, "");
  return trimmed === "" ? [] : trimmed.split(/\r?\n/);
}

function split(text: string): { title: string; head: string; sections: Section[] } {
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (HEADER.test(line) ? [index] : []));
  const head = lines.slice(0, starts[0] ?? lines.length);
  const title = head.find((line) => line.startsWith("# "))?.slice(2);
  if (title === undefined) throw new Error("A scenario begins with a title: `# What it shows`.");
  const sections = starts.map((start, index) => {
    const [, kind = "", argument = ""] = HEADER.exec(lines[start] ?? "") ?? [];
    return { line: start + 1, kind, argument: argument.trim(), body: lines.slice(start + 1, starts[index + 1]) };
  });
  return { title, head: head.join("\n"), sections };
}

function parseFile({ kind, argument, body, line }: Section): ScenarioFile {
  if (kind !== "file") throw new Error(`Line ${line}: \`--- ${kind}\` stands before the first \`--- run\`.`);
  const [, name = "", copy = null] = /^(.*?)(?: copy (.*))?$/.exec(argument) ?? [];
  if (name === "") throw new Error(`Line ${line}: a file needs a name.`);
  const lines = linesOf(body.join("\n"));
  return { name, copy, text: lines.map((content) => `${content}\n`).join("") };
}

/** A `run` section and all that follow it up to the next one. */
function groups(sections: readonly Section[]): Section[][] {
  const found: Section[][] = [];
  for (const section of sections) {
    if (section.kind === "run") found.push([section]);
    else found.at(-1)?.push(section);
  }
  return found;
}

function parseRun(group: readonly Section[]): ScenarioRun {
  const [run, ...rest] = group as [Section, ...Section[]];
  const stray = rest.find(({ kind }) => !GROUP_KINDS.includes(kind));
  if (stray) throw new Error(`Line ${stray.line}: unknown section \`--- ${stray.kind}\`.`);
  const commandText = linesOf(run.body.join("\n")).join("\n").trim();
  if (commandText === "" || commandText.includes("\n")) {
    throw new Error(`Line ${run.line}: a run is one command line.`);
  }
  const exit = rest.find(({ kind }) => kind === "exit")?.argument ?? "0";
  if (!/^\d+$/.test(exit)) throw new Error(`Line ${run.line}: \`--- exit\` needs a number.`);
  return {
    command: parseCommandLine(commandText),
    commandText,
    exit: Number(exit),
    stdout: expectation(rest.find(({ kind }) => kind === "stdout")),
    stderr: expectation(rest.find(({ kind }) => kind === "stderr")),
    filesAfter: rest
      .filter(({ kind }) => kind === "file-after")
      .map(({ argument, body }) => ({ name: argument, lines: linesOf(body.join("\n")) })),
    absentFiles: rest.filter(({ kind }) => kind === "no-file").map(({ argument }) => argument),
  };
}

function expectation(section: Section | undefined): Expectation {
  if (section === undefined) return "empty";
  if (section.argument === "any") return "any";
  const lines = linesOf(section.body.join("\n"));
  return lines.length === 0 ? "empty" : lines;
}

function replaceGroup(group: readonly Section[], outcome: Outcome): Section[] {
  const [run, ...rest] = group as [Section, ...Section[]];
  const section = (kind: string, argument: string, body: readonly string[]): Section => ({
    ...run,
    kind,
    argument,
    body: [...body, ""],
  });
  const stream = (kind: "stdout" | "stderr"): Section[] => {
    const before = rest.find((old) => old.kind === kind);
    if (before?.argument === "any") return [before];
    return outcome[kind].length === 0 ? [] : [section(kind, "", outcome[kind])];
  };
  const files = rest
    .filter(({ kind }) => kind === "file-after" || kind === "no-file")
    .map(({ argument }) => {
      const lines = outcome.files.get(argument) ?? null;
      return lines === null ? section("no-file", argument, []) : section("file-after", argument, lines);
    });
  const exit = outcome.exit === 0 ? [] : [section("exit", String(outcome.exit), [])];
  return [
    section("run", "", linesOf(run.body.join("\n"))),
    ...exit,
    ...stream("stdout"),
    ...stream("stderr"),
    ...files,
  ];
}

function sectionText({ kind, argument, body }: Section): string {
  return [`--- ${kind}${argument === "" ? "" : ` ${argument}`}`, ...body].join("\n");
}
