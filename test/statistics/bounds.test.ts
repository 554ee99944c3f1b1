import { describe, expect, it } from "vitest";
import { boundsOfFormula, boundsOfMean } from "../../src/statistics/bounds.ts";
import type { Sampling } from "../../src/statistics/sampling.ts";

const sampling = (headcount: number | null, more: Partial<Sampling> = {}): Sampling => ({
  unit: "person",
  headcount,
  level: 0.95,
  ...more,
});
const HIGHER = { worst: 1, best: 5 };
const LOWER = { worst: 5, best: 1 };

describe("how far the silent could move a mean", () => {
  it("by hand: 30 of 40 have 4 on 1–5; ten ones make 3.25, ten fives 4.25", () => {
    const bounds = boundsOfMean({ n: 30, mean: 4 }, HIGHER, sampling(40));
    expect(bounds).toEqual({ low: 56.25, high: 81.25, silent: 10 });
  });

  it("the width is the share that is silent, whatever the mean", () => {
    for (const mean of [1, 2.5, 5]) {
      const bounds = boundsOfMean({ n: 30, mean }, HIGHER, sampling(40));
      expect((bounds?.high ?? 0) - (bounds?.low ?? 0)).toBeCloseTo(25, 12);
    }
  });

  it("where lower is better, ones are the best", () => {
    expect(boundsOfMean({ n: 30, mean: 4 }, LOWER, sampling(40))).toEqual({ low: 18.75, high: 43.75, silent: 10 });
  });

  it.each([
    ["without a headcount", 30, sampling(null)],
    ["when all have answered", 40, sampling(40)],
    ["when more have answered than there are", 41, sampling(40)],
    ["when nobody has", 0, sampling(40)],
    ["under survey weights", 30, sampling(40, { weighted: true })],
    ["of assessments", 30, sampling(40, { unit: "self" })],
  ])("are none %s", (_, n, where) => {
    expect(boundsOfMean({ n, mean: 4 }, HIGHER, where)).toBeNull();
  });
});

describe("how far the silent could move a formula", () => {
  const inputs = [
    { score: { n: 30, mean: 4 }, ends: HIGHER },
    { score: { n: 30, mean: 2 }, ends: LOWER },
  ];

  it("by hand: a quotient is lowest with a low numerator and a high denominator", () => {
    const index = ([a = 0, b = 0]: readonly number[]) => (100 * (a / b - 0.2)) / (5 - 0.2);
    const bounds = boundsOfFormula(inputs, index, sampling(40));
    // Worst: (30 · 4 + 10)/40 = 3.25 over (30 · 2 + 50)/40 = 2.75; best: 4.25 over 1.75.
    expect(bounds?.low).toBeCloseTo((100 * (3.25 / 2.75 - 0.2)) / 4.8, 12);
    expect(bounds?.high).toBeCloseTo((100 * (4.25 / 1.75 - 0.2)) / 4.8, 12);
    expect(bounds?.silent).toBe(10);
  });

  it("one input alone has the bounds of its mean", () => {
    const [first] = inputs;
    const alone = boundsOfFormula(first ? [first] : [], ([a = 0]) => 25 * (a - 1), sampling(40));
    expect(alone).toEqual(boundsOfMean({ n: 30, mean: 4 }, HIGHER, sampling(40)));
  });

  it("the input that fewest answered counts the silent", () => {
    const uneven = inputs.map((input, i) => ({ ...input, score: { ...input.score, n: 30 - 5 * i } }));
    expect(boundsOfFormula(uneven, ([a = 0, b = 0]) => 10 * (a - b), sampling(40))?.silent).toBe(15);
  });

  it("ends are cut to 0–100", () => {
    const far = boundsOfFormula(inputs, ([a = 0, b = 0]) => 50 + 100 * (a - b - 2), sampling(40));
    expect([far?.low, far?.high]).toEqual([0, 100]);
  });

  it("are none where the formula has no value at such means, and none without silent people", () => {
    expect(boundsOfFormula(inputs, () => Number.POSITIVE_INFINITY, sampling(40))).toBeNull();
    expect(boundsOfFormula(inputs, () => 50, sampling(null))).toBeNull();
  });
});
