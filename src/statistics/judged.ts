/**
 * The interval that decides: of bands, of findings and of "short of target".
 *
 * Formula: that of the index, without the finite population factor. Unit and range: index points, 0–100.
 * Missing rule: that of the index. A census has one: people answer with noise even when all of them answer.
 * Source: measurement definitions. Oracle: the same data without a headcount (test/statistics/judged.test.ts).
 */
import type { Published } from "../audit/estimate.ts";
import type { Judged } from "../audit/types.ts";
import type { Sampling } from "./sampling.ts";

/** Ends of an index that was estimated without a headcount; null where it has no interval. */
export function judgedBy(index: Published): Judged | null {
  if (index.kind !== "estimate" || index.interval === null) return null;
  return { low: index.interval.low, high: index.interval.high };
}

const JUDGED_CAVEAT = "Bands, findings and targets are judged by the interval without the headcount.";

/** Says so on an index that is shown with a headcount. */
export function saysJudged(index: Published, judged: Judged | null, { headcount }: Sampling): Published {
  if (index.kind !== "estimate" || judged === null || headcount === null) return index;
  return { ...index, caveats: [...index.caveats, JUDGED_CAVEAT] };
}
