import { describe, expect, it } from "vitest";
import { drawIndexes } from "../../src/statistics/mean-draws.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { dimension, framework, item } from "./small-framework.ts";

/** Two dimensions of one item each, the second the better the lower. */
const ASKED = framework({
  items: [item("a1", { dimension: "a" }), item("b1", { dimension: "b" })],
  dimensions: [dimension("a", ["a1"]), dimension("b", ["b1"], { direction: "lower" })],
});

/** Means 3 and 2; who is high on a is low on b. */
const ROWS: readonly Row[] = Array.from({ length: 40 }, (_, i) => [2 + (i % 3), 3 - (i % 3)]);

function group(rows: readonly Row[], seed = 1) {
  const { plan, released } = releasedTotal(ASKED, rows);
  return {
    framework: ASKED,
    plan,
    released,
    sampling: { unit: "person", headcount: null, level: 0.95 },
    seed,
  } as const;
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sdOf = (values: readonly number[]) => Math.sqrt(meanOf(values.map((value) => (value - meanOf(values)) ** 2)));

describe("draws of the indices", () => {
  it("have the means and the standard errors of the indices, and hang together as the answers do", async () => {
    const draws = await drawIndexes(group(ROWS), 20_000);
    const [a = [], b = []] = [0, 1].map((at) => draws?.rows.map((row) => row[at] ?? Number.NaN));
    const mean = meanOf(ROWS.map(([answer]) => answer ?? 0));
    // Points of 1 to 5 are 25 index points each; s with n − 1.
    const se = (25 * sdOf(ROWS.map(([answer]) => answer ?? 0)) * Math.sqrt(40 / 39)) / Math.sqrt(40);
    expect(draws?.dimensions).toEqual(["a", "b"]);
    expect(meanOf(a)).toBeCloseTo(25 * (mean - 1), 0);
    expect(sdOf(a) / se).toBeCloseTo(1, 1);
    // b falls where a rises, and its index runs the other way: the two indices are the same line.
    expect(Math.max(...a.map((x, at) => Math.abs(x - (b[at] ?? 0) - (meanOf(a) - meanOf(b)))))).toBeLessThan(1e-6);
  });

  it("are the same of one seed and others of another", async () => {
    const [first, again, other] = [
      await drawIndexes(group(ROWS), 3),
      await drawIndexes(group(ROWS), 3),
      await drawIndexes(group(ROWS, 2), 3),
    ];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it("are none of one person, of an assessment, and of a dimension that is hidden", async () => {
    expect(await drawIndexes(group(ROWS.slice(0, 1)), 3)).toBeNull();
    expect(await drawIndexes({ ...group(ROWS), framework: { ...ASKED, unit: "self" } }, 3)).toBeNull();
    const { released, ...rest } = group(ROWS);
    const veiled = { ...released, veils: new Map([["a", "hidden"] as const]) };
    expect((await drawIndexes({ ...rest, released: veiled }, 3))?.dimensions).toEqual(["b"]);
  });
});
