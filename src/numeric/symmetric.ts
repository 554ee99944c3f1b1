/**
 * What must be known about a symmetric matrix before deciding whether eigenvalues are needed at all.
 * Small matrices only (one row a dimension); no library, because almost every run stops here.
 */

/** Rows of a square matrix; symmetric wherever this folder says so. */
export type Matrix = readonly (readonly number[])[];

/** Rounding left in a matrix scaled to a unit diagonal. */
const ROUNDING = 1e-10;

/**
 * True when no direction has negative variance, up to rounding (1e-10 of the diagonal).
 *
 * Formula: Cholesky's factorisation with the largest remaining pivot first, on the matrix scaled to a unit diagonal.
 * Source: Higham 2002, Accuracy and Stability of Numerical Algorithms, section 10.3. Oracle: eigenvalues (test).
 */
export function isPositiveSemiDefinite(matrix: Matrix): boolean {
  const rest = toUnitDiagonal(matrix);
  const open = rest.map((_, i) => i);
  while (open.length > 0) {
    const diagonal = open.map((i) => rest[i]?.[i] ?? 0);
    if (Math.min(...diagonal) < -ROUNDING) return false;
    const largest = Math.max(...diagonal);
    if (largest <= ROUNDING) return open.every((i) => open.every((j) => Math.abs(rest[i]?.[j] ?? 0) <= ROUNDING));
    const pivot = open.splice(diagonal.indexOf(largest), 1)[0] ?? 0;
    eliminate(rest, pivot, open);
  }
  return true;
}

/** gᵀ V g, the variance of a linear combination. Never below zero: less can only be rounding once V is positive semi-definite. */
export function quadraticForm(matrix: Matrix, vector: readonly number[]): number {
  let sum = 0;
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) sum += (vector[i] ?? 0) * value * (vector[j] ?? 0);
  }
  return Math.max(0, sum);
}

/** A row without variance keeps its entries as they are: a covariance beside no variance is a fault to be seen. */
function toUnitDiagonal(matrix: Matrix): number[][] {
  const scale = matrix.map((row, i) => {
    const variance = Math.abs(row[i] ?? 0);
    return variance > 0 ? Math.sqrt(variance) : 1;
  });
  return matrix.map((row, i) => row.map((value, j) => value / ((scale[i] ?? 1) * (scale[j] ?? 1))));
}

function eliminate(rest: number[][], pivot: number, open: readonly number[]): void {
  const row = rest[pivot] ?? [];
  const size = row[pivot] ?? 1;
  for (const i of open) {
    const target = rest[i] ?? [];
    const factor = (target[pivot] ?? 0) / size;
    for (const j of open) target[j] = (target[j] ?? 0) - factor * (row[j] ?? 0);
  }
}
