import type { Evidence, Judged } from "../audit/types.ts";
import type { Condition } from "../framework/types.ts";
import { reaches } from "./standing.ts";

/** A published index that a condition may be judged on. */
export interface ShownIndex {
  readonly id: string;
  readonly title: string;
  /** 0–100, 100 is best. */
  readonly value: number;
  /** As it is judged: never narrowed by a headcount. */
  readonly interval: Judged | null;
  readonly n: number;
  /** No interval is needed for the point to be certain: one assessment. */
  readonly exact: boolean;
}

/** A condition that holds. */
export interface Judgement {
  readonly evidence: Evidence;
  /** The intervals, too, lie wholly on the condition's side. */
  readonly clear: boolean;
  /** Index points by which it is met, ≥ 0 but for rounding. */
  readonly margin: number;
}

/** Judges one condition on the published indices. Null when it does not hold or rests on something not shown. */
export function judge(condition: Condition, shown: ReadonlyMap<string, ShownIndex>): Judgement | null {
  const of = shown.get(condition.of);
  if (of === undefined) return null;
  if (condition.kind === "below") return judgeBelow(of, condition.limit);
  if (condition.kind === "atLeast") return judgeAtLeast(of, condition.limit);
  const than = shown.get(condition.than);
  return than === undefined ? null : judgeAhead(of, than, condition.by);
}

function judgeBelow(of: ShownIndex, limit: number): Judgement | null {
  if (reaches(of.value, limit)) return null;
  return {
    evidence: { ...about(of), relation: "below", limit, than: null, by: null },
    clear: of.interval === null ? of.exact : !reaches(of.interval.high, limit),
    margin: limit - of.value,
  };
}

function judgeAtLeast(of: ShownIndex, limit: number): Judgement | null {
  if (!reaches(of.value, limit)) return null;
  return {
    evidence: { ...about(of), relation: "at least", limit, than: null, by: null },
    clear: of.interval === null ? of.exact : reaches(of.interval.low, limit),
    margin: of.value - limit,
  };
}

function judgeAhead(of: ShownIndex, than: ShownIndex, by: number): Judgement | null {
  const lead = of.value - than.value;
  if (!reaches(lead, by)) return null;
  return {
    evidence: {
      ...about(of),
      relation: "ahead of",
      limit: null,
      than: { id: than.id, title: than.title, index: than.value },
      by,
    },
    clear: isClearlyAhead(of, than),
    margin: lead - by,
  };
}

/**
 * Clear when the two intervals do not overlap. This is conservative about who is ahead: both indices come from the same
 * people, so their difference is usually surer than two intervals side by side suggest. The size of the lead stays an estimate.
 */
function isClearlyAhead(of: ShownIndex, than: ShownIndex): boolean {
  if (of.interval === null && than.interval === null) return of.exact && than.exact;
  if ((of.interval === null && !of.exact) || (than.interval === null && !than.exact)) return false;
  return (of.interval?.low ?? of.value) > (than.interval?.high ?? than.value);
}

function about({
  id,
  title,
  value,
  interval,
  n,
}: ShownIndex): Pick<Evidence, "of" | "title" | "index" | "interval" | "n"> {
  return { of: id, title, index: value, interval, n };
}
