import { describe, expect, it } from "vitest";
import { relativeWeights } from "../../src/numeric/relative-weights.ts";

const sum = (xs: readonly number[] | null) => (xs ?? []).reduce((total, x) => total + x, 0);

describe("relative weights", () => {
  it("of predictors that do not go together are the squared correlations", () => {
    const weights = relativeWeights(
      [
        [1, 0],
        [0, 1],
      ],
      [0.5, -0.3],
    );
    expect(weights?.[0]).toBeCloseTo(0.25, 12);
    expect(weights?.[1]).toBeCloseTo(0.09, 12);
  });

  it("of one predictor are R²", () => {
    expect(relativeWeights([[1]], [0.4])?.[0]).toBeCloseTo(0.16, 12);
  });

  it("of two worked by hand: H has c and s with c² + s² = 1 and 2cs = r", () => {
    const [r, y1, y2] = [0.6, 0.5, 0.2];
    const c = (Math.sqrt(1 + r) + Math.sqrt(1 - r)) / 2;
    const s = (Math.sqrt(1 + r) - Math.sqrt(1 - r)) / 2;
    const d = c * c - s * s;
    const b = [(c * y1 - s * y2) / d, (c * y2 - s * y1) / d] as const;
    const weights = relativeWeights(
      [
        [1, r],
        [r, 1],
      ],
      [y1, y2],
    );
    expect(weights?.[0]).toBeCloseTo(c * c * b[0] ** 2 + s * s * b[1] ** 2, 12);
    expect(weights?.[1]).toBeCloseTo(s * s * b[0] ** 2 + c * c * b[1] ** 2, 12);
    expect(sum(weights)).toBeCloseTo((y1 ** 2 + y2 ** 2 - 2 * r * y1 * y2) / (1 - r * r), 12);
  });

  it("do not exist where a predictor is a combination of the others", () => {
    const bound = [
      [1, 0, Math.SQRT1_2],
      [0, 1, Math.SQRT1_2],
      [Math.SQRT1_2, Math.SQRT1_2, 1],
    ];
    expect(relativeWeights(bound, [0.3, 0.3, 0.42])).toBeNull();
  });
});
