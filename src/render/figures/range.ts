/** How much of the 0–100 scale a trend needs: changes of a few points must be seen, and must not look like mountains. */
import type { Point, TrendLine } from "./types.ts";

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** At least so many points of the scale. */
const LEAST_SPAN = 20;
/** The ends are multiples, so that the middle is a whole number. */
const TENS = 10;

/** From below the lowest end of an interval to above the highest. */
export function rangeOf(lines: readonly TrendLine[]): Range {
  const known = lines.flatMap(({ points }) => points.flatMap(pointsOf));
  const ends = known.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  if (ends.length === 0) return { low: 0, high: 100 };
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const spare = Math.max(0, LEAST_SPAN - (most - least)) / 2;
  const low = Math.min(100 - TENS, Math.max(0, Math.floor((least - spare) / TENS) * TENS));
  return { low, high: Math.min(100, Math.max(low + TENS, Math.ceil((most + spare) / TENS) * TENS)) };
}

/** Those that are shown. */
export function pointsOf(one: TrendLine["points"][number]): readonly Point[] {
  return one === null || one === "hidden" ? [] : [one];
}
