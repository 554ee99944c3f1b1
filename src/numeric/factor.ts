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
import { solvePositiveDefinite } from "./solve.ts";
import type { Matrix } from "./symmetric.ts";

/** The largest slope that counts as none. */
const VANISHING = 1e-12;
/** Far more than any proper solution takes: about ten steps. */
const MOST_STEPS = 500;
const POWER_STEPS = 60;
/** A curvature under this counts as none; loadings of .3 on three items have .02. */
const FLAT = 1e-6;

/** Loadings of at least three items; null without a proper solution. Rows of `correlations`: symmetric, ones on the diagonal. */
export function oneFactor(correlations: Matrix): readonly number[] | null {
  const loadings = minimise(correlations, firstComponent(correlations));
  if (loadings === null || loadings.some((loading) => Math.abs(loading) >= 1)) return null;
  // Where the surface is flat in some direction, other loadings fit as well.
  if (solvePositiveDefinite(curvature(correlations, loadings, -FLAT), loadings) === null) return null;
  const sum = loadings.reduce((total, loading) => total + loading, 0);
  return sum < 0 ? loadings.map((loading) => -loading) : loadings;
}

/** Damped Newton steps: less damping after a step down, more after one up. Null when the slope does not vanish. */
function minimise(correlations: Matrix, start: readonly number[]): readonly number[] | null {
  let at = start;
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = gradient(correlations, at);
    if (steepest(slope) < VANISHING) return at;
    const move = solvePositiveDefinite(curvature(correlations, at, damping), slope);
    const next = move === null ? null : at.map((loading, i) => loading - (move[i] ?? 0));
    if (next !== null && isBetter(correlations, next, at)) {
      at = next;
      damping = damping < 1e-9 ? 0 : damping / 10;
    } else damping = Math.max(1e-6, damping * 10);
  }
  return null;
}

/** Lower; or, where the differences are lost in rounding, flatter and not higher by more than that. */
function isBetter(correlations: Matrix, next: readonly number[], at: readonly number[]): boolean {
  const [after, before] = [misfit(correlations, next), misfit(correlations, at)];
  if (after < before) return true;
  const level = after <= before * (1 + 1e-12) + 1e-15;
  return level && steepest(gradient(correlations, next)) < steepest(gradient(correlations, at));
}

function misfit(correlations: Matrix, loadings: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < loadings.length; i++)
    for (let j = 0; j < i; j++) sum += residual(correlations, loadings, [i, j]) ** 2;
  return sum;
}

function residual(correlations: Matrix, loadings: readonly number[], [i, j]: readonly [number, number]): number {
  return (correlations[i]?.[j] ?? 0) - (loadings[i] ?? 0) * (loadings[j] ?? 0);
}

/** ∂f/∂l_i = −2 Σ_{j≠i} (r_ij − l_i l_j) l_j */
function gradient(correlations: Matrix, loadings: readonly number[]): readonly number[] {
  return loadings.map((_, i) =>
    loadings.reduce(
      (sum, loading, j) => (i === j ? sum : sum - 2 * residual(correlations, loadings, [i, j]) * loading),
      0,
    ),
  );
}

/** Second derivatives: 2 Σ_{j≠i} l_j² on the diagonal, −2 (r_ij − 2 l_i l_j) beside it; and the damping. */
function curvature(correlations: Matrix, loadings: readonly number[], damping: number): Matrix {
  const squares = loadings.reduce((sum, loading) => sum + loading * loading, 0);
  return loadings.map((own, i) =>
    loadings.map((other, j) =>
      i === j ? 2 * (squares - own * own) + damping : -2 * ((correlations[i]?.[j] ?? 0) - 2 * own * other),
    ),
  );
}

function steepest(slope: readonly number[]): number {
  return Math.max(...slope.map(Math.abs));
}

/** The first principal component, roughly: repeated multiplication from the row that is longest. */
function firstComponent(correlations: Matrix): readonly number[] {
  const length = (vector: readonly number[]) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  let vector = correlations.reduce((longest, row) => (length(row) > length(longest) ? row : longest));
  let size = length(vector);
  for (let step = 0; step < POWER_STEPS; step++) {
    const unit = vector.map((value) => value / size);
    vector = correlations.map((row) => row.reduce((sum, value, j) => sum + value * (unit[j] ?? 0), 0));
    size = length(vector);
  }
  return vector.map((value) => value / Math.sqrt(size));
}
