import { describe, expect, it } from "vitest";
import { shuffled } from "../../src/numeric/shuffle.ts";

describe("a seeded order", () => {
  it("keeps every item once and is the same for the same seed", () => {
    const items = Array.from({ length: 40 }, (_, i) => i);
    const order = shuffled(items, 7, 3);
    expect([...order].sort((a, b) => a - b)).toEqual(items);
    expect(shuffled(items, 7, 3)).toEqual(order);
    expect(order).not.toEqual(items);
    expect(shuffled(items, 7, 4)).not.toEqual(order);
    expect(shuffled(items, 8, 3)).not.toEqual(order);
    expect(shuffled([], 1)).toEqual([]);
  });

  it.each([
    ["seeds", (i: number) => shuffled("abcd".split(""), i)],
    ["streams of one seed", (i: number) => shuffled("abcd".split(""), 20261122, i)],
  ])("has every order equally often over neighbouring %s", (_, order) => {
    const counts = new Map<string, number>();
    const draws = 12_000;
    for (let i = 0; i < draws; i++) counts.set(order(i).join(""), (counts.get(order(i).join("")) ?? 0) + 1);
    const expected = draws / 24;
    const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(24);
    // The 99.9 % point of chi-square with 23 degrees of freedom.
    expect(chiSquare).toBeLessThan(49.7);
  });

  it("keeps its bits from one version to the next", () => {
    expect(shuffled("abcdefgh".split(""), 1).join("")).toMatchInlineSnapshot(`"fabceghd"`);
  });
});
