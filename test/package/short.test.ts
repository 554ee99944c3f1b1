import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const MINUTES = 60_000;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "trust-audit-short-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function score(...args: readonly string[]) {
  const words = [path.join(ROOT, "bin/trust-audit.js"), "score", path.join(ROOT, "examples/staff.csv"), ...args];
  const env = { ...process.env, NO_COLOR: "1" };
  return promisify(execFile)(process.execPath, words, { env, maxBuffer: 64 * 1024 * 1024 });
}

const STAFF = path.join(ROOT, "examples/staff.csv");

interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(cwd: string, env: NodeJS.ProcessEnv, ...words: readonly string[]): Promise<Ended> {
  const options = { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) =>
    execFile(process.execPath, [path.join(ROOT, "bin/trust-audit.js"), ...words], options, (error, stdout, stderr) =>
      done({ exit: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    ),
  );
}

/** Texts of the modules that only rare commands enter; whatever shortens programs leaves them as they are. */
const RARE: readonly (readonly [string, string])[] = [
  ["the linter of profiles", "or choose the other kind."],
  ["the judge of wordings", "could be plainer"],
  ["syllables", "awe($|d|so)"],
  ["new frameworks", "yaml-language-server"],
  ["check-frameworks", "sound ("],
];

describe("the short program", () => {
  it.each(RARE)("does without %s, which the whole one has", async (_, text) => {
    const [whole, short] = await Promise.all(
      ["program.cjs", "short.cjs"].map((name) => readFile(path.join(ROOT, "dist", name), "latin1")),
    );
    expect([whole?.includes(text), short?.includes(text)]).toEqual([true, false]);
  });

  it("scores with a framework of one's own, and says nothing of its wording", { timeout: MINUTES }, async () => {
    const text = await readFile(path.join(ROOT, "frameworks/trust-equation.yaml"), "utf8");
    const file = path.join(folder, "own.yaml");
    const worse = text.replace(/(- id: C1\n(?:.*\n)+?\s+employees:).*/, "$1 My manager is always kind and fair.");
    expect(worse).not.toBe(text);
    await writeFile(file, worse);
    const { stdout, stderr } = await score("-f", file, "--audience", "employees");
    expect(stdout).toContain("Credibility");
    expect(stderr).not.toMatch(/FW15\d/);
  });

  it("borrows what reads a profile of one's own from the whole program, whoever names it", {
    timeout: MINUTES,
  }, async () => {
    const home = await mkdtemp(path.join(folder, "own-"));
    const profile = path.join(ROOT, "frameworks/profiles/healthcare.yaml");
    await writeFile(path.join(home, "sector.yaml"), await readFile(profile, "utf8"));
    const project = "framework: trust-equation\nscore: { audience: employees, profile: sector.yaml }\n";
    await writeFile(path.join(home, "trust-audit.yaml"), project);
    const named = await run(home, {}, "score", STAFF);
    expect(named.stdout).toContain("Healthcare");
    const words = ["--no-config", "score", STAFF, "-f", "trust-equation", "--audience", "employees"];
    const set = await run(home, { TRUST_AUDIT_PROFILE: "sector.yaml" }, ...words);
    expect(set.stdout).toContain("Healthcare");
    await writeFile(path.join(home, "sector.yaml"), "profile: 1\nid: sector\n");
    expect(await run(home, {}, "score", STAFF)).toMatchObject({ exit: 3, stderr: expect.stringMatching(/FW\d+/) });
  });

  it("hands over what it cannot do, however the command is hidden among the words", { timeout: MINUTES }, async () => {
    const home = await mkdtemp(path.join(folder, "hidden-"));
    await writeFile(path.join(home, "report"), "framework: trust-equation\n");
    await run(home, {}, "score", STAFF, "-f", "trust-equation", "--audience", "employees", "-o", "json:a.json");
    const held = ["a.json", "--gate", "trust.index >= 1"];
    expect(await run(home, {}, "--config", "report", "check", ...held)).toMatchObject({ exit: 0, stderr: "" });
    expect(await run(home, {}, "--config=report", "check", ...held)).toMatchObject({ exit: 0 });
    // A value that looks like a flag, and makes the loader guess that help is asked for.
    const refused = await run(home, {}, "check", "a.json", "--gate", "-h");
    expect(refused).toMatchObject({ exit: 3, stderr: expect.stringContaining("GT001") });
    expect(await run(home, {}, "check", "a.json", "--gate", "trust.index >= 99", "--baseline", "-h")).toMatchObject({
      exit: 1,
    });
  });

  it("takes a profile of one's own that is typed", { timeout: MINUTES }, async () => {
    const file = path.join(ROOT, "frameworks/profiles/healthcare.yaml");
    const { stdout } = await score("-f", "trust-equation", "--audience", "employees", "--profile", file);
    expect(stdout).toContain("Healthcare");
    const joined = await score("-f", "trust-equation", "--audience", "employees", `--profile=${file}`);
    expect(joined.stdout).toContain("Healthcare");
  });
});
