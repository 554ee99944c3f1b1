import type { AudienceGap, LadderResult } from "../audit/types.ts";
import type { Condition } from "../framework/types.ts";
import { reaches } from "../numeric/reaches.ts";
import type { Judgement, ShownIndex } from "./judgement.ts";

type Between = Extract<Condition, { readonly kind: "between" }>;
type Level = Extract<Condition, { readonly kind: "levelBelow" | "levelReached" }>;

/** A level is called clear when so many of the draws come to the same one. */
const FIRM = 0.95;

/** What a condition on two audiences rests on. */
export interface Apart {
  readonly gaps: readonly AudienceGap[];
  /** Audience id → its published indices. */
  readonly shown: ReadonlyMap<string, { readonly title: string; readonly indices: ReadonlyMap<string, ShownIndex> }>;
}

/**
 * The index of the first audience minus that of the second is at least `by`. Clear when the whole interval of the gap is:
 * the two are different people, so the gap has an interval of its own and its size is judged, too.
 */
export function judgeBetween({ of, audience, than, by }: Between, { gaps, shown }: Apart): Judgement | null {
  const [first, second] = [shown.get(audience), shown.get(than)];
  const [mine, theirs] = [first?.indices.get(of), second?.indices.get(of)];
  const gap = gapOf(gaps, { of, audience, than });
  if (!first || !second || !mine || !theirs || gap === null || !reaches(gap.value, by)) return null;
  const { id, title, value, interval, n } = mine;
  return {
    evidence: {
      of: id,
      title: `${title} (${first.title})`,
      ...{ index: value, interval, n, relation: "ahead among", limit: null },
      than: { id: than, title: second.title, index: theirs.value },
      by,
    },
    clear: gap.low === null ? mine.exact && theirs.exact : reaches(gap.low, by),
    margin: gap.value - by,
  };
}

/** As a gap of the first audience over the second, whichever way round it is published; `low` null without an interval. */
function gapOf(
  gaps: readonly AudienceGap[],
  { of, audience, than }: Pick<Between, "of" | "audience" | "than">,
): { readonly value: number; readonly low: number | null } | null {
  for (const gap of gaps) {
    if (gap.id !== of || gap.index.kind !== "estimate") continue;
    const { value, interval } = gap.index;
    if (gap.audience === audience && gap.than === than) return { value, low: interval?.low ?? null };
    if (gap.audience === than && gap.than === audience)
      return { value: -value, low: interval === null ? null : -interval.high };
  }
  return null;
}

/** On the overall level, 0 being none. Clear when at least 95 % of the draws come to the same level, or nothing is unsure. */
export function judgeLevel(
  condition: Level,
  ladder: LadderResult | null,
  people: { n: number; exact: boolean },
): Judgement | null {
  if (ladder === null || ladder.overall === null) return null;
  const { overall, firm, levels, title } = ladder;
  const isBelow = condition.kind === "levelBelow";
  if (isBelow ? overall >= condition.level : overall < condition.level) return null;
  // A step of the ladder counts as its part of 100 points, so that margins can stand beside those of indices.
  const step = 100 / Math.max(1, levels.length);
  return {
    evidence: {
      ...{ of: "ladder", title, index: overall, interval: null, n: people.n },
      ...{ relation: isBelow ? "level below" : "level reached", limit: condition.level, than: null, by: null },
    },
    clear: firm === null ? people.exact : firm >= FIRM,
    margin: Math.abs(overall - condition.level) * step,
  };
}
