/**
 * Composites that are held by the ladder: later work is not believed without the earlier.
 *
 * Formula: index min(formula's index, cap of the first level that is not reached overall); the value is that index put back
 *   into the formula's metric. Unit and range: that of the formula. Missing rule: no value where the overall level cannot be
 *   said (ladder-levels.ts). Oracle: by hand (test/statistics/composite-capped.test.ts).
 */
import type { Held } from "../audit/types.ts";
import type { Composite, Dimension, Framework, Ladder } from "../framework/types.ts";
import { type IndexScale, indexOn } from "../numeric/rescale.ts";
import { rounded } from "./describe.ts";
import { levelsAt, type PointsOf, turned } from "./ladder-levels.ts";

/** The ladder that holds a composite; null where none does. */
export function ladderHolding({ ladder }: Framework, { capped }: Composite): Ladder | null {
  return capped ? ladder : null;
}

/** Points by name at means of `names`; of a name that is not among them nothing is known. */
export function pointsAt(
  dimensions: readonly Dimension[],
  names: readonly string[],
): (means: readonly number[]) => PointsOf {
  const places = new Map(names.map((name, place) => [name, place]));
  const metrics = new Map(dimensions.map((dimension) => [dimension.id, dimension]));
  return (means) => (id) => {
    const [metric, mean] = [metrics.get(id), means[places.get(id) ?? -1]];
    return metric === undefined || mean === undefined ? null : turned(metric, mean);
  };
}

/** The value as it is held; NaN where the overall level cannot be said. */
export function heldValue({ ladder, scale }: { ladder: Ladder; scale: IndexScale }, value: number, pointsOf: PointsOf) {
  const cap = capAt(ladder, pointsOf);
  if (cap === undefined) return Number.NaN;
  return cap !== null && indexOn(scale, value) > cap ? valueOn(scale, cap) : value;
}

/** Cap in index points at given means; null where none is in force, undefined where the level cannot be said. */
function capAt(ladder: Ladder, pointsOf: PointsOf): number | null | undefined {
  const { overall } = levelsAt(ladder, pointsOf);
  return overall === null ? undefined : (ladder.levels[overall]?.cap ?? null);
}

/** What holds a value; null where nothing does. */
export function heldBy(
  { ladder, scale }: { ladder: Ladder; scale: IndexScale },
  value: number,
  pointsOf: PointsOf,
): Held | null {
  const { overall } = levelsAt(ladder, pointsOf);
  const level = overall === null ? undefined : ladder.levels[overall];
  const index = indexOn(scale, value);
  if (overall === null || level === undefined || level.cap === null || !(index > level.cap)) return null;
  const { word } = ladder;
  return { word, level: overall + 1, title: level.title, cap: level.cap, unheld: { value, index } };
}

/** The same in words: "Held at 45 until stage 2, First response, is finished; …". */
export function saysHeld({ word, level, title, cap, unheld }: Held): string {
  const done = word === "stage" ? "finished" : "reached";
  return `Held at ${cap} until ${word} ${level}, ${title}, is ${done}; the formula alone gives an index of ${rounded(unheld.index)}.`;
}

/** The other way round of an index. */
function valueOn({ transform, worst, best }: IndexScale, index: number): number {
  if (transform === "log") return worst * (best / worst) ** (index / 100);
  return worst + ((best - worst) * index) / 100;
}
