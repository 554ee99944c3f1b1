/**
 * Seeded draws of the correlations that as many people again might have shown.
 *
 * Formula: Bartlett's decomposition, W = (LT)(LT)ᵀ with R = LLᵀ, T lower triangular with standard normals below its diagonal
 *   and √χ²(df − i) on it; χ²(k) is twice a gamma of shape k/2 by the squeeze of Marsaglia and Tsang. Each W is scaled to
 *   a unit diagonal.
 * Unit and range: correlations, −1..1. Missing rule: R is whole, and positive semi-definite; df is above its order.
 * Source: Bartlett 1933; Marsaglia & Tsang 2000, A simple method for generating gamma variables, ACM TOMS 26(3).
 * Oracle: moments of χ² and of correlations by Fisher's z over many draws (test/numeric/wishart.test.ts).
 */
import { createDraws, type Draws } from "./draws.ts";
import type { Matrix } from "./symmetric.ts";

/** Variance left in a variable below which the ones before it say all of it. */
const ROUNDING = 1e-12;

export interface CorrelationModel {
  readonly correlation: Matrix;
  /** People − 1. */
  readonly df: number;
}

/**
 * Each call draws a correlation matrix, row after row, into the same array: it lasts until the next call.
 * seed, stream: integers.
 */
export function correlationDraws(
  { correlation, df }: CorrelationModel,
  { seed, stream = 0 }: { readonly seed: number; readonly stream?: number },
): () => Float64Array {
  const source = createDraws(seed, stream);
  const order = correlation.length;
  const space: Space = {
    order,
    root: lowerRoot(correlation),
    drawn: new Float64Array(order * order),
    rows: new Float64Array(order * order),
    correlations: new Float64Array(order * order),
  };
  return () => {
    bartlett(source, df, space);
    unitRows(space);
    return correlate(space);
  };
}

/** All square, row after row. */
interface Space {
  readonly order: number;
  /** L, lower. */
  readonly root: Float64Array;
  /** T, lower. */
  readonly drawn: Float64Array;
  /** LT with every row of length 1, lower. */
  readonly rows: Float64Array;
  readonly correlations: Float64Array;
}

/** A draw of χ² with df > 2 degrees of freedom. */
export function chiSquareDraw(draws: Draws, df: number): number {
  const d = df / 2 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = draws.normal();
    const root = 1 + c * x;
    const v = root * root * root;
    if (v <= 0) continue;
    // 1 − u is never 0, whose logarithm is none. Most draws lie within the squeeze, which spares the logarithms.
    const u = 1 - draws.uniform();
    if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < x * x * 0.5 + d * (1 - v + Math.log(v))) return 2 * d * v;
  }
}

/** L of R = LLᵀ; a variable that the ones before it say wholly gets a column of zeros. */
export function lowerRoot(matrix: Matrix): Float64Array {
  const order = matrix.length;
  const root = new Float64Array(order * order);
  for (const [i, row] of matrix.entries()) {
    for (let j = 0; j < i; j++) {
      const pivot = root[j * (order + 1)] ?? 0;
      root[i * order + j] = pivot === 0 ? 0 : ((row[j] ?? 0) - dot(root, [i * order, j * order], j)) / pivot;
    }
    const left = (row[i] ?? 0) - dot(root, [i * order, i * order], i);
    root[i * (order + 1)] = left > ROUNDING ? Math.sqrt(left) : 0;
  }
  return root;
}

/** Standard normals below the diagonal, √χ² on it. */
function bartlett(draws: Draws, df: number, { order, drawn }: Space): void {
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) drawn[i * order + j] = draws.normal();
    drawn[i * (order + 1)] = Math.sqrt(chiSquareDraw(draws, df - i));
  }
}

/** The product of two lower triangles, each row scaled to length 1. */
function unitRows({ order, root, drawn, rows }: Space): void {
  for (let i = 0; i < order; i++) {
    let squares = 0;
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = j; k <= i; k++) sum += (root[i * order + k] ?? 0) * (drawn[k * order + j] ?? 0);
      rows[i * order + j] = sum;
      squares += sum * sum;
    }
    const length = Math.sqrt(squares);
    for (let j = 0; j <= i; j++) rows[i * order + j] = (rows[i * order + j] ?? 0) / length;
  }
}

/** Correlations between the unit rows of a lower triangle. */
function correlate({ order, rows, correlations }: Space): Float64Array {
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      let r = 0;
      for (let k = 0; k <= j; k++) r += (rows[i * order + k] ?? 0) * (rows[j * order + k] ?? 0);
      correlations[i * order + j] = r;
      correlations[j * order + i] = r;
    }
    correlations[i * (order + 1)] = 1;
  }
  return correlations;
}

/** Σ of products of two rows that begin at these places, over the first `length` of each. */
function dot(matrix: Float64Array, [a, b]: readonly [number, number], length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (matrix[a + k] ?? 0) * (matrix[b + k] ?? 0);
  return sum;
}
