import { describe, expect, it } from "vitest";
import { withoutNarrowing } from "../../../src/diagnosis/gate/widen.ts";
import { wilson } from "../../../src/statistics/proportion.ts";

const estimate = (value: number, n: number, [low, high]: readonly [number, number]) =>
  ({
    kind: "estimate",
    value,
    n,
    interval: { low, high, level: 0.95 },
    noInterval: null,
    unit: "",
    method: "",
    caveats: [],
  }) as const;

describe("an interval that a headcount has narrowed", () => {
  it.each([
    [0.5, 40],
    [0.3, 12.5],
    [0.02, 90],
    [0, 20],
    [1, 20],
  ])("of a share of %d is put back to that of %d people", (share, people) => {
    const [n, headcount] = [30, 50];
    const narrowed = wilson(share, people / (1 - n / headcount), 0.95);
    const [low, high] = wilson(share, people, 0.95);
    const found = withoutNarrowing(estimate(share, n, narrowed), headcount, "share");
    expect(found?.low).toBeCloseTo(low, 9);
    expect(found?.high).toBeCloseTo(high, 9);
  });
  it("of a mean is divided by the root of the part that did not answer", () => {
    const found = withoutNarrowing(estimate(3, 30, [2.9, 3.1]), 40, "mean");
    expect(found?.low).toBeCloseTo(2.8, 12);
    expect(found?.high).toBeCloseTo(3.2, 12);
  });
  it("stays without a headcount", () => {
    expect(withoutNarrowing(estimate(3, 30, [2.9, 3.1]), null, "mean")).toEqual({ low: 2.9, high: 3.1, level: 0.95 });
  });
});
