import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceOf, minus, momentsOf, momentsOfCounts } from "../../src/statistics/moments.ts";

const LIMB = 2 ** 26;

/** Sums as a fold lays them out: n, Σx, Σx² in one element or in two. */
function sums(xs: readonly number[], wide: boolean): Float64Array {
  const squares = xs.reduce((sum, x) => sum + BigInt(x) * BigInt(x), 0n);
  const limbs = wide ? [Number(squares % BigInt(LIMB)), Number(squares / BigInt(LIMB))] : [Number(squares)];
  return Float64Array.from([xs.length, xs.reduce((sum, x) => sum + x, 0), ...limbs]);
}

const slots = (wide: boolean) => ({ n: 0, sum: 1, sumSquares: 2, wide });

describe("moments", () => {
  it("Student's sleep data: mean 1.58, variance 1.513 (R, sleep)", () => {
    const tenths = [12, 24, 13, 13, 0, 10, 18, 8, 46, 14];
    const { n, mean, variance } = momentsOf(sums(tenths, false), slots(false), 10);
    expect([n, mean]).toEqual([10, 1.58]);
    expect(variance).toBeCloseTo(1.512888888888889, 14);
  });

  it.each([
    ["nobody", [], 0, null],
    ["one person", [3], 1, null],
    ["two alike", [3, 3], 2, 0],
  ])("of %s", (...[_, xs, n, variance]) => {
    expect(momentsOf(sums(xs, false), slots(false), 1)).toMatchObject({ n, variance });
  });

  it("nothing cancels: a tiny spread on huge numbers is exact, in two limbs", () => {
    const base = 2 ** 40;
    const { variance } = momentsOf(sums([base, base + 1, base + 2], true), slots(true), 1);
    expect(variance).toBe(1);
  });

  it("agrees with sums of squared deviations, narrow and wide", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -600, max: 600 }), { minLength: 2, maxLength: 40 }), (xs) => {
        const unit = 60;
        const centre = xs.reduce((sum, x) => sum + x, 0) / xs.length;
        const wanted = xs.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (xs.length - 1) / unit ** 2;
        for (const wide of [false, true]) {
          const { mean, variance } = momentsOf(sums(xs, wide), slots(wide), unit);
          expect(mean).toBeCloseTo(centre / unit, 12);
          expect(variance).toBeCloseTo(wanted, 10);
        }
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });

  it("counts by code are the answers written out", () => {
    const counted = momentsOfCounts([
      { code: -1, count: 2 },
      { code: 0, count: 0 },
      { code: 4, count: 3 },
    ]);
    expect(counted).toEqual(momentsOf(sums([-1, -1, 4, 4, 4], false), slots(false), 1));
  });
});

describe("covariance", () => {
  const pair = { a: 0, b: 1, n: 0, sumA: 1, sumB: 2, sumAB: 3, wide: false };

  it("by hand, in the units of both scores", () => {
    // a = 1, 2, 3 (thirds: 3, 6, 9), b = 2, 2, 5 (halves: 4, 4, 10): covariance 1.5
    const cell = Float64Array.from([3, 18, 18, 3 * 4 + 6 * 4 + 9 * 10]);
    expect(covarianceOf(cell, pair, [3, 2])).toEqual({ n: 3, value: 1.5 });
  });

  it("two limbs with a negative product", () => {
    // a = −1, 1 and b = 1, −1: Σab = −2 = −1 · 2²⁶ + (2²⁶ − 2)
    const cell = Float64Array.from([2, 0, 0, LIMB - 2, -1]);
    expect(covarianceOf(cell, { ...pair, wide: true }, [1, 1])).toEqual({ n: 2, value: -2 });
  });

  it("needs two people", () => {
    expect(covarianceOf(Float64Array.from([1, 3, 3, 9]), pair, [1, 1])).toEqual({ n: 1, value: null });
  });
});

describe("everyone less some", () => {
  it("has the moments of those who are left, wide sums too, and leaves the whole as it was", () => {
    const [first, second, third] = [[LIMB - 1, 3], [5, LIMB + 7, 2], [9]] as const;
    const whole = sums([...first, ...second, ...third], true);
    const before = [...whole];
    const rest = minus(whole, [sums(first, true), sums(third, true)]);
    expect(momentsOf(rest, slots(true), 1)).toEqual(momentsOf(sums(second, true), slots(true), 1));
    expect([...whole]).toEqual(before);
  });
});
