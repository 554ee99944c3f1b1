import type { PlanStep } from "../../audit/types.ts";
import { textCell } from "../../framework/text-cell.ts";
import { csvText } from "../../interview/csv.ts";
import { type Day, isoOf } from "./dates.ts";
import { type Moment, type Schedule, schedulesOf } from "./schedule.ts";

/** What a step, or an action of it, may be marked as in the plan's table. */
export const STATUSES = ["open", "started", "done"] as const;
export type Status = (typeof STATUSES)[number];

/** The plan as a table to track: the first step of each step, then its actions, a row each. */
export function planTable(steps: readonly PlanStep[], start: Day | null): string {
  const [begin, due, review] = ["begin", "due", "review"].map(
    (when) => `${when}_${start === null ? "months" : "date"}`,
  );
  const schedules = schedulesOf(steps, start);
  return csvText({
    headers: [
      ...["step", "strategy", "title", "needs", "action", "owner"],
      ...[begin ?? "", due ?? "", "measure", review ?? "", "status"],
    ],
    rows: steps.flatMap((step) => stepRows(step, schedules.get(step.strategy))).map((cells) => cells.map(textCell)),
  });
}

function stepRows(step: PlanStep, schedule: Schedule | undefined): readonly (readonly string[])[] {
  if (schedule === undefined) return [];
  const { begins, begin, reviews, due } = schedule;
  const needs = schedule.needs.map(({ rank }) => `step ${rank}`).join(", ");
  const [first] = reviews;
  const row = (action: string, until: Moment | null) => [
    ...[String(step.rank), step.strategy, step.title, needs, action, ""],
    ...[momentText(begins), momentText(until), step.watch, momentText(first ?? null), "open"],
  ];
  return [row(step.firstStep, begin), ...step.actions.map((action) => row(action, due))];
}

/** The date, or the months from the start; nothing of an open end. */
function momentText(moment: Moment | null): string {
  if (moment === null) return "";
  return moment.day === null ? String(moment.months) : isoOf(moment.day);
}
