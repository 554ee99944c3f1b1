/**
 * Relative weights of many drawn correlation matrices, quickly: one workspace serves all draws.
 *
 * Formula, unit and range, source: numeric/relative-weights.ts, eigenvalues by numeric/jacobi.ts. Missing rule: a draw in
 *   which a predictor is a combination of the others is left out.
 * Oracle: relativeWeights, draw by draw (test/numeric/weight-draws.test.ts).
 */
import { createWorkspace, diagonalise, type Workspace } from "./jacobi.ts";
import { SINGULAR } from "./relative-weights.ts";

/**
 * Fills `into` with one weight per predictor; false where there are none. `correlations`: of the predictors and, last, the
 * outcome, row after row.
 */
export type WeightsOf = (correlations: Float64Array, into: Float64Array) => boolean;

export function createWeightsOf(predictors: number): WeightsOf {
  const space = createWorkspace(predictors);
  const scratch = { roots: new Float64Array(predictors), squares: new Float64Array(predictors) };
  return (correlations, into) => {
    for (let i = 0; i < predictors; i++)
      for (let j = 0; j < predictors; j++)
        space.matrix[i * predictors + j] = correlations[i * (predictors + 1) + j] ?? 0;
    diagonalise(space);
    for (let k = 0; k < predictors; k++) {
      const value = space.matrix[k * (predictors + 1)] ?? 0;
      if (!(value >= SINGULAR)) return false;
      scratch.roots[k] = Math.sqrt(value);
    }
    squaredSlopes(space, correlations, scratch);
    weigh(space, scratch, into);
    return true;
  };
}

interface Scratch {
  /** Of the eigenvalues. */
  readonly roots: Float64Array;
  /** bₖ² of the orthogonal counterparts. */
  readonly squares: Float64Array;
}

/** b = Q Λ^−½ Qᵀ r, squared. */
function squaredSlopes({ order, vectors }: Workspace, correlations: Float64Array, { roots, squares }: Scratch): void {
  squares.fill(0);
  for (let k = 0; k < order; k++) {
    let along = 0;
    for (let i = 0; i < order; i++)
      along += (vectors[i * order + k] ?? 0) * (correlations[i * (order + 1) + order] ?? 0);
    along /= roots[k] ?? 1;
    for (let i = 0; i < order; i++) squares[i] = (squares[i] ?? 0) + (vectors[i * order + k] ?? 0) * along;
  }
  for (let i = 0; i < order; i++) squares[i] = (squares[i] ?? 0) * (squares[i] ?? 0);
}

/** Σₖ Hⱼₖ² bₖ² with H = Q Λ^½ Qᵀ, whose halves are alike. */
function weigh({ order, vectors }: Workspace, { roots, squares }: Scratch, into: Float64Array): void {
  into.fill(0);
  for (let j = 0; j < order; j++)
    for (let k = 0; k <= j; k++) {
      let root = 0;
      for (let l = 0; l < order; l++)
        root += (vectors[j * order + l] ?? 0) * (roots[l] ?? 0) * (vectors[k * order + l] ?? 0);
      add(into, j, root * root * (squares[k] ?? 0));
      if (k < j) add(into, k, root * root * (squares[j] ?? 0));
    }
}

function add(into: Float64Array, place: number, part: number): void {
  into[place] = (into[place] ?? 0) + part;
}
