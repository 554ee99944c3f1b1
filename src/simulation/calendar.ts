/** A moment of the calendar, without a time zone. month and day count from 1. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** 2 March 2026 in days since 1 March 2000, where the years begin that end with their leap day. */
const FIRST_DAY = 9497;
/** Responses begin to come at nine in the morning. */
const FIRST_SECOND = 9 * 3600;
/** Days of 400, 100, 4 years and 1 year. */
const CYCLES = [146_097, 36_524, 1461, 365] as const;

/**
 * seconds: since Monday, 2 March 2026, 09:00. At least 0.
 *
 * Source: the calendar of Gregory XIII, counted from 1 March so that a leap day is the last of its year.
 */
export function momentAt(seconds: number): Moment {
  const all = FIRST_SECOND + Math.floor(seconds);
  const { year, dayOfYear } = yearOf(FIRST_DAY + Math.floor(all / 86_400));
  // Months of 31, 30, 31, 30, 31 days, over and over, from March on.
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const rest = all % 86_400;
  return {
    year: year + (shifted < 10 ? 0 : 1),
    month: shifted < 10 ? shifted + 3 : shifted - 9,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
  };
}

/** days: since 1 March 2000. */
function yearOf(days: number): { readonly year: number; readonly dayOfYear: number } {
  const [four, one, leap, year] = CYCLES;
  const inFour = days % four;
  const centuries = Math.min(3, Math.floor(inFour / one));
  const inCentury = inFour - centuries * one;
  const inLeap = inCentury % leap;
  const single = Math.min(3, Math.floor(inLeap / year));
  const years = 400 * Math.floor(days / four) + 100 * centuries + 4 * Math.floor(inCentury / leap) + single;
  return { year: 2000 + years, dayOfYear: inLeap - single * year };
}

export const two = (value: number): string => String(value).padStart(2, "0");

/** 2026-03-02 09:00:00 */
export function isoText(seconds: number): string {
  const { year, month, day, hour, minute, second } = momentAt(seconds);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** Hours of a clock that begins again at noon: 12, 1, 2 … 11. */
export function halfDay({ hour }: Moment): { readonly hour: number; readonly half: "AM" | "PM" } {
  return { hour: hour % 12 === 0 ? 12 : hour % 12, half: hour < 12 ? "AM" : "PM" };
}
