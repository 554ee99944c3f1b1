import { describe, expect, it } from "vitest";
import type { Ends } from "../../src/statistics/describe.ts";
import type { Moments } from "../../src/statistics/moments.ts";
import type { Sampling } from "../../src/statistics/sampling.ts";
import { probabilityBelow as belowOfSummary } from "../../src/statistics/target.ts";
import { plainSummary } from "../../src/statistics/weights.ts";

const sample: Sampling = { unit: "person", headcount: null, level: 0.95 };
const probabilityBelow = (moments: Moments, line: Ends & { target: number }, sampling: Sampling) =>
  belowOfSummary(plainSummary(moments), line, sampling);
const higher = { worst: 1, best: 5, target: 75 };

describe("the probability that the true index is below target", () => {
  it("is one half at the target and follows t with n − 1 df", () => {
    expect(probabilityBelow({ n: 25, mean: 4, variance: 1 }, higher, sample)).toBe(0.5);
    // Index 70, se 5: pt(1, 24)
    expect(probabilityBelow({ n: 25, mean: 3.8, variance: 1 }, higher, sample)).toBeCloseTo(0.8363565593601074, 12);
  });

  it("counts from the other end where lower is better", () => {
    const lower = { worst: 5, best: 1, target: 75 };
    expect(probabilityBelow({ n: 25, mean: 2.2, variance: 1 }, lower, sample)).toBeCloseTo(0.8363565593601074, 12);
  });

  it("takes no notice of a headcount: people answer with noise even when all of them answer", () => {
    const moments = { n: 25, mean: 3.8, variance: 1 };
    const wanted = probabilityBelow(moments, higher, sample);
    for (const headcount of [25, 30]) expect(probabilityBelow(moments, higher, { ...sample, headcount })).toBe(wanted);
  });

  it.each([
    ["one person below", { n: 1, mean: 3.9, variance: null }, sample, 1],
    ["one person at target", { n: 1, mean: 4, variance: null }, sample, 0],
    ["equal scores below", { n: 8, mean: 3, variance: 0 }, sample, 1],
    ["equal scores above", { n: 8, mean: 4.5, variance: 0 }, sample, 0],
    ["an assessment below", { n: 3, mean: 3.9, variance: 1 }, { ...sample, unit: "organisation" }, 1],
    ["an assessment above", { n: 3, mean: 4.1, variance: 1 }, { ...sample, unit: "consensus" }, 0],
    ["missing by a rounding error", { n: 1, mean: 4 - 1e-15, variance: null }, sample, 0],
  ] as const)("is certain for %s", (...[_, moments, sampling, wanted]) => {
    expect(probabilityBelow(moments, higher, sampling)).toBe(wanted);
  });
});
