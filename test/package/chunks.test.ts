import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const MINUTES = 60_000;
const ROUNDS = 5;
/** A report with pictures beside the same one in the terminal, start-up and all. */
const MOST = 3;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "trust-audit-chunks-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]): Promise<string> {
  const words = [path.join(ROOT, "bin/trust-audit.js"), ...args];
  return (await promisify(execFile)(process.execPath, words, { maxBuffer: 64 * 1024 * 1024 })).stdout;
}

/** Texts of what is drawn with; whatever shortens programs leaves them as they are. */
const DRAWING: readonly (readonly [string, string])[] = [
  ["the style of pages", "heat-poor-deep"],
  ["the names of SVG", "http://www.w3.org/2000/svg"],
];

describe("what draws pages", () => {
  it.each(DRAWING)("has %s, and the programs do without", async (_, text) => {
    const scripts = await Promise.all(
      ["page.cjs", "program.cjs", "short.cjs"].map((name) => readFile(path.join(ROOT, "dist", name), "latin1")),
    );
    expect(scripts.map((script) => script.includes(text))).toEqual([true, false, false]);
  });

  it("draws the same page from the short program and from the whole one", { timeout: MINUTES }, async () => {
    const score = ["score", path.join(ROOT, "examples/staff.csv"), "-f", "trust-equation", "--audience", "employees"];
    const audit = path.join(folder, "audit.json");
    const page = await run(...score, "-o", "html", "-o", `json:${audit}`);
    expect(page).toContain("<svg");
    expect(await run("report", audit, "-o", "html")).toBe(page);
    const older = path.join(folder, "older.json");
    await run("score", path.join(ROOT, "examples/staff-2025.csv"), ...score.slice(2), "-o", `json:${older}`);
    expect(await run("compare", older, audit, "-o", "html")).toMatch(/^<!doctype html>/);
  });

  // A measure of time, which other tests beside it would disturb.
  const measured = ["draws eight groups and ten dimensions in less than thrice the terminal's time"];
  it.each(WHOLE ? measured : [])(
    "%s",
    {
      timeout: 3 * MINUTES,
      retry: 2,
    },
    async () => {
      const data = path.join(folder, "wide.csv");
      const groups = "department=Sales,Service,Finance,Logistics,Production,Purchasing,Quality,People";
      const framework = ["-f", "leadership-trust", "--audience", "staff"];
      await writeFile(data, await run("simulate", ...framework, "--n", "400", "--segment", groups));
      const score = ["score", data, ...framework, "--by", "department"];
      const times: Record<"terminal" | "html", number[]> = { terminal: [], html: [] };
      for (let round = 0; round < ROUNDS; round++)
        for (const format of ["terminal", "html"] as const) {
          const started = performance.now();
          await run(...score, "-o", `${format}:${path.join(folder, format)}`);
          times[format].push(performance.now() - started);
        }
      expect(Math.min(...times.html) / Math.min(...times.terminal)).toBeLessThan(MOST);
    },
  );
});
