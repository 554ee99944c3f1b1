/**
 * Which levels of a ladder are reached at given means: the rule alone, without cells or intervals.
 *
 * Formula: a rung (one strand at one level) is met when the mean of its dimensions' means is at least `reached.mean` and none
 *   of them is below `reached.lowest`; a strand's level is how many rungs are met before the first that is not; the overall
 *   level is the highest that at least the share `overall` of all strands has reached. Limits are inclusive.
 * Unit and range: points of the item metric, turned so that more is better; levels 0 to their number.
 * Missing rule: a rung with a dimension that is not shown, or with none at all, is not known; a strand then lies between two
 *   levels, and the overall level is known only where every level its strands may have gives the same.
 * Oracle: tables by hand (test/statistics/ladder-levels.test.ts).
 */

import type { Ladder } from "../framework/types.ts";
import { reaches } from "../numeric/reaches.ts";

/** Mean of a dimension in points, more being better; null where it is not shown. */
export type PointsOf = (dimension: string) => number | null;

export interface RungPoints {
  readonly mean: number | null;
  readonly met: boolean | null;
}

/** Levels a strand has at least and at most; the same number where it is known. */
interface Reach {
  readonly least: number;
  readonly most: number;
}

/** A mean in the item metric, turned so that more is better. */
export function turned(
  { direction, min, max }: { readonly direction: "higher" | "lower"; readonly min: number; readonly max: number },
  mean: number,
): number {
  return direction === "higher" ? mean : min + max - mean;
}

/** One rung by its own numbers, whatever those below it are. */
export function rungAt(dimensions: readonly string[], reached: Ladder["reached"], pointsOf: PointsOf): RungPoints {
  const points = dimensions.map(pointsOf);
  const shown = points.filter((point) => point !== null);
  if (shown.length === 0 || shown.length < points.length) return { mean: null, met: null };
  const mean = shown.reduce((sum, point) => sum + point, 0) / shown.length;
  const { lowest } = reached;
  return { mean, met: reaches(mean, reached.mean) && (lowest === null || shown.every((p) => reaches(p, lowest))) };
}

/** Levels reached by rungs in order; null where it cannot be said. */
export function levelOf(rungs: readonly Pick<RungPoints, "met">[]): number | null {
  return known(reachOf(rungs));
}

/** The overall level; null where it cannot be said. `strands`: the rungs of each, in order. */
export function overallOf(strands: readonly (readonly Pick<RungPoints, "met">[])[], share: number): number | null {
  if (strands.length === 0) return null;
  const reach = strands.map(reachOf);
  return known({
    least: highest(
      reach.map(({ least }) => least),
      share,
    ),
    most: highest(
      reach.map(({ most }) => most),
      share,
    ),
  });
}

/** Levels at given means. */
export interface Levels {
  /** Of each strand, in order; null where it cannot be said, as below. */
  readonly strands: readonly (number | null)[];
  readonly overall: number | null;
}

export function levelsAt({ strands, reached, overall }: Ladder, pointsOf: PointsOf): Levels {
  const rungs = strands.map(({ levels }) => levels.map((dimensions) => rungAt(dimensions, reached, pointsOf)));
  return { strands: rungs.map(levelOf), overall: overallOf(rungs, overall) };
}

/** Every dimension that the ladder looks at, each once. */
export function dimensionsOf({ strands }: Ladder): readonly string[] {
  return [...new Set(strands.flatMap(({ levels }) => levels.flat()))];
}

function known({ least, most }: Reach): number | null {
  return least === most ? least : null;
}

function reachOf(rungs: readonly Pick<RungPoints, "met">[]): Reach {
  const before = (stops: (met: boolean | null) => boolean) => {
    const place = rungs.findIndex(({ met }) => stops(met));
    return place < 0 ? rungs.length : place;
  };
  return { least: before((met) => met !== true), most: before((met) => met === false) };
}

/** The highest level that at least this share of the strands has; their number times a share may miss a whole by rounding. */
function highest(levels: readonly number[], share: number): number {
  const candidates = [...new Set(levels)].sort((a, b) => b - a);
  const enough = (level: number) => levels.filter((own) => own >= level).length;
  return candidates.find((level) => reaches(enough(level), share * levels.length)) ?? 0;
}
