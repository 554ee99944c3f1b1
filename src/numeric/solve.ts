/**
 * Linear equations with a positive definite matrix, in a workspace that many steps of a search share. Small ones only (one
 * row an item).
 *
 * Formula: A = G Gᵀ, G y = b, Gᵀ x = y. Missing rule: false when the matrix is not positive definite, up to rounding.
 * Source: Cholesky; Golub & Van Loan 2013, section 4.2. Oracle: A x = b by property (test/numeric/solve.test.ts).
 */

/** A pivot under this share of its diagonal element is nothing but rounding. */
const ROUNDING = 1e-13;

export interface Equations {
  readonly order: number;
  /** A, symmetric, row after row; of it the lower triangle is read. */
  readonly matrix: Float64Array;
  /** b */
  readonly vector: Float64Array;
  /** x, afterwards. */
  readonly solution: Float64Array;
  /** G, lower triangular, afterwards. */
  readonly root: Float64Array;
}

export function createEquations(order: number): Equations {
  const square = () => new Float64Array(order * order);
  const line = () => new Float64Array(order);
  return { order, matrix: square(), vector: line(), solution: line(), root: square() };
}

/** Fills `solution` with x of A x = b; false when A is not positive definite. */
export function solvePositiveDefinite(equations: Equations): boolean {
  if (!factorise(equations)) return false;
  const { order, vector, solution: x, root } = equations;
  for (let i = 0; i < order; i++) {
    const row = i * order;
    let known = 0;
    for (let k = 0; k < i; k++) known += (root[row + k] ?? 0) * (x[k] ?? 0);
    x[i] = ((vector[i] ?? 0) - known) / (root[row + i] ?? 1);
  }
  for (let i = order - 1; i >= 0; i--) {
    const row = i * order;
    const found = (x[i] ?? 0) / (root[row + i] ?? 1);
    x[i] = found;
    for (let j = 0; j < i; j++) x[j] = (x[j] ?? 0) - (root[row + j] ?? 0) * found;
  }
  return true;
}

/** Fills `root`; false when a pivot is not above 0. */
function factorise({ order, matrix, root }: Equations): boolean {
  for (let i = 0; i < order; i++) {
    const row = i * order;
    let squares = 0;
    for (let j = 0; j < i; j++) {
      const above = j * order;
      let known = 0;
      for (let k = 0; k < j; k++) known += (root[above + k] ?? 0) * (root[row + k] ?? 0);
      const own = ((matrix[row + j] ?? 0) - known) / (root[above + j] ?? 1);
      root[row + j] = own;
      squares += own * own;
    }
    const pivot = matrix[row + i] ?? 0;
    const rest = pivot - squares;
    if (!(rest > ROUNDING * pivot)) return false;
    root[row + i] = Math.sqrt(rest);
  }
  return true;
}
