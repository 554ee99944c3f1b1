import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..", "..");

interface Report {
  readonly modules: number;
  readonly edges: number;
  readonly violations: readonly { readonly rule: string; readonly file: string; readonly target: string }[];
}

/** A small house in which every rule has something to look at and nothing to object to. */
const CLEAN: Readonly<Record<string, string>> = {
  "src/version.ts": "export const VERSION = '1';",
  "src/problems/problem.ts":
    "import { distance } from 'fastest-levenshtein';\nexport type Problem = string;\nexport const near = distance;",
  "src/numeric/eigen.ts": "import { Matrix } from 'ml-matrix';\nexport const size = (m: Matrix) => m.rows;",
  "src/framework/types.ts": "export interface Framework { process: string; Date: { console: number } }",
  "src/framework/read.ts":
    "import type { Framework } from './types.ts';\nimport { parse } from 'yaml';\nexport const read = (text: string): Framework => ({ ...parse(text), process: 'a', Date: { console: 1 } });",
  "src/audit/types.ts": "import type { Problem } from '../problems/problem.ts';\nexport type Audit = Problem;",
  "src/response/types.ts": "import type { Framework } from '../framework/types.ts';\nexport type Response = Framework;",
  "src/scoring/score.ts": "import type { Response } from '../response/types.ts';\nexport type Score = Response;",
  "src/sources/csv/read.ts":
    "import { parse } from 'csv-parse';\nimport { open } from 'node:fs/promises';\nexport const read = [parse, open];",
  "src/aggregate/types.ts": "export type { Score } from '../scoring/score.ts';",
  "src/statistics/mean.ts": "import type { Score } from '../aggregate/types.ts';\nexport type Mean = Score;",
  "src/render/terminal/draw.ts":
    "import chalk from 'chalk';\nimport type { Audit } from '../../audit/types.ts';\nexport const draw = (a: Audit) => chalk.red(a);",
  "src/pipeline.ts":
    "import type { Mean } from './statistics/mean.ts';\nimport { join } from 'node:path';\nexport const run = (m: Mean) => join('a', String(m));",
  "src/cli/host.ts": "import { stdout } from 'node:process';\nexport const host = { stdout };",
  "src/commands/score.ts":
    "import { run } from '../pipeline.ts';\nimport { host } from '../cli/host.ts';\nexport const score = [run, host];",
  "src/commands/frameworks.ts": "export const list = () => import('./frameworks/list.ts');",
  "src/commands/frameworks/list.ts": "import { Command } from 'commander';\nexport const list = Command;",
  "src/program.ts":
    "import { Command } from 'commander';\nexport const program = () => [Command, import('./commands/score.ts')];",
  "src/main.ts": "export { program as main } from './program.ts';",
};

/** What each planted file breaks. */
const PLANTED: readonly { readonly file: string; readonly text: string; readonly broken: readonly string[] }[] = [
  {
    file: "src/framework/upward.ts",
    text: "import type { Score } from '../scoring/score.ts';\nexport type Up = Score;",
    broken: ["imports-go-down:framework"],
  },
  {
    file: "src/audit/sideways.ts",
    text: "export * from '../framework/types.ts';",
    broken: ["imports-go-down:audit"],
  },
  {
    file: "src/engines/lazy-upward.ts",
    text: "export const later = () => import('../cli/host.ts');",
    broken: ["imports-go-down:engines"],
  },
  // A circle is told once.
  { file: "src/numeric/a.ts", text: "export { b } from './b.ts';\nexport const a = 1;", broken: ["no-circle"] },
  { file: "src/numeric/b.ts", text: "export { a } from './a.ts';\nexport const b = 1;", broken: [] },
  {
    file: "src/interview/opens.ts",
    text: "import { readFile } from 'node:fs/promises';\nexport const read = readFile;",
    broken: ["pure-trunk"],
  },
  {
    file: "src/disclosure/hashes.ts",
    text: "import { createHash } from 'crypto';\nexport const hash = createHash;",
    broken: ["pure-trunk"],
  },
  {
    file: "src/commands/writes.ts",
    text: "import { writeFile } from 'node:fs/promises';\nexport const write = writeFile;",
    broken: ["only-doors-open"],
  },
  {
    file: "src/sources/pairs.ts",
    text: "import { parse } from 'yaml';\nexport const pairs = parse;",
    broken: ["package-in-its-place:yaml"],
  },
  {
    file: "src/diagnosis/draws.ts",
    text: "import t from '@stdlib/stats-base-dists-t-quantile';\nexport const draw = t;",
    broken: ["package-in-its-place:@stdlib/[^/]+"],
  },
  {
    file: "src/cli/guesses.ts",
    text: "import fc from 'fast-check';\nexport const guess = fc;",
    broken: ["package-without-a-place"],
  },
  {
    file: "src/statistics/peeks.ts",
    text: "import type { Response } from '../response/types.ts';\nexport type Peek = Response;",
    broken: ["statistics-see-no-person"],
  },
  {
    file: "src/render/markdown.ts",
    text: "import type { Mean } from '../statistics/mean.ts';\nexport type Shown = Mean;",
    broken: ["renderers-see-the-audit"],
  },
  {
    file: "src/commands/trend.ts",
    text: "import { score } from './score.ts';\nexport const trend = score;",
    broken: ["commands-apart"],
  },
  {
    file: "src/commands/frameworks/new.ts",
    text: "import { list } from './list.ts';\nexport const make = list;",
    broken: ["sub-commands-apart"],
  },
  {
    file: "src/shelf/checks.ts",
    text: "import validate from '../../generated/framework-validator.mjs';\nexport const check = validate;",
    broken: ["validators-in-their-place"],
  },
  {
    file: "src/sinks/nowhere.ts",
    text: "import { gone } from './gone.ts';\nexport const sink = gone;",
    broken: ["nothing-unresolved"],
  },
  { file: "src/cellar/wine.ts", text: "export const wine = 1;", broken: ["every-file-has-a-room"] },
  { file: "src/cli/long.ts", text: "export const line = 1;\n".repeat(251), broken: ["file-length"] },
  {
    file: "src/report/clock.ts",
    text: "export const now = () => [Date.now(), Math.random(), console, process.env];",
    broken: ["pure-trunk-globals", "pure-trunk-globals", "pure-trunk-globals", "pure-trunk-globals"],
  },
  {
    file: "src/sinks/hidden.ts",
    text: "export const load = (name: string) => import(name);",
    broken: ["everything-is-seen"],
  },
  {
    file: "src/sinks/inline.ts",
    text: "export type Inline = import('../response/types.ts').Response;",
    broken: ["everything-is-seen"],
  },
];

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "trust-audit-structure-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function build(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const root = path.join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  await symlink(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
  return root;
}

async function lint(...args: readonly string[]): Promise<{ report: Report; code: number }> {
  const script = path.join(ROOT, "scripts", "structure.mjs");
  const run = promisify(execFile)(process.execPath, [script, "--json", ...args], { cwd: ROOT });
  const { stdout, code } = await run.then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (error: { stdout: string; code: number }) => error,
  );
  return { report: JSON.parse(stdout) as Report, code };
}

describe("the structure linter", () => {
  it("has nothing to say about a clean tree, having read all of it", { timeout: 60_000 }, async () => {
    const { report, code } = await lint(await build("clean", CLEAN));
    expect(report.violations).toEqual([]);
    expect(report.modules).toBe(Object.keys(CLEAN).length);
    expect(report.edges).toBe(23);
    expect(code).toBe(0);
  });

  it("finds each planted fault and no other", { timeout: 60_000 }, async () => {
    const planted = Object.fromEntries(PLANTED.map(({ file, text }) => [file, text]));
    const validator = { "generated/framework-validator.mjs": "export default () => true;" };
    const { report, code } = await lint(await build("broken", { ...CLEAN, ...planted, ...validator }));
    const found = report.violations.map(({ rule, file }) => `${file} ${rule}`).sort();
    const expected = PLANTED.flatMap(({ file, broken }) => broken.map((rule) => `${file} ${rule}`)).sort();
    expect(found).toEqual(expected);
    expect(code).toBe(1);
  });

  it("objects to a tree in which it reads nothing", { timeout: 60_000 }, async () => {
    const { report, code } = await lint(await build("empty", { "src/readme.md": "nothing" }));
    expect(report.violations.map(({ rule }) => rule)).toEqual(["everything-is-seen"]);
    expect(code).toBe(1);
  });
});
