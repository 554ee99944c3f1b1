import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const DIST = path.join(ROOT, "dist");
const MINUTES = 60_000;
const KILOBYTE = 1024;

/** Goes in front of the program, and tells at the end what was loaded: of Node.js, and of the package. */
const WITNESS = `
const fs = require("node:fs");
const { readFileSync } = fs;
const vm = require("node:vm");
const { Script } = vm;
const before = new Set(process.moduleLoadList);
const read = [];
const refused = [];
fs.readFileSync = (file, ...rest) => {
  read.push(String(file));
  return readFileSync(file, ...rest);
};
vm.Script = class extends Script {
  constructor(source, options) {
    super(source, options);
    if (this.cachedDataRejected !== false) refused.push(options.filename);
  }
};
process.on("exit", () => {
  const modules = process.moduleLoadList.filter((name) => !before.has(name)).map((name) => name.replace(/^NativeModule /, ""));
  fs.writeFileSync(process.env.SEEN, JSON.stringify({ modules, read, refused }));
});
`;

interface Seen {
  /** Of Node.js, beyond what it loads for an empty script. */
  readonly modules: readonly string[];
  /** Files of the package. */
  readonly read: readonly string[];
  /** Scripts that V8 had to compile. */
  readonly refused: readonly string[];
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "trust-audit-start-"));
  await writeFile(path.join(folder, "witness.cjs"), WITNESS);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function seen(...args: readonly string[]): Promise<Seen> {
  const file = path.join(folder, "seen.json");
  const words = ["-r", path.join(folder, "witness.cjs"), path.join(ROOT, "bin/trust-audit.js"), ...args];
  await promisify(execFile)(process.execPath, words, { cwd: folder, env: { ...process.env, SEEN: file } });
  const { modules, read, refused } = JSON.parse(await readFile(file, "utf8")) as Seen;
  const own = read.filter((one) => one.startsWith(DIST)).map((one) => path.relative(DIST, one).replaceAll("\\", "/"));
  return { modules, read: own.filter((one) => one !== "load.cjs" && !one.endsWith(".cache")), refused };
}

/** Of Node.js: each costs milliseconds. */
const DEAR =
  /^(?:stream|net|tty|crypto|zlib|os|child_process|worker_threads|readline|fs\/promises|internal\/fs\/promises)$/;
const EXPORT = path.join(ROOT, "examples/staff.csv");
const SCORE = ["score", EXPORT, "-f", "trust-equation", "--audience", "employees"];

// A pipe of Windows is no file: there the streams of Node.js are opened.
describe.skipIf(process.platform === "win32")("the start", () => {
  it("tells the version without loading anything", { timeout: MINUTES }, async () => {
    expect(await seen("--version")).toEqual({ modules: [], read: [], refused: [] });
  });

  it("shows help from a program of its own, without streams", { timeout: MINUTES }, async () => {
    const { modules, read, refused } = await seen("--help");
    expect(modules.filter((name) => DEAR.test(name))).toEqual([]);
    expect(read).toEqual(["help.cjs"]);
    expect(refused).toEqual([]);
    expect((await seen("score", "--help")).read).toEqual(["help.cjs"]);
  });

  it("scores with a bundled framework from one script, without what reads YAML or checks schemas", {
    timeout: MINUTES,
  }, async () => {
    const { modules, read, refused } = await seen(...SCORE);
    expect(read.filter((name) => name.endsWith(".cjs"))).toEqual(["short.cjs"]);
    expect(read.filter((name) => !name.endsWith(".cjs")).sort()).toEqual([
      "shelf/index.json",
      "shelf/strategies.json",
      "shelf/trust-equation.json",
    ]);
    expect(modules.filter((name) => /^(?:net|tty|zlib|os|child_process|worker_threads)$/.test(name))).toEqual([]);
    expect(refused).toEqual([]);
  });

  it("loads what reads YAML, the schema of frameworks and what checks them, for a framework of one's own", {
    timeout: MINUTES,
  }, async () => {
    const own = path.join(ROOT, "frameworks/trust-equation.yaml");
    const { read } = await seen("score", EXPORT, "-f", own, "--audience", "employees");
    expect(read.filter((name) => name.endsWith(".cjs")).sort()).toEqual([
      "framework-validator.cjs",
      "framework.cjs",
      "short.cjs",
      "yaml.cjs",
    ]);
  });

  it("reads no script twice, wherever what is seldom needed is asked for", { timeout: MINUTES }, async () => {
    const own = path.join(ROOT, "frameworks/trust-equation.yaml");
    const scripts = (await seen("frameworks", "lint", own)).read.filter((name) => name.endsWith(".cjs"));
    expect(scripts).toContain("program.cjs");
    expect(scripts).toEqual([...new Set(scripts)]);
  });

  it.each([
    ["help", 150],
    ["short", 1400],
  ])("reads no more than a script for %s should have: %d KB", async (name, most) => {
    expect((await stat(path.join(DIST, `${name}.cjs`))).size / KILOBYTE).toBeLessThan(most);
  });
});
