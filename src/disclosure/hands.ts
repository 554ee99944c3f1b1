import { DETAIL_MINIMUM } from "./policy.ts";

/** Whether a show of hands may be told answer by answer. Everybody saw it, but a report is passed on to people who did not. */
export function mayShowHands(counts: readonly number[]): boolean {
  return counts.reduce((sum, count) => sum + count, 0) >= DETAIL_MINIMUM;
}
