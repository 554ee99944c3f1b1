import { describe, expect, it } from "vitest";
import { createAtoms, valuesOf } from "../../src/engines/atoms.ts";
import { ProblemsError } from "../../src/problems/problem.ts";
import type { SegmentColumn } from "../../src/response/source-plan.ts";

const SEGMENTS: readonly SegmentColumn[] = [
  { flag: "--by", column: "site" },
  { flag: "--where", column: "tenure" },
];

function refusal(fill: () => void): string {
  try {
    fill();
    return "";
  } catch (error) {
    return error instanceof ProblemsError
      ? error.problems.map(({ code, message }) => `${code} ${message}`).join()
      : "?";
  }
}

describe("cells of combinations of values", () => {
  it("are one for each, under the JSON of its values in their order", () => {
    const file = createAtoms(SEGMENTS).ofFile(3);
    const first = file.cellOf(["North", "a"]);
    expect(file.cellOf(["North", "a"])).toBe(first);
    expect(file.cellOf(["Northa", ""])).not.toBe(first);
    expect(file.cellOf(["a", "North"])).not.toBe(first);
    expect([...file.cells.keys()]).toEqual(['["North","a"]', '["Northa",""]', '["a","North"]']);
    expect(first).toHaveLength(3);
    expect(valuesOf(file.cells, 0)).toEqual(["North", "Northa", "a"]);
    expect(valuesOf(file.cells, 1)).toEqual(["a", "", "North"]);
  });

  it("are one where nobody is told apart", () => {
    const file = createAtoms([]).ofFile(1);
    expect(file.cellOf([])).toBe(file.cellOf([]));
    expect([...file.cells.keys()]).toEqual(["[]"]);
  });

  it("are refused at the 1,001st value of a column over all files, by its flag and name", () => {
    const atoms = createAtoms(SEGMENTS);
    const fill = (count: number, from = 0) => {
      const file = atoms.ofFile(1);
      for (let at = from; at < from + count; at += 1) file.cellOf(["North", `t${at}`]);
    };
    fill(600);
    fill(600);
    expect(refusal(() => fill(400, 600))).toBe("");
    expect(refusal(() => fill(1, 1000))).toMatch(/^SC004 --where tenure: the column has more than 1000/);
  });

  it("are refused at the 20,001st, with the columns that make so many", () => {
    const file = createAtoms(SEGMENTS).ofFile(1);
    for (let at = 0; at < 20_000; at += 1) file.cellOf([`s${at % 200}`, `t${Math.floor(at / 200)}`]);
    expect(refusal(() => file.cellOf(["s1", "t1"]))).toBe("");
    expect(refusal(() => file.cellOf(["s1", "more"]))).toMatch(/^SC004 --by site, --where tenure: .*20,000/);
  });
});
