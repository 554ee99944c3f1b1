/**
 * Scores are whole numbers of 1/L of the item metric, L = the least common multiple of the answered-weight sums that
 * can give a score: then a weighted mean over whichever items were answered is exact.
 */
export interface ScoreUnits {
  /** Σ of item weights. */
  readonly totalWeight: number;
  /** A respondent has a score when the answered weight is at least this. */
  readonly minWeight: number;
  /** L; Infinity when it is past 2^53. */
  readonly lcm: number;
}

/**
 * The units of a dimension.
 * @param weights item weights, whole numbers from 1
 * @param minAnswered the share of the weight that must be answered, 0–1
 */
export function scoreUnits(weights: readonly number[], minAnswered: number): ScoreUnits {
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  // A share such as 0.6 of 5 is 3.0000000000000004 in binary; the tiny allowance keeps it 3.
  const minWeight = Math.max(1, Math.ceil(minAnswered * totalWeight - 1e-9));
  const sums = reachableSums(weights).filter((sum) => sum >= minWeight);
  return { totalWeight, minWeight, lcm: sums.reduce(leastCommonMultiple, 1) };
}

/** Every sum that some subset of the weights has, ascending. */
function reachableSums(weights: readonly number[]): number[] {
  const sums = new Set([0]);
  for (const weight of weights) for (const sum of [...sums]) sums.add(sum + weight);
  return [...sums].sort((a, b) => a - b);
}

function leastCommonMultiple(a: number, b: number): number {
  const product = (a / greatestCommonDivisor(a, b)) * b;
  return product > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : product;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
