import type { Audit, Change, ChangeResult, PlanStep } from "../../audit/types.ts";
import type { Comparison } from "../../diagnosis/comparison.ts";
import { beginsOf } from "./schedule.ts";
import type { Tracked, TrackedStep } from "./tracked.ts";

/** A plan held against what has changed since. */
export interface PlanReview {
  readonly comparison: Comparison;
  /** Months between the two waves; null: not known. */
  readonly months: number | null;
  readonly steps: readonly StepReview[];
  /** Strategy ids of the tracked table that are no step of the plan. */
  readonly strangers: readonly string[];
}

export interface StepReview {
  readonly step: PlanStep;
  /** Null: no table was given, or it has no row of this step. */
  readonly tracked: TrackedStep | null;
  /** What it was to move, largest share first. */
  readonly moved: readonly Moved[];
  readonly verdict: Verdict;
  readonly due: Due;
  /** Months from the start of the plan at which it was to begin; 0 of one that somebody has marked as begun. */
  readonly begins: number;
}

export interface Moved {
  readonly because: PlanStep["because"][number];
  /** Null where there is none to see; `reason` says why. */
  readonly change: Change | null;
  readonly reason: string | null;
}

/** What the numbers say, and never why. */
export type Verdict =
  | "too early"
  | "better"
  | "worse"
  | "mixed"
  | "no clear change"
  | "too few to say"
  | "answers no score";

/** By the months that have passed since it was to begin; `unknown` without them. */
export type Due = "not begun" | "not yet" | "first review" | "last review" | "regular review" | "unknown";

interface ReviewInput {
  readonly comparison: Comparison;
  readonly tracked: Tracked | null;
  readonly months: number | null;
}

/** Every step of the earlier audit's plan against the change since. */
export function reviewOf({ comparison, tracked, months }: ReviewInput): PlanReview {
  const { steps } = comparison.before.audit.plan;
  const begins = beginsOf(steps);
  return {
    comparison,
    months,
    steps: steps.map((step) => {
      const moved = step.because.map((because) => movedOf(comparison, because));
      const own = tracked?.get(step.strategy) ?? null;
      // When it was begun the table does not say: of one that was, all the months may have gone into it.
      const isBegun = own !== null && own.status !== "open";
      const begin = isBegun ? 0 : (begins.get(step.strategy) ?? 0);
      const passed = months === null ? null : months - begin;
      return {
        step,
        tracked: own,
        moved,
        verdict: verdictOf(step, moved, passed),
        due: dueOf(step, passed),
        begins: begin,
      };
    }),
    strangers: [...(tracked?.keys() ?? [])].filter((id) => !begins.has(id)),
  };
}

function movedOf({ before, change, leftOut }: Comparison, because: Moved["because"]): Moved {
  const found = changesOf(change, before.audit, because.audience)?.find(
    ({ of, id }) => of === "dimension" && id === because.dimension,
  );
  if (found !== undefined && found.index.kind === "estimate") return { because, change: found, reason: null };
  const left = leftOut.find(({ of, id }) => of === "dimension" && id === because.dimension);
  return { because, change: null, reason: left?.reason ?? unseen(found) };
}

function unseen(change: Change | undefined): string {
  if (change?.index.kind === "none") return change.index.reason;
  return change === undefined ? "it is not shown in both audits" : "hidden to protect small groups";
}

/** Of one audience: the changes of its group; null where that group is not in both. */
function changesOf(
  { changes, groups }: ChangeResult,
  { asked }: Audit,
  audience: Moved["because"]["audience"],
): readonly Change[] | null {
  if (audience === null || asked.audienceColumn === null) return changes;
  const own = groups.find(
    ({ grouping, path, label }) =>
      grouping === asked.audienceColumn && (path.includes(audience.id) || label === audience.title),
  );
  return own?.changes ?? null;
}

function verdictOf({ months: [from] }: PlanStep, moved: readonly Moved[], months: number | null): Verdict {
  if (moved.length === 0) return "answers no score";
  if (months !== null && months < from) return "too early";
  const says = new Set(moved.flatMap(({ change }) => (change === null ? [] : [change.says])));
  if (says.has("up")) return says.has("down") ? "mixed" : "better";
  if (says.has("down")) return "worse";
  return says.has("no clear change") ? "no clear change" : "too few to say";
}

function dueOf({ months: [from, to] }: PlanStep, months: number | null): Due {
  if (months === null) return "unknown";
  if (months < 0) return "not begun";
  if (months < from) return "not yet";
  if (to === null) return "regular review";
  return months < to ? "first review" : "last review";
}
