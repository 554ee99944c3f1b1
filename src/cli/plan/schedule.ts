import type { PlanStep } from "../../audit/types.ts";
import { addMonths, type Day, onWorkday } from "./dates.ts";

/** When to look at a step: so many months from the start of the plan, and the working day where the start is known. */
export interface Moment {
  readonly months: number;
  readonly day: Day | null;
}

export interface Review extends Moment {
  /** `last`: it should have shown by then. Of a step with an open end there is none. */
  readonly kind: "first" | "next" | "last";
}

export interface Schedule {
  /** When it begins. */
  readonly begins: Moment;
  /** The first step of it: within a week. */
  readonly begin: Moment;
  /** In order of time, at least one. */
  readonly reviews: readonly Review[];
  /** Null where its end is open. */
  readonly due: Moment | null;
  /** Steps of the plan that it cannot do without, by rank. */
  readonly needs: readonly PlanStep[];
}

/** Months between the reviews of a step with an open end, and how many of them are planned: a year. */
const EVERY = 3;
const PLANNED = 4;
const WEEK = 7;
/** So many steps are set going at once. */
const AT_ONCE = 3;
/** Setting a step going takes this long at least, in months, however soon it shows. */
const SHORTEST = 0.5;

/** Where a step is being set going: from its begin until it begins to show. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Strategy id → months from the start of the plan at which its step begins. In the order of the plan each begins as early as
 * it can: not before the steps it needs should have begun to show, and with never more than three being set going, which a
 * step is until it should begin to show.
 */
export function beginsOf(steps: readonly PlanStep[]): ReadonlyMap<string, number> {
  const spans = new Map<string, Span>();
  for (const step of steps) {
    const ready = needsOf(step, steps).map(({ strategy }) => spans.get(strategy)?.to ?? 0);
    const takes = Math.max(SHORTEST, step.months[0]);
    const from = earliest([...spans.values()], { after: Math.max(0, ...ready), takes });
    spans.set(step.strategy, { from, to: from + takes });
  }
  return new Map([...spans].map(([id, { from }]) => [id, from]));
}

function earliest(
  spans: readonly Span[],
  { after, takes }: { readonly after: number; readonly takes: number },
): number {
  const isFree = (from: number) => {
    const moments = [from, ...spans.map((span) => span.from).filter((at) => at > from && at < from + takes)];
    return moments.every((at) => spans.filter((span) => span.from <= at && at < span.to).length < AT_ONCE);
  };
  const candidates = [after, ...spans.map(({ to }) => to).filter((to) => to > after)].sort((a, b) => a - b);
  return candidates.find(isFree) ?? after;
}

/** Steps of the plan that this one cannot do without, by rank. */
function needsOf(step: PlanStep, steps: readonly PlanStep[]): readonly PlanStep[] {
  return steps.filter(
    ({ strategy, prerequisiteFor, rank }) =>
      rank < step.rank && (step.prerequisites.includes(strategy) || prerequisiteFor === step.strategy),
  );
}

/** Strategy id → when to do and to look at its step. `start` null: months are told, and no dates. */
export function schedulesOf(steps: readonly PlanStep[], start: Day | null): ReadonlyMap<string, Schedule> {
  const begins = beginsOf(steps);
  return new Map(
    steps.map((step) => [
      step.strategy,
      { ...scheduleOf(step, { start, begins: begins.get(step.strategy) ?? 0 }), needs: needsOf(step, steps) },
    ]),
  );
}

/**
 * First review when a step shows at the earliest, last when it should have shown; of an open end every three months, for
 * a year. All is counted from the start of the plan; days that fall on a weekend move to Monday.
 */
function scheduleOf(
  { months: [from, to] }: Pick<PlanStep, "months">,
  { start, begins }: { readonly start: Day | null; readonly begins: number },
): Omit<Schedule, "needs"> {
  const first = start === null ? null : begins === 0 ? start : onWorkday(addMonths(start, begins));
  const at = (months: number): Moment => ({
    months: begins + months,
    day: start === null ? null : onWorkday(addMonths(start, begins + months)),
  });
  const own = {
    begins: { months: begins, day: first },
    begin: { months: begins, day: first === null ? null : onWorkday(first + WEEK) },
  };
  if (to === null) {
    const later = Array.from({ length: PLANNED - 1 }, (_, one) => from + EVERY * (one + 1));
    const reviews = [from, ...later].map(
      (months, one): Review => ({ kind: one === 0 ? "first" : "next", ...at(months) }),
    );
    return { ...own, reviews, due: null };
  }
  const last: Review = { kind: "last", ...at(to) };
  return { ...own, reviews: from === to ? [last] : [{ kind: "first", ...at(from) }, last], due: at(to) };
}
