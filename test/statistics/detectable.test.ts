import { describe, expect, it } from "vitest";
import { detectableChange, FIXED_MINIMUMS, sampleSizes } from "../../src/statistics/detectable.ts";
import { withoutInterval } from "../../src/statistics/sampling.ts";

const answers = (sd: number, purpose: "margin" | "change", points: number, population: number | null = null) =>
  sampleSizes({ sd }).find((row) => row.purpose === purpose && row.points === points && row.population === population)
    ?.answers;

describe("answers needed", () => {
  // Cohen 1988, table 2.4.1, two-sided .05, power .80: 64 for d = .50, 393 for .20; here d = points/sd.
  it("Cohen 1988, table 2.4.1: 64 in each survey for d = .50, 393 for d = .20", () => {
    expect(answers(20, "change", 10)).toBe(64);
    expect(Math.abs((answers(25, "change", 5) ?? 0) - 393)).toBeLessThanOrEqual(1);
  });

  // R: the smallest n with qt(.975, n - 1) * sd * sqrt(1/n - 1/N) <= margin, tried one by one; N 20, 50, 100, 250, 1000, Inf.
  it.each([
    [15, 3, [17, 34, 51, 72, 90, 99]],
    [15, 5, [14, 22, 28, 33, 36, 38]],
    [15, 10, [8, 10, 11, 11, 12, 12]],
    [20, 3, [19, 40, 64, 103, 148, 174]],
    [20, 5, [16, 29, 40, 52, 61, 64]],
    [20, 10, [11, 14, 16, 17, 18, 18]],
    [25, 3, [19, 43, 74, 131, 213, 270]],
    [25, 5, [17, 34, 51, 72, 90, 99]],
    [25, 10, [13, 18, 22, 25, 26, 27]],
  ])("by R's qt: a spread of %d within %d points", (sd, points, wanted) => {
    expect([20, 50, 100, 250, 1000, null].map((people) => answers(sd, "margin", points, people))).toEqual(wanted);
  });

  it.each([
    [15, 15, 16.7147681423],
    [15, 5, 142.246595877],
    [20, 10, 63.7657637143],
    [20, 5, 252.128116123],
    [25, 10, 99.0805650087],
    [25, 5, 393.406656226],
  ])("by R's power.t.test(power = .8): a spread of %d, a change of %d points", (sd, points, n) => {
    expect(answers(sd, "change", points)).toBe(Math.ceil(n));
  });

  it("three margins by six populations and three changes", () => {
    expect(sampleSizes({ sd: 20 })).toHaveLength(21);
    expect(FIXED_MINIMUMS).toEqual({ reliability: 30, drivers: 30, perPredictor: 10, group: 5, detail: 10 });
  });
});

const index = withoutInterval({ value: 60, n: 64, unit: "index 0–100", method: "", caveats: [] }, "");

describe("the smallest change that would be found", () => {
  it("is Cohen's half a standard deviation for 64 people", () => {
    const precision = { se: 20 / 25 / 8, df: 63, scale: "linear" } as const;
    const found = detectableChange(index, precision, { perUnit: -25, sampled: true });
    if (found?.kind !== "estimate") throw new Error("none");
    // R: sqrt(2) * 20/8 * (qt(.975, 126) + qt(.8, 126)); its power.t.test(n = 64, sd = 20, power = .8) has 9.98139.
    expect(found.value).toBeCloseTo(9.98241681803, 10);
    expect(Math.abs(found.value / 9.9813911026 - 1)).toBeLessThan(2e-4);
    expect(found).toMatchObject({ n: 64, unit: "index points", interval: null });
  });

  it("on the log scale is in points of the log index, and says so", () => {
    const found = detectableChange(index, { se: 0.05, df: 63, scale: "log" }, { perUnit: 31, sampled: true });
    expect(found).toMatchObject({ unit: "log-index points" });
    expect(found?.kind === "estimate" ? found.method : "").toContain("logarithm");
  });

  it("is words where a cap holds the index: nothing that changes below it can be seen", () => {
    const held = {
      word: "stage",
      level: 2,
      title: "First response",
      cap: 45,
      unheld: { value: 2, index: 80 },
    } as const;
    const precision = { se: 0.001, df: 63, scale: "linear" } as const;
    expect(detectableChange(index, precision, { perUnit: 25, sampled: true, held })).toEqual({
      kind: "none",
      reason: "it is held at 45 until stage 2, First response, is finished, however much else changes",
      n: 64,
    });
    expect(detectableChange(index, null, { perUnit: 25, sampled: false, held })).toBeNull();
  });

  it("is words without a margin, hidden with a hidden index, and nothing for an assessment", () => {
    expect(detectableChange(index, null, { perUnit: 25, sampled: true })).toMatchObject({ kind: "none", n: 64 });
    expect(detectableChange(index, null, { perUnit: 25, sampled: false })).toBeNull();
    const hidden = { kind: "hidden", words: null } as const;
    expect(detectableChange(hidden, null, { perUnit: 25, sampled: true })).toEqual(hidden);
  });
});
