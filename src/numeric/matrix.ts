/**
 * Eigenvalues of symmetric matrices, and what is built from them. Heavy: import this file only when it is needed
 * (`await import`), that is for a formula with min or max, or when `isPositiveSemiDefinite` says no.
 *
 * Source: ml-matrix (Householder reduction and QL iterations). Oracle: A = Q Λ Qᵀ by property (test/numeric/matrix.test.ts).
 */
import { Matrix as Dense, EigenvalueDecomposition } from "ml-matrix";
import type { Matrix } from "./symmetric.ts";

/** The nearest positive semi-definite matrix in the Frobenius norm: negative eigenvalues become 0 (Higham 1988). */
export function nearestPositiveSemiDefinite(matrix: Matrix): Matrix {
  return rebuilt(matrix, (eigenvalue) => Math.max(0, eigenvalue));
}

/**
 * The symmetric square root of a positive semi-definite matrix; negative eigenvalues count as 0.
 * Unlike other roots it does not hang on the signs a library gives to eigenvectors, so draws built on it keep their bits.
 */
export function symmetricRoot(matrix: Matrix): Matrix {
  return rebuilt(matrix, (eigenvalue) => Math.sqrt(Math.max(0, eigenvalue)));
}

/** Q f(Λ) Qᵀ, made exactly symmetric. */
function rebuilt(matrix: Matrix, f: (eigenvalue: number) => number): Matrix {
  if (matrix.length === 0) return [];
  const decomposition = new EigenvalueDecomposition(new Dense(matrix.map((row) => [...row])), {
    assumeSymmetric: true,
  });
  const vectors = decomposition.eigenvectorMatrix;
  const values = decomposition.realEigenvalues.map(f);
  const entry = (i: number, j: number) =>
    values.reduce((sum, value, k) => sum + value * vectors.get(i, k) * vectors.get(j, k), 0);
  return matrix.map((row, i) => row.map((_, j) => entry(Math.min(i, j), Math.max(i, j))));
}
