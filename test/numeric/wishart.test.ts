import { describe, expect, it } from "vitest";
import { createDraws } from "../../src/numeric/draws.ts";
import { chiSquareDraw, correlationDraws } from "../../src/numeric/wishart.ts";

const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const variance = (xs: readonly number[]) => {
  const m = mean(xs);
  return xs.reduce((sum, x) => sum + (x - m) ** 2, 0) / (xs.length - 1);
};

describe("draws of chi-square", () => {
  it.each([3, 24.5, 200])("have mean df, variance 2 df and skewness √(8/df): df %d", (df) => {
    const draws = createDraws(7, 1);
    const xs = Array.from({ length: 40_000 }, () => chiSquareDraw(draws, df));
    const [m, v] = [mean(xs), variance(xs)];
    expect(Math.abs(m / df - 1)).toBeLessThan(0.02);
    expect(Math.abs(v / (2 * df) - 1)).toBeLessThan(0.06);
    expect(Math.abs(mean(xs.map((x) => ((x - m) / Math.sqrt(v)) ** 3)) - Math.sqrt(8 / df))).toBeLessThan(0.15);
  });
});

const correlation = [
  [1, 0.6, 0.3],
  [0.6, 1, 0],
  [0.3, 0, 1],
];
/** As rows, of arrays of their own. */
function drawn(count: number, df: number, { seed = 3, of = correlation } = {}): readonly (readonly number[])[][] {
  const draw = correlationDraws({ correlation: of, df }, { seed });
  return Array.from({ length: count }, () => {
    const flat = [...draw()];
    return of.map((row, i) => flat.slice(i * row.length, (i + 1) * row.length));
  });
}

describe("draws of correlations", () => {
  it("lie about the true ones as Fisher's z says", () => {
    const n = 60;
    const draws = drawn(8000, n - 1);
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const z = draws.map((draw) => Math.atanh(draw[i]![j]!));
      const rho = correlation[i]![j]!;
      // Fisher 1921: z is about normal, mean atanh ρ + ρ/(2(n − 1)), variance 1/(n − 3).
      expect(Math.abs(mean(z) - Math.atanh(rho) - rho / (2 * (n - 1)))).toBeLessThan(0.006);
      expect(Math.abs(variance(z) * (n - 3) - 1)).toBeLessThan(0.06);
    }
  });

  it("are symmetric, with ones on the diagonal, and between −1 and 1", () => {
    for (const draw of drawn(200, 10)) {
      for (const [i, row] of draw.entries()) {
        expect(row[i]).toBe(1);
        for (const [j, r] of row.entries()) {
          expect(r).toBe(draw[j]![i]);
          expect(Math.abs(r)).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it("are the same for the same seed only", () => {
    expect(drawn(3, 20)).toEqual(drawn(3, 20));
    expect(drawn(3, 20)).not.toEqual(drawn(3, 20, { seed: 4 }));
  });

  it("come in one array, which the next draw fills anew", () => {
    const draw = correlationDraws({ correlation, df: 20 }, { seed: 3 });
    const first = draw();
    const kept = [...first];
    expect(draw()).toBe(first);
    expect([...first]).not.toEqual(kept);
  });

  it("keep what is wholly bound together so", () => {
    const bound = [
      [1, 0.5, 1],
      [0.5, 1, 0.5],
      [1, 0.5, 1],
    ];
    for (const draw of drawn(50, 30, { seed: 1, of: bound })) {
      expect(draw[0]![2]).toBeCloseTo(1, 10);
      expect(draw[0]![1]).toBeCloseTo(draw[2]![1]!, 10);
    }
  });
});
