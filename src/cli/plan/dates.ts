import { UsageError } from "../exit.ts";

/** A day of the calendar, as days since 1 January 1970. */
export type Day = number;

const DAY = 86_400_000;
/** Days of a mean month, for the time between two dates. */
const MONTH = 30.4375;
/** Days for a part of a month. */
const PART = 30;
const MONDAY = 1;

/** An ISO date, "2026-12-01". Throws UsageError naming the flag. */
export function dayOf(text: string, flag: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const time = parts === null ? Number.NaN : Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  // The calendar rolls 30 February over into March: such a day is none.
  if (Number.isNaN(time) || isoOf(time / DAY) !== text)
    throw new UsageError(`${flag} ${text}: that is no date.`, `A date is written year-month-day: ${flag} 2026-12-01`);
  return time / DAY;
}

/** "2026-12-01". */
export function isoOf(day: Day): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** So many months on: the same day of the month, or its last; parts of a month in thirtieths. */
export function addMonths(day: Day, months: number): Day {
  const whole = Math.floor(months);
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + whole];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const moved = Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY;
  return moved + Math.round((months - whole) * PART);
}

/** The day itself, or the Monday after a weekend. */
export function onWorkday(day: Day): Day {
  const weekday = new Date(day * DAY).getUTCDay();
  if (weekday === 6) return day + 2;
  return weekday === 0 ? day + MONDAY : day;
}

/** Months from one day to another, to a tenth; below 0 where the second is earlier. */
export function monthsFrom(start: Day, end: Day): number {
  return Math.round(((end - start) / MONTH) * 10) / 10;
}
