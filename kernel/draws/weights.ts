/** Relative weights of drawn correlation matrices, a pair at a time: src/numeric/weight-draws.ts, to the bit. */
import { diagonalise, openJacobi } from "./jacobi";
import { both, pairAt, putBoth } from "./numbers";

/** Smallest eigenvalue of correlations below which a predictor is a combination of the others, up to rounding. */
const SINGULAR: f64 = 1e-10;

let predictors: i32 = 0;
let correlations: usize = 0;
let matrix: usize = 0;
let vectors: usize = 0;
let roots: usize = 0;
let squares: usize = 0;

/** `from`: the correlations of the predictors and, last, the outcome; behind them two squares and two lines to work in. */
export function openWeights(from: usize, order: i32): void {
  predictors = order - 1;
  correlations = from;
  matrix = pairAt(correlations, order * order);
  vectors = pairAt(matrix, order * order);
  roots = pairAt(vectors, order * order);
  squares = pairAt(roots, order);
  openJacobi(matrix, vectors, predictors);
}

/** Fills `into` with one weight a predictor; all ones for either that has them. */
export function weigh(into: usize): v128 {
  for (let i = 0; i < predictors; i++)
    for (let j = 0; j < predictors; j++)
      putBoth(matrix, i * predictors + j, both(correlations, i * (predictors + 1) + j));
  diagonalise();
  let weighed = i64x2.splat(-1);
  for (let k = 0; k < predictors; k++) {
    const value = both(matrix, k * predictors + k);
    weighed = v128.and(weighed, f64x2.ge(value, f64x2.splat(SINGULAR)));
    putBoth(roots, k, f64x2.sqrt(value));
  }
  if (!v128.any_true(weighed)) return weighed;
  squaredSlopes();
  addUp(into);
  return weighed;
}

/** b = Q Λ^−½ Qᵀ r, squared. */
function squaredSlopes(): void {
  for (let i = 0; i < predictors; i++) putBoth(squares, i, f64x2.splat(0));
  for (let k = 0; k < predictors; k++) {
    let along = f64x2.splat(0);
    for (let i = 0; i < predictors; i++)
      along = f64x2.add(
        along,
        f64x2.mul(both(vectors, i * predictors + k), both(correlations, i * (predictors + 1) + predictors)),
      );
    along = f64x2.div(along, both(roots, k));
    for (let i = 0; i < predictors; i++)
      putBoth(squares, i, f64x2.add(both(squares, i), f64x2.mul(both(vectors, i * predictors + k), along)));
  }
  for (let i = 0; i < predictors; i++) putBoth(squares, i, f64x2.mul(both(squares, i), both(squares, i)));
}

/** Σₖ Hⱼₖ² bₖ² with H = Q Λ^½ Qᵀ, whose halves are alike. */
function addUp(into: usize): void {
  for (let i = 0; i < predictors; i++) putBoth(into, i, f64x2.splat(0));
  for (let j = 0; j < predictors; j++)
    for (let k = 0; k <= j; k++) {
      const square = squareOfRoot(j, k);
      putBoth(into, j, f64x2.add(both(into, j), f64x2.mul(square, both(squares, k))));
      if (k < j) putBoth(into, k, f64x2.add(both(into, k), f64x2.mul(square, both(squares, j))));
    }
}

function squareOfRoot(j: i32, k: i32): v128 {
  let root = f64x2.splat(0);
  for (let l = 0; l < predictors; l++) {
    const scaled = f64x2.mul(both(vectors, j * predictors + l), both(roots, l));
    root = f64x2.add(root, f64x2.mul(scaled, both(vectors, k * predictors + l)));
  }
  return f64x2.mul(root, root);
}
