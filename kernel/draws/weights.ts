/** Relative weights of a drawn correlation matrix: src/numeric/weight-draws.ts, to the bit. */
import { diagonalise, openJacobi } from "./jacobi";
import { at, put } from "./numbers";

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
  matrix = correlations + ((<usize>(order * order)) << 3);
  vectors = matrix + ((<usize>(order * order)) << 3);
  roots = vectors + ((<usize>(order * order)) << 3);
  squares = roots + ((<usize>order) << 3);
  openJacobi(matrix, vectors, predictors);
}

/** Fills `into` with one weight a predictor; false where there are none. */
export function weigh(into: usize): bool {
  for (let i = 0; i < predictors; i++)
    for (let j = 0; j < predictors; j++) put(matrix, i * predictors + j, at(correlations, i * (predictors + 1) + j));
  diagonalise();
  for (let k = 0; k < predictors; k++) {
    const value = at(matrix, k * predictors + k);
    if (!(value >= SINGULAR)) return false;
    put(roots, k, sqrt(value));
  }
  squaredSlopes();
  addUp(into);
  return true;
}

/** b = Q Λ^−½ Qᵀ r, squared. */
function squaredSlopes(): void {
  for (let i = 0; i < predictors; i++) put(squares, i, 0);
  for (let k = 0; k < predictors; k++) {
    let along: f64 = 0;
    for (let i = 0; i < predictors; i++)
      along += at(vectors, i * predictors + k) * at(correlations, i * (predictors + 1) + predictors);
    along /= at(roots, k);
    for (let i = 0; i < predictors; i++) put(squares, i, at(squares, i) + at(vectors, i * predictors + k) * along);
  }
  for (let i = 0; i < predictors; i++) put(squares, i, at(squares, i) * at(squares, i));
}

/** Σₖ Hⱼₖ² bₖ² with H = Q Λ^½ Qᵀ, whose halves are alike. */
function addUp(into: usize): void {
  for (let i = 0; i < predictors; i++) put(into, i, 0);
  for (let j = 0; j < predictors; j++)
    for (let k = 0; k <= j; k++) {
      let root: f64 = 0;
      for (let l = 0; l < predictors; l++)
        root += at(vectors, j * predictors + l) * at(roots, l) * at(vectors, k * predictors + l);
      put(into, j, at(into, j) + root * root * at(squares, k));
      if (k < j) put(into, k, at(into, k) + root * root * at(squares, j));
    }
}
