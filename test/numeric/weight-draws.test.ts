import { describe, expect, it } from "vitest";
import { relativeWeights } from "../../src/numeric/relative-weights.ts";
import { createWeightsOf } from "../../src/numeric/weight-draws.ts";
import { correlationDraws } from "../../src/numeric/wishart.ts";

describe("relative weights of draws", () => {
  it.each([1, 2, 5, 8])("are those of ml-matrix's eigenvalues, to 1e-10: %d predictors", (predictors) => {
    const order = predictors + 1;
    const correlation = Array.from({ length: order }, (_, i) =>
      Array.from({ length: order }, (_entry, j) => 0.6 ** Math.abs(i - j)),
    );
    const draw = correlationDraws({ correlation, df: order + 5 }, { seed: predictors });
    const weightsOf = createWeightsOf(predictors);
    const into = new Float64Array(predictors);
    for (let i = 0; i < 200; i++) {
      const flat = draw();
      const rows = correlation.map((_, row) => [...flat.subarray(row * order, (row + 1) * order)]);
      const wanted = relativeWeights(
        rows.slice(0, -1).map((row) => row.slice(0, -1)),
        rows.slice(0, -1).map((row) => row.at(-1)!),
      );
      expect(weightsOf(flat, into)).toBe(true);
      for (const [k, weight] of wanted!.entries()) expect(Math.abs(into[k]! - weight)).toBeLessThan(1e-10);
    }
  });

  it("are none where a predictor is a combination of the others", () => {
    const bound = [
      1,
      0,
      Math.SQRT1_2,
      0.3,
      0,
      1,
      Math.SQRT1_2,
      0.3,
      Math.SQRT1_2,
      Math.SQRT1_2,
      1,
      0.42,
      0.3,
      0.3,
      0.42,
      1,
    ];
    expect(createWeightsOf(3)(Float64Array.from(bound), new Float64Array(3))).toBe(false);
  });
});
