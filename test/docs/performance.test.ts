import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createPlan } from "../../src/aggregate/plan.ts";
import type { Framework } from "../../src/framework/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { bundledFrameworks } from "../diagnosis/bundled.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const page = readFileSync(path.join(ROOT, "docs", "performance.md"), "utf8");
const BYTES_PER_SUM = 8;

/** A row of the table of what the sums of one group take. */
function rowOf(framework: Framework): string {
  const program = compileProgram(framework);
  const [all, scores] = [null, "scores" as const].map((only) => createPlan(program, { only }).length);
  const inKilobytes = (sums: number): string => `${((sums * BYTES_PER_SUM) / 1024).toFixed(1)} KB`;
  return `| \`${framework.id}\` | ${program.items.length} | ${inKilobytes(all ?? 0)} | ${inKilobytes(scores ?? 0)} |`;
}

describe("docs/performance.md", () => {
  it("says what the sums of a group take in every bundled framework", async () => {
    const rows = (await bundledFrameworks()).map(rowOf).sort();
    const table = page.split("\n").filter((line) => /^\| `[a-z-]+` \| \d+ \| [\d.]+ KB/.test(line));
    expect(table).toEqual(rows);
  });

  it.each([
    "machine",
    "bars",
    "start-up",
    "numbers",
    "labels",
    "quoted",
    "crlf",
    "numbers-5M",
    "rows",
    "workers",
    "items",
    "groups",
  ])("has a place for what was measured: %s", (name) => {
    const [, after = ""] = page.split(`<!-- measured: ${name} -->`);
    expect(after).toContain("<!-- end -->");
  });
});
