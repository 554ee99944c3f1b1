import { describe, expect, it } from "vitest";
import { createDoubleRows } from "../../../src/response/checks/double-rows.ts";
import { MISSING } from "../../../src/response/types.ts";

/** Row n of rows that all differ. */
const row = (n: number): Float64Array =>
  Float64Array.from({ length: 12 }, (_, at) => (Math.floor(n / 3 ** at) % 3) + 1);

function isDoubt(rows: readonly Float64Array[], groups: (at: number) => readonly string[] = () => []): boolean {
  const doubles = createDoubleRows();
  for (const [at, answers] of rows.entries()) doubles.see(answers, groups(at));
  return doubles.problem() !== null;
}

const rows = (from: number, to: number): readonly Float64Array[] =>
  Array.from({ length: to - from }, (_, at) => row(from + at));

describe("rows that repeat others", () => {
  it.each<[string, readonly Float64Array[], boolean]>([
    ["none", rows(10, 60), false],
    ["many, past all growing", rows(1, 20_000), false],
    ["four", [...rows(10, 30), ...rows(10, 14)], false],
    ["five", [...rows(10, 30), ...rows(10, 15)], true],
    ["five of very many", [...rows(10, 200), ...rows(10, 15)], false],
    // Seven people who all answered alike: their answers are hidden, and this would tell of them.
    ["six of seven", Array.from({ length: 7 }, () => row(77)), false],
    ["all but one of nine", Array.from({ length: 9 }, () => row(77)), false],
    ["all but one of ten", Array.from({ length: 10 }, () => row(77)), true],
    ["all", [...rows(10, 30), ...rows(10, 30)], true],
    ["one answer throughout", Array.from({ length: 30 }, () => new Float64Array(12).fill(4)), false],
    ["few answers", Array.from({ length: 30 }, () => row(77).fill(MISSING.unanswered, 9)), false],
  ])("%s", (_, all, expected) => {
    expect(isDoubt(all)).toBe(expected);
  });

  it("are others in another group", () => {
    const twice = [...rows(10, 30), ...rows(10, 30)];
    expect(isDoubt(twice, (at) => [at < 20 ? "North" : "South"])).toBe(false);
  });
});
