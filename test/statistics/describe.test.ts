import { describe, expect, it } from "vitest";
import {
  estimateMean as meanOfSummary,
  estimateSpread as spreadOfSummary,
  toIndex,
  toLoad,
} from "../../src/statistics/describe.ts";
import type { Moments } from "../../src/statistics/moments.ts";
import type { Metric, Sampling } from "../../src/statistics/sampling.ts";
import { plainSummary } from "../../src/statistics/weights.ts";

const sample: Sampling = { unit: "person", headcount: null, level: 0.95 };
const sleep: Moments = { n: 10, mean: 1.58, variance: 1.512888888888889 };
const unit = "points on 1–5";
/** Student's hours are on no scale. */
const hours = { unit, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const scale = { unit, min: 1, max: 5 };
const estimateMean = (moments: Moments, sampling: Sampling, metric: Metric) =>
  meanOfSummary(plainSummary(moments), sampling, metric);
const estimateSpread = (moments: Moments, sampling: Sampling, of: string) =>
  spreadOfSummary(plainSummary(moments), sampling, of);

describe("a mean", () => {
  it("Student's sleep data: 0.7001142 to 2.4598858 (R, t.test)", () => {
    const mean = estimateMean(sleep, sample, hours);
    if (mean.kind !== "estimate") throw new Error(mean.reason);
    expect(mean.interval?.low).toBeCloseTo(0.7001142, 7);
    expect(mean.interval?.high).toBeCloseTo(2.4598858, 7);
    expect(mean).toMatchObject({ value: 1.58, n: 10, unit, method: "mean, t interval with 9 df", caveats: [] });
  });

  it("another level widens the interval", () => {
    const mean = estimateMean(sleep, { ...sample, level: 0.99 }, hours);
    if (mean.kind !== "estimate") throw new Error(mean.reason);
    // 1.58 ± 3.2498355 · √0.15128889
    expect(mean.interval?.low).toBeCloseTo(1.58 - 3.249835541592126 * Math.sqrt(0.1512888888888889), 12);
    expect(mean.interval?.level).toBe(0.99);
  });

  it("a headcount narrows it and says what that assumes", () => {
    const mean = estimateMean(sleep, { ...sample, headcount: 20 }, hours);
    if (mean.kind !== "estimate") throw new Error(mean.reason);
    expect((mean.interval?.high ?? 0) - 1.58).toBeCloseTo(0.8798858 / Math.SQRT2, 6);
    expect(mean.method).toContain("finite population of 20");
    expect(mean.caveats.join()).toContain("those who did not answer resemble those who did");
  });

  it.each([
    [{ n: 7, mean: 4.8, variance: 1.2 }, "high", 5],
    [{ n: 7, mean: 1.2, variance: 1.2 }, "low", 1],
  ] as const)("the interval of %j is cut at the %s end of the scale", (moments, side, end) => {
    const [cut, whole] = [scale, hours].map((metric) => estimateMean(moments, sample, metric));
    if (cut?.kind !== "estimate" || whole?.kind !== "estimate") throw new Error("no estimate");
    expect(cut.interval?.[side]).toBe(end);
    expect(cut.interval).toEqual({ ...whole.interval, [side]: end });
    expect(Math.abs((whole.interval?.[side] ?? 0) - moments.mean)).toBeGreaterThan(0.3);
  });

  it("few answers and equal scores are said", () => {
    const mean = estimateMean({ n: 4, mean: 3, variance: 0 }, sample, hours);
    expect(mean).toMatchObject({ interval: { low: 3, high: 3 } });
    if (mean.kind !== "estimate") throw new Error(mean.reason);
    expect(mean.caveats.join()).toMatch(/Few answers.*equal/);
  });

  const one: Moments = { n: 1, mean: 4, variance: null };
  it.each([
    ["one person", one, sample, "one person answered"],
    ["one assessment", one, { ...sample, unit: "self" }, "one assessment"],
    ["several assessments", sleep, { ...sample, unit: "organisation" }, "each row is one assessment"],
    ["a census", sleep, { ...sample, headcount: 10 }, "everyone answered, so there is no sampling error"],
  ] as const)("no interval: %s", (...[_, moments, sampling, noInterval]) => {
    const mean = estimateMean(moments, sampling, hours);
    expect(mean).toMatchObject({ kind: "estimate", value: moments.mean, interval: null, noInterval, caveats: [] });
  });

  it("nobody, or more people than there are, gives words and no number", () => {
    expect(estimateMean({ n: 0, mean: Number.NaN, variance: null }, sample, hours)).toEqual({
      kind: "none",
      reason: "nobody answered enough of it",
      n: 0,
    });
    const many = estimateMean(sleep, { ...sample, headcount: 9 }, hours);
    expect(many).toMatchObject({ kind: "none", n: 10 });
    expect(many.kind === "none" && many.reason).toContain("headcount");
  });
});

describe("a spread", () => {
  it("is the standard deviation with n − 1, and needs two people", () => {
    expect(estimateSpread(sleep, sample, unit)).toMatchObject({ value: Math.sqrt(1.512888888888889), interval: null });
    const one = { n: 1, mean: 4, variance: null };
    expect(estimateSpread(one, sample, unit)).toEqual({
      kind: "none",
      reason: "a spread needs at least two people",
      n: 1,
    });
    const reason = "one assessment has no spread";
    expect(estimateSpread(one, { ...sample, unit: "self" }, unit)).toEqual({ kind: "none", reason, n: 1 });
  });
});

describe("an index", () => {
  const mean = estimateMean({ n: 25, mean: 4, variance: 1 }, sample, hours);

  it("follows the direction, with the ends of its interval in order", () => {
    const higher = toIndex(mean, { worst: 1, best: 5 });
    const lower = toIndex(mean, { worst: 5, best: 1 });
    if (higher.kind !== "estimate" || lower.kind !== "estimate") throw new Error("no estimate");
    expect([higher.value, lower.value]).toEqual([75, 25]);
    expect(higher.interval?.low).toBeCloseTo(75 - 25 * 0.2 * 2.0638985616280254, 10);
    expect(lower.interval?.low).toBeCloseTo(25 - 25 * 0.2 * 2.0638985616280254, 10);
    expect(lower.interval?.high).toBeGreaterThan(lower.interval?.low ?? Number.NaN);
    expect(higher.unit).toBe("index 0–100");
  });

  it("load is what is missing to 100", () => {
    const index = toIndex(mean, { worst: 1, best: 5 });
    const load = toLoad(index);
    if (load.kind !== "estimate" || index.kind !== "estimate") throw new Error("no estimate");
    expect(load.value).toBe(25);
    expect(load.interval?.low).toBe(100 - (index.interval?.high ?? 0));
    expect(load.unit).toBe("load 0–100");
  });

  it("what is hidden or missing stays so", () => {
    expect(toIndex({ kind: "hidden", words: null }, { worst: 1, best: 5 })).toEqual({ kind: "hidden", words: null });
    expect(toLoad({ kind: "none", reason: "why", n: 0 })).toEqual({ kind: "none", reason: "why", n: 0 });
  });

  it("the reason for no interval goes with it", () => {
    const census = estimateMean({ n: 25, mean: 4, variance: 1 }, { ...sample, headcount: 25 }, hours);
    expect(toIndex(census, { worst: 1, best: 5 })).toMatchObject({
      interval: null,
      noInterval: expect.stringContaining("everyone"),
    });
  });
});
