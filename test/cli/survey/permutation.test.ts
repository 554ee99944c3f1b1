import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inNoOrder } from "../../../src/cli/survey/permutation.ts";

describe("rows in no order", () => {
  it("are the same rows", () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (rows) => {
        expect([...inNoOrder(rows)].sort()).toEqual([...rows].sort());
      }),
    );
  });

  it("come in each order equally often, when the numbers drawn do", () => {
    const found = new Map<string, number>();
    for (const first of [0, 1, 2])
      for (const second of [0, 1]) {
        const order = inNoOrder(["a", "b", "c"], (limit) => (limit === 3 ? first : second)).join("");
        found.set(order, (found.get(order) ?? 0) + 1);
      }
    expect([...found.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
  });

  it("do not stay as they were", () => {
    const rows = Array.from({ length: 40 }, (_, at) => at);
    expect(inNoOrder(rows)).not.toEqual(rows);
  });
});
