/**
 * The interval that decides: of bands, of findings, of "short of target" and of gates.
 *
 * Formula: that of the estimate, without the finite population factor. Unit and range: those of the estimate.
 * Missing rule: that of the estimate. A census has one: people answer with noise even when all of them answer.
 * Source: measurement definitions. Oracle: the same data without a headcount (test/statistics/judged.test.ts).
 */
import type { Published } from "../audit/estimate.ts";
import type { Judged } from "../audit/types.ts";
import type { Group } from "./group.ts";
import { type Sampling, withoutHeadcount } from "./sampling.ts";

/** Ends of an estimate that was made without a headcount; null where it has no interval. */
export function judgedBy(estimate: Published): Judged | null {
  if (estimate.kind !== "estimate" || estimate.interval === null) return null;
  return { low: estimate.interval.low, high: estimate.interval.high };
}

/** Of what is shown of a group: the ends of the same estimate without the headcount. */
export function judgedIn(group: Group, shown: Published, estimate: (group: Group) => Published): Judged | null {
  if (shown.kind !== "estimate" || group.sampling.headcount === null) return judgedBy(shown);
  return judgedBy(estimate({ ...group, sampling: withoutHeadcount(group.sampling) }));
}

const JUDGED_CAVEAT = "Bands, findings and targets are judged by the interval without the headcount.";

/** Says so on an index that is shown with a headcount. */
export function saysJudged(index: Published, judged: Judged | null, { headcount }: Sampling): Published {
  if (index.kind !== "estimate" || judged === null || headcount === null) return index;
  return { ...index, caveats: [...index.caveats, JUDGED_CAVEAT] };
}
