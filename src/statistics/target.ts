/**
 * Probability that the true index of a dimension is below its target.
 *
 * Formula: T((target − index)/se, n − 1), se = 100 s/√n / |best − worst|. Never with the finite population factor: people
 *   answer with noise even when all of them answer.
 * Unit and range: 0–1. Missing rule: without a spread (one person, one assessment, equal scores) 1 below target, else 0.
 * Source: Student 1908, read as the posterior under a flat prior. Oracle: pt of R (test/statistics/target.test.ts).
 */
import { tCdf } from "../numeric/distributions.ts";
import type { Ends } from "./describe.ts";
import type { Moments } from "./moments.ts";
import type { Sampling } from "./sampling.ts";

/** An index computed from a mean can miss a whole target by a rounding error of the arithmetic, in index points. */
const ROUNDING = 1e-9;

/** `target` in index points. Needs n ≥ 1. */
export function probabilityBelow(
  { mean, variance, n }: Moments,
  { worst, best, target }: Ends & { target: number },
  { unit }: Sampling,
): number {
  const index = (100 * (mean - worst)) / (best - worst);
  if (unit !== "person" || variance === null || variance === 0) return index < target - ROUNDING ? 1 : 0;
  const se = (100 * Math.sqrt(variance / n)) / Math.abs(best - worst);
  return tCdf((target - index) / se, n - 1);
}
