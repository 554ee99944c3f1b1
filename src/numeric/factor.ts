/**
 * One common factor behind a correlation matrix, by minimum residuals.
 *
 * Formula: the loadings l that minimise f(l) = Σ_{i<j} (r_ij − l_i l_j)², to a vanishing gradient.
 * Unit and range: correlations with the factor; proper when all lie inside (−1, 1). Their common sign is arbitrary: the
 *   sum is made positive. Missing rule: null when there is no proper solution, or when it is not the only one near it.
 * Source: Harman & Jones 1966, Factor analysis by minimizing residuals, Psychometrika 31. The search is our own: Newton's
 *   steps, damped (Marquardt 1963), from the first principal component.
 * Oracle: a matrix made from known loadings, and the three-item solution l₁ = √(r₁₂ r₁₃ / r₂₃) (test/numeric/factor.test.ts);
 *   R (reference.json, omega_total_minres).
 */
import { createEquations, type Equations, solvePositiveDefinite } from "./solve.ts";
import type { Matrix } from "./symmetric.ts";

/** The largest slope that counts as none. */
const VANISHING = 1e-12;
/** Far more than any proper solution takes: about ten steps. Answers without one take them all. */
const MOST_STEPS = 500;
const POWER_STEPS = 60;
/** A curvature under this counts as none; loadings of .3 on three items have .02. */
const FLAT = 1e-6;

/** Correlations, row after row. */
interface Square {
  readonly order: number;
  readonly cells: Float64Array;
}

/** Loadings of at least three items; null without a proper solution. Rows of `correlations`: symmetric, ones on the diagonal. */
export function oneFactor(correlations: Matrix): readonly number[] | null {
  const square: Square = { order: correlations.length, cells: Float64Array.from(correlations.flat()) };
  const equations = createEquations(square.order);
  const loadings = minimise(square, firstComponent(square), equations);
  if (loadings?.every((loading) => Math.abs(loading) < 1) !== true) return null;
  // Where the surface is flat in some direction, other loadings fit as well.
  curvature(square, loadings, { damping: -FLAT, into: equations.matrix });
  if (!solvePositiveDefinite(equations)) return null;
  const sum = loadings.reduce((total, loading) => total + loading, 0);
  return Array.from(sum < 0 ? loadings.map((loading) => -loading) : loadings);
}

/** A place of the search, with what is known of it. */
interface Place {
  readonly loadings: Float64Array;
  readonly slope: Float64Array;
  misfit: number;
  /** The largest part of the slope, either way. */
  steepest: number;
}

/** Damped Newton steps: less damping after a step down, more after one up. Null when the slope does not vanish. */
function minimise(square: Square, start: Float64Array, equations: Equations): Float64Array | null {
  const { order } = square;
  const emptyPlace = (): Place => ({ loadings: start.slice(), slope: new Float64Array(order), misfit: 0, steepest: 0 });
  let at = emptyPlace();
  let next = emptyPlace();
  survey(square, at);
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (at.steepest < VANISHING) return at.loadings;
    curvature(square, at.loadings, { damping, into: equations.matrix });
    equations.vector.set(at.slope);
    if (solvePositiveDefinite(equations) && isBetter(square, moved(at, equations, next), at)) {
      [at, next] = [next, at];
      damping = damping < 1e-9 ? 0 : damping / 10;
    } else damping = Math.max(1e-6, damping * 10);
  }
  return null;
}

/** `next`, one step of the equations' solution away. */
function moved(at: Place, { order, solution }: Equations, next: Place): Place {
  for (let i = 0; i < order; i++) next.loadings[i] = (at.loadings[i] ?? 0) - (solution[i] ?? 0);
  return next;
}

/** Lower; or, where the differences are lost in rounding, flatter and not higher by more than that. Surveys `next`. */
function isBetter(square: Square, next: Place, at: Place): boolean {
  survey(square, next);
  if (next.misfit < at.misfit) return true;
  const level = next.misfit <= at.misfit * (1 + 1e-12) + 1e-15;
  return level && next.steepest < at.steepest;
}

/** f(l) and ∂f/∂l_i = −2 Σ_{j≠i} (r_ij − l_i l_j) l_j of a place's loadings. */
function survey({ order, cells }: Square, place: Place): void {
  const { loadings, slope } = place;
  let misfit = 0;
  let steepest = 0;
  for (let i = 0; i < order; i++) {
    const own = loadings[i] ?? 0;
    let sum = 0;
    for (let j = 0; j < order; j++) {
      if (i === j) continue;
      const other = loadings[j] ?? 0;
      const residual = (cells[i * order + j] ?? 0) - own * other;
      sum -= 2 * residual * other;
      if (j < i) misfit += residual * residual;
    }
    slope[i] = sum;
    steepest = Math.max(steepest, Math.abs(sum));
  }
  place.misfit = misfit;
  place.steepest = steepest;
}

/** Second derivatives: 2 Σ_{j≠i} l_j² on the diagonal, −2 (r_ij − 2 l_i l_j) beside it; and the damping. */
function curvature(
  { order, cells }: Square,
  loadings: Float64Array,
  { damping, into }: { readonly damping: number; readonly into: Float64Array },
): void {
  let squares = 0;
  for (let i = 0; i < order; i++) squares += (loadings[i] ?? 0) * (loadings[i] ?? 0);
  for (let i = 0; i < order; i++) {
    const own = loadings[i] ?? 0;
    // The equations read the lower triangle alone.
    for (let j = 0; j < i; j++) into[i * order + j] = -2 * ((cells[i * order + j] ?? 0) - 2 * own * (loadings[j] ?? 0));
    into[i * order + i] = 2 * (squares - own * own) + damping;
  }
}

/** The first principal component, roughly: repeated multiplication from the row that is longest. */
function firstComponent({ order, cells }: Square): Float64Array {
  const rows = Array.from({ length: order }, (_, i) => cells.subarray(i * order, (i + 1) * order));
  const longest = rows.reduce((best, row) => (lengthOf(row) > lengthOf(best) ? row : best));
  const unit = new Float64Array(order);
  const vector = longest.slice();
  for (let step = 0; step < POWER_STEPS; step++) {
    const size = lengthOf(vector);
    for (let i = 0; i < order; i++) unit[i] = (vector[i] ?? 0) / size;
    for (let i = 0; i < order; i++) {
      let sum = 0;
      for (let j = 0; j < order; j++) sum += (cells[i * order + j] ?? 0) * (unit[j] ?? 0);
      vector[i] = sum;
    }
  }
  const root = Math.sqrt(lengthOf(vector));
  return vector.map((value) => value / root);
}

function lengthOf(vector: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += (vector[i] ?? 0) * (vector[i] ?? 0);
  return Math.sqrt(squares);
}
