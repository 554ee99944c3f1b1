import { describe, expect, it } from "vitest";
import { percentile, percentileEnds } from "../../src/numeric/percentile.ts";
import { normalDraws } from "../../src/numeric/random.ts";

const model = {
  mean: [1, -2, 0],
  covariance: [
    [4, 1.5, 0],
    [1.5, 1, 0],
    [0, 0, 0],
  ],
};

describe("seeded normal draws", () => {
  it("have the mean and the covariance asked for", () => {
    const count = 20_000;
    const draws = normalDraws(model, count, 20261122);
    const mean = model.mean.map((_, i) => draws.reduce((sum, x) => sum + x[i]!, 0) / count);
    const covariance = (i: number, j: number) =>
      draws.reduce((sum, x) => sum + (x[i]! - mean[i]!) * (x[j]! - mean[j]!), 0) / (count - 1);
    for (const [i, wanted] of model.mean.entries()) expect(Math.abs(mean[i]! - wanted)).toBeLessThan(0.05);
    for (const [i, row] of model.covariance.entries()) {
      for (const [j, wanted] of row.entries()) expect(Math.abs(covariance(i, j) - wanted)).toBeLessThan(0.12);
    }
    // A normal distribution, not only its first moments: 2.5 % beyond 1.96 standard deviations on either side.
    const sorted = draws.map((x) => x[0]!).sort((a, b) => a - b);
    expect(percentile(sorted, 0.025)).toBeCloseTo(1 - 1.96 * 2, 0);
    expect(percentile(sorted, 0.975)).toBeCloseTo(1 + 1.96 * 2, 0);
  });

  it("are the same for the same seed and differ for another, small seeds included", () => {
    expect(normalDraws(model, 5, 7)).toEqual(normalDraws(model, 5, 7));
    const firsts = Array.from({ length: 50 }, (_, seed) => normalDraws(model, 1, seed)[0]![0]!);
    expect(new Set(firsts).size).toBe(50);
    expect(Math.min(...firsts)).toBeLessThan(0);
    expect(Math.max(...firsts)).toBeGreaterThan(2);
  });

  it("keep their bits from one version to the next", () => {
    expect(normalDraws({ mean: [0], covariance: [[1]] }, 3, 1).flat()).toMatchInlineSnapshot(`
      [
        -0.13914017743564117,
        -0.6800691406962532,
        -1.6932544367662952,
      ]
    `);
  });
});

describe("percentile", () => {
  /** quantile(c(1, 2, 4, 8, 16), p, type = 7) in R. */
  it.each([
    [0, 1],
    [0.1, 1.4],
    [0.25, 2],
    [0.5, 4],
    [0.9, 12.8],
    [1, 16],
  ])("%f of five numbers", (p, wanted) => {
    expect(percentile([1, 2, 4, 8, 16], p)).toBeCloseTo(wanted, 12);
  });

  it("of one number is that number, of none is not a number", () => {
    expect(percentile([3], 0.3)).toBe(3);
    expect(percentile([], 0.3)).toBeNaN();
  });

  it("ends about the middle of numbers in any order, which stay as they are; R: quantile(c(8, 1, 16, 2, 4), c(.1, .9))", () => {
    const numbers = [8, 1, 16, 2, 4];
    const [low, high] = percentileEnds(numbers, 0.8);
    expect(low).toBeCloseTo(1.4, 12);
    expect(high).toBeCloseTo(12.8, 12);
    expect(numbers).toEqual([8, 1, 16, 2, 4]);
  });
});
