import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantiate } from "../../generated/draws-kernel.mjs";
import { drawnWeights, plainWeights } from "../../src/numeric/drawn-weights.ts";
import type { Matrix } from "../../src/numeric/symmetric.ts";

/** Correlations of variables that have some of one factor in common. */
function correlationsOf(loadings: readonly number[]): Matrix {
  return loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b)));
}

const bitsOf = (columns: readonly Float64Array[]) =>
  columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString("base64"));

describe("relative weights of many draws", () => {
  it("are the same to the bit in the kernel and without it", () => {
    const loading = fc.double({ min: -0.95, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(loading, { minLength: 2, maxLength: 14 }),
        fc.record({ df: fc.integer({ min: 29, max: 5000 }), seed: fc.integer(), stream: fc.nat({ max: 40 }) }),
        (loadings, { df, seed, stream }) => {
          const model = { correlation: correlationsOf(loadings), df };
          const source = { seed, stream, draws: 50 };
          expect(bitsOf(drawnWeights(model, source))).toEqual(bitsOf(plainWeights(model, source)));
        },
      ),
      { seed: 20261122 },
    );
  });

  it("leave out draws in which a predictor is a combination of the others, both alike", () => {
    const correlation = correlationsOf([0.5, 0.5, 0.5]).map((row, i) => row.map((r, j) => (i + j === 1 ? 1 : r)));
    const source = { seed: 1, stream: 20, draws: 50 };
    const found = drawnWeights({ correlation, df: 99 }, source);
    expect(found.map(({ length }) => length)).toEqual([0, 0]);
    expect(plainWeights({ correlation, df: 99 }, source)).toEqual(found);
  });

  it("come from the kernel here", () => {
    expect(Object.keys(instantiate(1).exports)).toEqual(["begin", "drawWeights"]);
  });
});
