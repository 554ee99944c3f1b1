import { describe, expect, it } from "vitest";
import type { ListwiseSlots } from "../../src/aggregate/types.ts";
import { completeSet, correlationsOf, listwiseCovariances } from "../../src/statistics/listwise.ts";
import { releasedTotal } from "./released-total.ts";
import { dimension, framework, item } from "./small-framework.ts";

const ASKED = framework({
  items: ["a", "b", "c"].map((id) => item(id, { dimension: "d" })),
  dimensions: [dimension("d", ["a", "b", "c"])],
});

function setOf(rows: readonly (readonly (number | null)[])[]) {
  const { plan, released } = releasedTotal(ASKED, rows);
  const set = completeSet(plan, "d");
  if (set === null) throw new Error("no set");
  return { cell: released.cell, set };
}

describe("listwise covariances", () => {
  it("by hand, of those who answered everything", () => {
    const { cell, set } = setOf([
      [1, 2, 3],
      [2, 4, 3],
      [3, 3, 3],
      [5, null, 1],
      [null, 1, 1],
    ]);
    // Means 2, 3, 3 over three people; c never varies.
    expect(listwiseCovariances(cell, set)).toEqual([
      [1, 0.5, 0],
      [0.5, 1, 0],
      [0, 0, 0],
    ]);
  });

  it("are told in points, whatever the units of the sums", () => {
    const { cell, set } = setOf([
      [1, 2, 3],
      [2, 4, 5],
      [3, 3, 4],
    ]);
    const finer: ListwiseSlots = { ...set, unitsPerPoint: set.members.map(() => 10) };
    const plain = listwiseCovariances(cell, set);
    expect(listwiseCovariances(cell, finer)).toEqual(plain.map((row) => row.map((value) => value / 100)));
  });

  it("have correlations with ones on the diagonal: 1, .5 and 3 beside variances 1, 1 and 9", () => {
    const covariances = [
      [1, 0.5, -3],
      [0.5, 1, 0],
      [-3, 0, 9],
    ];
    expect(correlationsOf(covariances)).toEqual([
      [1, 0.5, -1],
      [0.5, 1, 0],
      [-1, 0, 1],
    ]);
  });

  it("there are none of a dimension that is not kept", () => {
    expect(completeSet(releasedTotal(ASKED, [[1, 1, 1]]).plan, "e")).toBeNull();
  });
});
