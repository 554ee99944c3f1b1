/**
 * Johnson's relative weights: how much of R² each of several correlated predictors stands for. Heavy: import this file only
 * when it is needed (`await import`).
 *
 * Formula: H the symmetric root of the predictors' correlations R, b = H⁻¹r; weight of j = Σₖ Hⱼₖ² bₖ². They add up to R².
 * Unit and range: parts of R², 0–1. Missing rule: none where the predictors' correlations are singular.
 * Source: Johnson 2000, A heuristic method for estimating the relative weight of predictor variables in multiple regression,
 *   Multivariate Behavioral Research 35(1); eigenvalues by ml-matrix.
 * Oracle: reference.json (drivers_of_recommend).
 */
import { Matrix as Dense, EigenvalueDecomposition } from "ml-matrix";
import type { Matrix } from "./symmetric.ts";

/** Smallest eigenvalue of correlations below which a predictor is a combination of the others, up to rounding. */
export const SINGULAR = 1e-10;

/** One weight per predictor; null where a predictor is a combination of the others. `outcome`: its correlation with each. */
export function relativeWeights(predictors: Matrix, outcome: readonly number[]): readonly number[] | null {
  const decomposition = new EigenvalueDecomposition(new Dense(predictors.map((row) => [...row])), {
    assumeSymmetric: true,
  });
  const values = decomposition.realEigenvalues;
  if (values.some((value) => value < SINGULAR)) return null;
  const vectors = decomposition.eigenvectorMatrix.to2DArray();
  const roots = values.map(Math.sqrt);
  // b = Q Λ^−½ Qᵀ r, from the right.
  const along = roots.map((root, k) => {
    let sum = 0;
    for (let i = 0; i < vectors.length; i++) sum += (vectors[i]?.[k] ?? 0) * (outcome[i] ?? 0);
    return sum / root;
  });
  const squares = vectors.map((row) => dot(row, along) ** 2);
  const scaled = vectors.map((row) => row.map((entry, k) => entry * (roots[k] ?? 0)));
  return scaled.map((row) => {
    let weight = 0;
    for (let k = 0; k < vectors.length; k++) weight += dot(row, vectors[k] ?? []) ** 2 * (squares[k] ?? 0);
    return weight;
  });
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
