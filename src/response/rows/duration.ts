import type { Duration } from "../table-head.ts";

/** How long the respondent of a row took, in seconds; NaN where nothing says it clearly. */
export type Timer = (cells: readonly string[]) => number;

/**
 * Reads the time somebody took, for finding those who were too fast: where a cell could mean two times it is unknown, and
 * where moments stand in minutes the longest time is taken that they allow. No time at all (0) is unknown, too: that is
 * how rows look which nobody typed in, such as imported ones.
 */
export function createTimer(duration: Duration | null): Timer {
  if (duration === null) return () => Number.NaN;
  if (duration.kind === "seconds") return (cells) => secondsIn(cells[duration.column] ?? "");
  return (cells) => secondsBetween(cells[duration.start] ?? "", cells[duration.end] ?? "");
}

/** `95`, `95.5`, `95,52`; three digits behind a point or comma may be thousands. */
function secondsIn(cell: string): number {
  const text = cell.trim();
  if (!/^\d{1,9}(?:[.,](?:\d{1,2}|\d{4,}))?$/.test(text)) return Number.NaN;
  return known(Number(text.replace(",", ".")));
}

function secondsBetween(start: string, end: string): number {
  const from = momentIn(start);
  const to = momentIn(end);
  if (from === null || to === null || from.toTheSecond !== to.toTheSecond) return Number.NaN;
  const seconds = daysBetween(from.rest, to.rest) * SECONDS_A_DAY + to.seconds - from.seconds;
  return known(seconds) + (from.toTheSecond ? 0 : 59);
}

function known(seconds: number): number {
  return seconds > 0 ? seconds : Number.NaN;
}

const SECONDS_A_DAY = 86_400;
const TIME = /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?![\d:])\s*(?:([ap])\.?\s?m\.?(?![a-z]))?/i;

/** A time of day, and all else that stands in the cell: the date, a time zone. */
interface Moment {
  /** Since midnight. */
  readonly seconds: number;
  readonly toTheSecond: boolean;
  readonly rest: string;
}

function momentIn(cell: string): Moment | null {
  const text = cell.trim();
  const found = TIME.exec(text);
  if (found === null) return null;
  const [all, hours = "", minutes = "", seconds, half] = found;
  const hour = half === undefined ? Number(hours) : halfDay(Number(hours), half);
  if (!(hour < 24) || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  return {
    seconds: hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0),
    toTheSecond: seconds !== undefined,
    // Where it stood stays told, so that "1 at 10:15" and "at 10:15 1" are not taken for one date.
    rest: `${text.slice(0, found.index)}|${text.slice(found.index + all.length)}${half === undefined ? "" : "|half"}`,
  };
}

/** Of the twelve-hour clock; NaN for an hour it does not have. */
function halfDay(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** 0 where the dates are the same text, whatever their order; else only years-first dates are sure. NaN: unknown. */
function daysBetween(from: string, to: string): number {
  if (from === to) return 0;
  const [first, second] = [isoDay(from), isoDay(to)];
  return first === null || second === null || first.after !== second.after ? Number.NaN : second.day - first.day;
}

function isoDay(rest: string): { readonly day: number; readonly after: string } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)(.*)$/s.exec(rest);
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { day: dayNumber({ year, month, day }), after: found[4] ?? "" };
}

/** Days since a fixed day, in the Gregorian calendar. A year is counted from March, so that leap days come last. */
function dayNumber({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): number {
  const y = month < 3 ? year - 1 : year;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day;
}
