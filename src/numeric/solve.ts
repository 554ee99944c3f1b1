/**
 * Linear equations with a positive definite matrix. Small ones only (one row an item).
 *
 * Formula: A = G Gᵀ, G y = b, Gᵀ x = y. Missing rule: null when the matrix is not positive definite, up to rounding.
 * Source: Cholesky; Golub & Van Loan 2013, section 4.2. Oracle: A x = b by property (test/numeric/solve.test.ts).
 */
import type { Matrix } from "./symmetric.ts";

/** A pivot under this share of its diagonal element is nothing but rounding. */
const ROUNDING = 1e-13;

/** x with A x = b; null when A, which is symmetric, is not positive definite. */
export function solvePositiveDefinite(matrix: Matrix, vector: readonly number[]): readonly number[] | null {
  const lower = cholesky(matrix);
  if (lower === null) return null;
  const y: number[] = [];
  for (const [i, value] of vector.entries()) y.push((value - dot(lower[i] ?? [], y)) / (lower[i]?.[i] ?? 1));
  const x = [...y];
  for (let i = y.length - 1; i >= 0; i--) {
    x[i] = (x[i] ?? 0) / (lower[i]?.[i] ?? 1);
    for (let j = 0; j < i; j++) x[j] = (x[j] ?? 0) - (lower[i]?.[j] ?? 0) * (x[i] ?? 0);
  }
  return x;
}

/** G, lower triangular; null when a pivot is not above 0. */
function cholesky(matrix: Matrix): Matrix | null {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    for (const [j, above] of lower.entries()) own.push(((row[j] ?? 0) - dot(above, own)) / (above[j] ?? 1));
    const rest = (row[i] ?? 0) - dot(own, own);
    if (!(rest > ROUNDING * (row[i] ?? 0))) return null;
    own.push(Math.sqrt(rest));
    lower.push(own);
  }
  return lower;
}

/** Over as many elements as the second vector has. */
function dot(a: readonly number[], b: readonly number[]): number {
  return b.reduce((sum, value, i) => sum + (a[i] ?? 0) * value, 0);
}
