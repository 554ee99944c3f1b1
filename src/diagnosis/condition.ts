import type { Evidence, LadderResult } from "../audit/types.ts";
import type { Condition } from "../framework/types.ts";
import { reaches } from "../numeric/reaches.ts";
import type { Judgement, ShownIndex } from "./judgement.ts";
import { type Apart, judgeBetween, judgeLevel } from "./levels.ts";

/** What conditions may be judged on: nothing that is not shown. */
export interface Ground {
  readonly indices: ReadonlyMap<string, ShownIndex>;
  readonly apart: Apart;
  /** Null where there is none. */
  readonly ladder: LadderResult | null;
  readonly people: { readonly n: number; readonly exact: boolean };
}

/** Judges one condition on what is published. Null when it does not hold or rests on something not shown. */
export function judge(condition: Condition, { indices, apart, ladder, people }: Ground): Judgement | null {
  if (condition.kind === "between") return judgeBetween(condition, apart);
  if (condition.kind === "levelBelow" || condition.kind === "levelReached")
    return judgeLevel(condition, ladder, people);
  const of = indices.get(condition.of);
  if (of === undefined) return null;
  if (condition.kind === "below") return judgeBelow(of, condition.limit);
  if (condition.kind === "atLeast") return judgeAtLeast(of, condition.limit);
  const than = indices.get(condition.than);
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
