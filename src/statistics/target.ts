/**
 * Probability that the true index of a dimension is below its target.
 *
 * Formula: T((target − index)/se, n − 1), se = 100 s/√n / |best − worst|; under survey weights se and df of weights.ts.
 *   Never with the finite population factor: people answer with noise even when all of them answer.
 * Unit and range: 0–1. Missing rule: without a spread (one person, one assessment, equal scores) 1 below target, else 0.
 * Source: Student 1908, read as the posterior under a flat prior. Oracle: pt of R (test/statistics/target.test.ts).
 */

import { tCdf } from "../numeric/distributions.ts";
import { reaches } from "../numeric/reaches.ts";
import { indexOn } from "../numeric/rescale.ts";
import type { Ends } from "./describe.ts";
import type { Sampling } from "./sampling.ts";
import type { Summary } from "./weights.ts";

/** `target` in index points. Needs n ≥ 1. */
export function probabilityBelow(
  { mean, se2, df }: Summary,
  { target, ...ends }: Ends & { target: number },
  { unit }: Sampling,
): number {
  const index = indexOn(ends, mean);
  if (unit !== "person" || se2 === null || se2 === 0 || df <= 0) return reaches(index, target) ? 0 : 1;
  const se = (100 * Math.sqrt(se2)) / Math.abs(ends.best - ends.worst);
  return tCdf((target - index) / se, df);
}
