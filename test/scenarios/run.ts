import { spawn } from "node:child_process";
import { chmod, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { WHOLE } from "../part.ts";
import { type Expectation, linesOf, type Outcome, type Scenario, type ScenarioRun } from "./format.ts";
import { type Done, type Given, runInside } from "./inside.ts";
import { difference } from "./match.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const PROGRAM = path.join(ROOT, "bin", "trust-audit.js");

/** Lays the scenario's files out in a folder. */
export async function layOut(scenario: Scenario, folder: string): Promise<void> {
  for (const { name, copy, text } of scenario.files) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await (copy === null ? writeFile(target, text) : copyFile(path.join(ROOT, copy), target));
    // Whatever the umask here: who may read a file is told.
    await chmod(target, 0o644);
  }
}

/**
 * Runs the built program in a folder: no terminal, 80 columns, no colour setting, an otherwise bare environment.
 * own: in a process of its own, as a user does; else within this one, which takes a third of the time.
 */
export async function execute(run: ScenarioRun, folder: string, own = WHOLE): Promise<Outcome> {
  const { argv, env, stdin } = run.command;
  const { PATH, SystemRoot } = process.env;
  const given = {
    argv,
    env: { ...(SystemRoot ? { SystemRoot } : {}), PATH, HOME: folder, TZ: "UTC", COLUMNS: "80", ...env },
    stdin: stdin === null ? Buffer.alloc(0) : await readFile(path.join(folder, stdin)),
  };
  const { exit, stdout, stderr } = await (own || needsProcess(argv) ? runApart : runInside)(given, folder);
  const placeless = (text: string): string[] => linesOf(text.replaceAll(folder, "{dir}"));
  const names = [...run.filesAfter.map(({ name }) => name), ...run.absentFiles];
  const files = await Promise.all(names.map(async (name) => [name, await readLines(path.join(folder, name))] as const));
  return { exit, stdout: placeless(stdout), stderr: placeless(stderr), files: new Map(files) };
}

/** A survey asks who writes its journal, and whether that process still runs; the version is told before the program is loaded. */
function needsProcess(argv: readonly string[]): boolean {
  return argv.includes("survey") || argv.includes("--version") || argv.includes("-V");
}

async function runApart({ argv, env, stdin }: Given, folder: string): Promise<Done> {
  const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: folder, env });
  // A program that does not read its standard input closes it early; that is its own business.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const [stdout, stderr, exit] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve(code ?? -1));
    }),
  ]);
  return { exit, stdout, stderr };
}

/** What differs between what a run should do and what it did; empty when all agrees. */
export function mismatches(run: ScenarioRun, outcome: Outcome): string[] {
  const exit = outcome.exit === run.exit ? [] : [`exit code: expected ${run.exit}, was ${outcome.exit}`];
  return [
    ...exit,
    ...streamMismatch("stdout", run.stdout, outcome.stdout),
    ...streamMismatch("stderr", run.stderr, outcome.stderr),
    ...run.filesAfter.flatMap(({ name, lines }) => fileMismatch(name, lines, outcome.files.get(name) ?? null)),
    ...run.absentFiles
      .filter((name) => outcome.files.get(name) !== null)
      .map((name) => `file ${name}: expected to be absent`),
  ];
}

function streamMismatch(name: string, expected: Expectation, actual: readonly string[]): string[] {
  if (expected === "any") return [];
  const diff = difference(expected === "empty" ? [] : expected, actual);
  return diff === null ? [] : [`${name}:\n${diff}`];
}

function fileMismatch(name: string, expected: readonly string[], actual: readonly string[] | null): string[] {
  const diff = actual === null ? "(not there)" : difference(expected, actual);
  return diff === null ? [] : [`file ${name}:\n${diff}`];
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

async function readLines(file: string): Promise<string[] | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? null : linesOf(text);
}
