import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneFactor } from "../../src/numeric/factor.ts";
import type { Matrix } from "../../src/numeric/symmetric.ts";

const madeFrom = (loadings: readonly number[]): number[][] =>
  loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b)));

function expectLoadings(actual: readonly number[] | null, wanted: readonly number[]): void {
  expect(actual).not.toBeNull();
  for (const [i, loading] of wanted.entries()) expect(actual?.[i], `loading ${i}`).toBeCloseTo(loading, 9);
}

describe("one common factor", () => {
  it("finds the loadings a matrix was made from", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.2, max: 0.95, noNaN: true }), { minLength: 3, maxLength: 12 }), (l) => {
        expectLoadings(oneFactor(madeFrom(l)), l);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it("an item that runs the other way gets a negative loading", () => {
    expectLoadings(oneFactor(madeFrom([0.7, -0.6, 0.8, 0.5])), [0.7, -0.6, 0.8, 0.5]);
  });

  it("three items: l₁ = √(r₁₂ r₁₃ / r₂₃)", () => {
    const correlations: Matrix = [
      [1, 0.42, 0.35],
      [0.42, 1, 0.3],
      [0.35, 0.3, 1],
    ];
    const wanted = [Math.sqrt((0.42 * 0.35) / 0.3), Math.sqrt((0.42 * 0.3) / 0.35), Math.sqrt((0.35 * 0.3) / 0.42)];
    expectLoadings(oneFactor(correlations), wanted);
  });

  it("three items have a proper solution exactly where the formula gives one", () => {
    const r = fc.double({ min: -0.8, max: 0.8, noNaN: true }).filter((value) => Math.abs(value) > 1e-3);
    fc.assert(
      fc.property(r, r, r, (a, b, c) => {
        fc.pre(1 + 2 * a * b * c - a * a - b * b - c * c > 1e-3);
        const communalities = [(a * b) / c, (a * c) / b, (b * c) / a];
        fc.pre(communalities.every((value) => Math.abs(value - 1) > 1e-3 && Math.abs(value) > 1e-3));
        const found = oneFactor([
          [1, a, b],
          [a, 1, c],
          [b, c, 1],
        ]);
        expect(found !== null).toBe(communalities.every((value) => value > 0 && value < 1));
        for (const [i, loading] of (found ?? []).entries()) expect(loading ** 2).toBeCloseTo(communalities[i] ?? 0, 8);
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });

  it("what it leaves is least: no small step away fits better", () => {
    const correlations = [
      [1, 0.66, 0.48, 0.4, 0.32],
      [0.66, 1, 0.42, 0.35, 0.33],
      [0.48, 0.42, 1, 0.15, 0.24],
      [0.4, 0.35, 0.15, 1, 0.2],
      [0.32, 0.33, 0.24, 0.2, 1],
    ];
    const misfit = (loadings: readonly number[]) =>
      madeFrom(loadings).reduce(
        (sum, row, i) => sum + row.reduce((part, value, j) => part + ((correlations[i]?.[j] ?? 0) - value) ** 2, 0),
        0,
      );
    const found = oneFactor(correlations) ?? [];
    expect(found).toHaveLength(5);
    for (const place of found.keys()) {
      for (const step of [-1e-4, 1e-4]) {
        expect(misfit(found.map((l, k) => (k === place ? l + step : l)))).toBeGreaterThan(misfit(found));
      }
    }
  });

  it.each([
    [
      "a communality of 1 or more: l₁² = .9 · .9 / .5",
      [
        [1, 0.9, 0.9],
        [0.9, 1, 0.5],
        [0.9, 0.5, 1],
      ],
    ],
    [
      "three items against one another",
      [
        [1, -0.3, -0.3],
        [-0.3, 1, -0.3],
        [-0.3, -0.3, 1],
      ],
    ],
    [
      "nothing in common",
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    ],
    [
      "a pair and two strangers: any a · b = .5 fits",
      [
        [1, 0.5, 0, 0],
        [0.5, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ],
    ],
    [
      "items that are the same",
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
    ],
  ])("no proper solution: %s", (_, correlations) => {
    expect(oneFactor(correlations)).toBeNull();
  });
});
