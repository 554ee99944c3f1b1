import { beforeAll, describe, expect, it } from "vitest";
import { type Compared, compareTrees, leavesOf } from "./compare.ts";
import { reference } from "./data.ts";
import { compareAll } from "./table.ts";

let compared: Compared;
beforeAll(async () => {
  compared = await compareAll();
});

describe("the reference survey, as R computes it", () => {
  it("is compared to the last number", () => {
    expect(compared.lacking).toEqual([]);
    expect(compared.unknown).toEqual([]);
    expect(compared.values).toHaveLength(leavesOf(reference).length);
    expect(compared.values.length).toBeGreaterThan(600);
  });

  it("agrees to 1e-8", () => {
    expect(compared.values.filter(({ difference }) => !(difference <= 1e-8))).toEqual([]);
  });
});

describe("comparing two trees", () => {
  const wanted = { a: 2, b: [1, 0], c: "word" };

  it("measures against the wanted number, and against 1 where that is 0", () => {
    const { values, lacking, unknown } = compareTrees({ a: 2.5, b: [1, 0.1], c: "other" }, wanted);
    expect(values.map(({ path, difference }) => [path, difference])).toEqual([
      ["a", 0.25],
      ["b.0", 0],
      ["b.1", 0.1],
      ["c", 1],
    ]);
    expect([...lacking, ...unknown]).toEqual([]);
  });

  it("tells what is on one side only, and what is no number", () => {
    const { values, lacking, unknown } = compareTrees({ a: Number.NaN, b: [1], d: 3 }, wanted);
    expect(values[0]?.difference).toBe(Number.POSITIVE_INFINITY);
    expect(lacking).toEqual(["b.1", "c"]);
    expect(unknown).toEqual(["d"]);
  });
});
