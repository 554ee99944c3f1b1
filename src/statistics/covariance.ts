/**
 * Covariance matrix of dimension means, the base of every composite's interval.
 *
 * Formula: V_ab = s_ab (n_ab/(nₐ n_b) − 1/N), the last term only with a headcount; s_ab over the n_ab people who have both
 *   scores, with n_ab − 1. Under survey weights that of weights.ts, and never a headcount.
 * Unit: products of the dimensions' points. Missing rule: pairwise; a pair with n_ab < 2 cannot be had.
 *   Pairwise covariances need not fit together: if V is not positive semi-definite its negative eigenvalues become 0.
 * Source: delta method with pairwise data, Särndal, Swensson & Wretman 1992, chapter 5; Higham 1988 for the nearest matrix.
 * Oracle: make.R (se_delta of reference.json).
 */
import type { AggregatePlan, Cell } from "../aggregate/types.ts";
import { isPositiveSemiDefinite, type Matrix } from "../numeric/symmetric.ts";
import { type Covariance, covarianceOf, type Moments } from "./moments.ts";
import { weightedCovarianceOfMeans, weightedMoments, weightsAreEqual } from "./weights.ts";

/** Pair of scores, by position in the plan, that too few people have both. */
export interface TooFewPairs {
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

export interface MeansCovariance {
  readonly matrix: Matrix;
  /** Negative eigenvalues were set to 0. */
  readonly clipped: boolean;
}

interface Request {
  readonly plan: AggregatePlan;
  readonly cell: Cell;
  /** Positions in `plan.scores`. */
  readonly scores: readonly number[];
  /** One per position, in the same order. */
  readonly moments: readonly Moments[];
  readonly headcount: number | null;
}

/** V of the means of these scores, positive semi-definite; or the first pair that fewer than two people have. */
export async function covarianceOfMeans(request: Request): Promise<MeansCovariance | TooFewPairs> {
  const pairs = request.scores.map((_, i) => request.scores.slice(i).map((_, j) => meansPair(request, i, i + j)));
  const lacking = pairs.flat().filter((pair) => pair.entry === null);
  // A score of one person lacks every pair too: its own variance is the plainer reason.
  const missing = lacking.find(({ a, b }) => a === b) ?? lacking[0];
  if (missing !== undefined) return { a: missing.a, b: missing.b, n: missing.n };
  const matrix = pairs.map((_, i) => pairs.map((_, j) => pairs[Math.min(i, j)]?.[Math.abs(i - j)]?.entry ?? 0));
  if (isPositiveSemiDefinite(matrix)) return { matrix, clipped: false };
  const { nearestPositiveSemiDefinite } = await import("../numeric/matrix.ts");
  return { matrix: nearestPositiveSemiDefinite(matrix), clipped: true };
}

interface MeansPair extends TooFewPairs {
  /** V_ab, or null when it cannot be had. */
  readonly entry: number | null;
}

/** Covariance of the i-th and the j-th mean of the request. */
function meansPair(request: Request, i: number, j: number): MeansPair {
  const { scores, moments, headcount } = request;
  const [a, b] = [scores[i] ?? -1, scores[j] ?? -1];
  const weighted = weightedEntry(request, a, b);
  if (weighted !== null) return weighted;
  const [own, other] = [moments[i], moments[j]];
  const { n, value } = i === j ? { n: own?.n ?? 0, value: own?.variance ?? null } : pairCovariance(request, a, b);
  if (value === null || own === undefined || other === undefined) return { a, b, n, entry: null };
  const factor = n / (own.n * other.n) - (headcount === null ? 0 : 1 / headcount);
  return { a, b, n, entry: value * factor };
}

/** Null where no weights differ. */
function weightedEntry({ plan, cell }: Request, a: number, b: number): MeansPair | null {
  if (plan.weighted === null) return null;
  if (a !== b) {
    const pair = weightedCovarianceOfMeans(cell, plan, [a, b]);
    return pair === null ? null : { a, b, ...pair };
  }
  const own = weightedMoments(cell, plan, a);
  return own === null || weightsAreEqual(cell, plan) ? null : { a, b, n: own.n, entry: own.se2 };
}

/** The plan keeps each unordered pair once, a < b. */
function pairCovariance({ plan, cell }: Request, a: number, b: number): Covariance {
  const [first, second] = a < b ? [a, b] : [b, a];
  const slots = plan.pairs.find((pair) => pair.a === first && pair.b === second);
  if (slots === undefined) return { n: 0, value: null };
  const units = [plan.scores[first]?.unitsPerPoint ?? 1, plan.scores[second]?.unitsPerPoint ?? 1] as const;
  return covarianceOf(cell, slots, units);
}
