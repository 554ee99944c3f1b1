import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const MINUTES = 60_000;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let folder = "";
let packed: Packed = { filename: "", files: [] };

async function run(command: "npm" | "npx", ...args: readonly string[]): Promise<string> {
  const cwd = args[0] === "pack" ? ROOT : folder;
  const shell = process.platform === "win32";
  const { stdout } = await promisify(execFile)(command, [...args], { cwd, shell, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** The package as a stranger gets it: packed from the build, installed into an empty folder without a network. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "trust-audit-package-"));
  const answer = await run("npm", "pack", "--ignore-scripts", "--json", "--pack-destination", folder);
  const [first] = JSON.parse(answer) as Packed[];
  if (first) packed = first;
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: "empty", private: true }));
  await run("npm", "install", "--offline", "--no-audit", "--no-fund", path.join(folder, packed.filename));
}, 3 * MINUTES);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the installed package", () => {
  it("answers with its version", { timeout: MINUTES }, async () => {
    const { version } = JSON.parse(await readFile(path.join(ROOT, "package.json"), "utf8")) as { version: string };
    expect((await run("npx", "--no-install", "trust-audit", "--version")).trim()).toBe(version);
  });

  it("scores its own example with a bundled framework", { timeout: MINUTES }, async () => {
    const example = path.join("node_modules", "trust-audit", "examples", "staff.csv");
    const report = await run("npx", "--no-install", "trust-audit", "score", example, "-f", "trust-equation");
    expect(report).toContain("Credibility");
  });

  it("brings no other package along", async () => {
    const installed = await readdir(path.join(folder, "node_modules"));
    expect(installed.filter((name) => !name.startsWith("."))).toEqual(["trust-audit"]);
  });

  it("tells nothing of the machine that built it", async () => {
    const home = path.join(folder, "node_modules", "trust-audit");
    const names = await readdir(path.join(home, "dist"), { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    expect(files.some((file) => file.endsWith(".cache"))).toBe(true);
    for (const file of files) expect((await readFile(file, "latin1")).includes(ROOT)).toBe(false);
  });

  it("holds what is needed to run and nothing else", () => {
    const tops = new Set(packed.files.map((file) => file.path.split("/")[0]));
    for (const top of ["bin", "dist", "frameworks", "examples", "LICENSE", "package.json"]) expect(tops).toContain(top);
    for (const top of ["src", "test", "scripts", "bench", "generated"]) expect(tops).not.toContain(top);
    expect(packed.files.map((file) => file.path)).toContain("dist/THIRD-PARTY-NOTICES.txt");
  });
});
