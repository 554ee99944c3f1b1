/** What holds a composite: a level of the ladder that is not reached. Its interval then tells of the cap, not of people. */
import type { CompositeResult, Held } from "../../audit/types.ts";
import { count, interval, type NumberFormat, publishedInterval, score } from "../numbers.ts";
import { type Reading, shownIndex, shownScore } from "./reading.ts";

/** Below this two ends are one. */
const ROUNDING = 1e-9;

/** "stage 2, First response, is not finished" */
export function unfinished({ word, level, title }: Held): string {
  return `${word} ${count(level)}, ${title}, is not ${word === "stage" ? "finished" : "reached"}`;
}

/** "held at 45" */
export function heldAt(reading: Reading, { cap }: Held): string {
  return `held at ${score(shownIndex(reading, cap))}`;
}

/** "held at 45 in every draw" where the interval has shrunk to the cap; else null. */
export function heldThroughout(reading: Reading, composite: CompositeResult): string | null {
  const { held, precision } = composite;
  if (held === null || !isCap(composite)) return null;
  const draws = precision !== null && precision.se < ROUNDING ? "every draw" : "at least 95 % of draws";
  return `${heldAt(reading, held)} in ${draws}`;
}

/** Both ends of its interval lie at the cap. */
function isCap(composite: CompositeResult): boolean {
  const shown = shownScore(composite);
  if (composite.held === null || shown.kind !== "estimate" || shown.interval === null) return false;
  return shown.interval.high - shown.interval.low < ROUNDING;
}

/** The interval of a composite in a table: "held" in place of one without a width. */
export function compositeInterval(composite: CompositeResult, format: NumberFormat): string {
  return isCap(composite) ? "held" : publishedInterval(shownScore(composite), format);
}

/** The interval of the value in brackets; "" where there is none, or none but the cap. */
export function valueInterval(composite: CompositeResult, format: NumberFormat): string {
  const { value } = composite;
  if (value.kind !== "estimate" || value.interval === null || isCap(composite)) return "";
  return interval(value.interval, format);
}
