/**
 * Where the people of one cell stand on the framework's ladder: staged maturity, or ordered stages.
 *
 * Formula: ladder-levels.ts on the cell's published means. `firm` is the share of the draws of the means (mean-draws.ts) that
 *   give the same level.
 * Unit and range: means in points of the item metric, turned so that more is better; levels 0 to their number; shares 0–1.
 * Missing rule: a dimension that is hidden or cannot be computed leaves its rung unknown, and every level that hangs on it. No
 *   `firm` without draws of all dimensions of the ladder.
 * Source: staged representation of maturity models (CMMI Product Team 2010). Oracle: by hand (test/statistics/ladder.test.ts).
 */

import type { CellResult, DimensionResult, LadderResult, Rung, StrandResult } from "../audit/types.ts";
import type { Framework, Ladder } from "../framework/types.ts";
import { reaches } from "../numeric/reaches.ts";
import {
  dimensionsOf,
  type Levels,
  levelOf,
  levelsAt,
  overallOf,
  type PointsOf,
  rungAt,
  turned,
} from "./ladder-levels.ts";
import type { IndexDraws } from "./mean-draws.ts";

/** Null where the framework has no ladder. `draws`: of this very cell; null without. */
export function ladderOf(framework: Framework, cell: CellResult, draws: IndexDraws | null): LadderResult | null {
  const { ladder } = framework;
  if (ladder === null) return null;
  const shown = shownIn(cell);
  const drawn = levelsDrawn(ladder, cell, draws);
  const rungs = ladder.strands.map(({ levels }) => levels.map((dimensions) => rungOf(ladder, dimensions, shown)));
  const strands = ladder.strands.map((strand, at): StrandResult => {
    const level = levelOf(rungs[at] ?? []);
    const same = drawn?.map(({ strands: own }) => own[at] ?? null) ?? null;
    const named = (rungs[at] ?? []).map((rung, step) => ({ level: ladder.levels[step]?.id ?? "", ...rung }));
    return { id: strand.id, title: strand.title, level, firm: firmness(level, same), rungs: named };
  });
  const overall = overallOf(rungs, ladder.overall);
  return {
    path: cell.path,
    label: cell.label,
    title: ladder.title,
    word: ladder.word,
    none: ladder.none,
    reached: ladder.reached,
    share: ladder.overall,
    levels: ladder.levels.map(({ id, title, about, cap }) => ({ id, title, about: about ?? null, cap })),
    strands,
    overall,
    firm: firmness(overall, drawn?.map((draw) => draw.overall) ?? null),
    lowest: lowestOf(strands),
    weakest: strands.length === 1 ? weakestOf(ladder, shown) : null,
  };
}

/** A dimension whose mean may be shown. */
interface Shown {
  readonly result: DimensionResult;
  readonly mean: number;
  readonly n: number;
}

function shownIn(cell: CellResult): ReadonlyMap<string, Shown> {
  return new Map(
    cell.dimensions.flatMap((result): [string, Shown][] => {
      const { id, mean } = result;
      return mean.kind === "estimate" ? [[id, { result, mean: turned(result, mean.value), n: mean.n }]] : [];
    }),
  );
}

function rungOf(
  { reached }: Ladder,
  dimensions: readonly string[],
  shown: ReadonlyMap<string, Shown>,
): Omit<Rung, "level"> {
  const { mean, met } = rungAt(dimensions, reached, (id) => shown.get(id)?.mean ?? null);
  if (mean === null || met !== false) return { mean, met, blocking: [] };
  // A short mean is everybody's doing who is under it; else only those under the floor keep the rung from being met.
  const limits = [reaches(mean, reached.mean) ? null : reached.mean, reached.lowest];
  const limit = Math.max(...limits.map((one) => one ?? Number.NEGATIVE_INFINITY));
  const blocking = dimensions
    .flatMap((id) => shown.get(id) ?? [])
    .filter((dimension) => !reaches(dimension.mean, limit))
    .map(({ result: { id, title }, mean: own, n }) => ({ dimension: id, title, mean: own, n }))
    .sort((a, b) => a.mean - b.mean);
  return { mean, met, blocking };
}

/** Fewest levels first, then the lowest mean where the next level is missing. None where one cannot be placed, or all are level. */
function lowestOf(strands: readonly StrandResult[]): readonly string[] {
  if (strands.some(({ level }) => level === null)) return [];
  const least = Math.min(...strands.map(({ level }) => level ?? 0));
  const low = strands.filter(({ level }) => level === least);
  const next = ({ rungs }: StrandResult) => rungs[least]?.mean ?? Number.POSITIVE_INFINITY;
  const mean = Math.min(...low.map(next));
  const lowest = low.filter((strand) => reaches(mean, next(strand))).map(({ id }) => id);
  return lowest.length === strands.length ? [] : lowest;
}

/** Null where none is shown, or all of them stand alike. */
function weakestOf(ladder: Ladder, shown: ReadonlyMap<string, Shown>): LadderResult["weakest"] {
  const known = dimensionsOf(ladder).flatMap((id) => shown.get(id) ?? []);
  const [first] = [...known].sort((a, b) => a.mean - b.mean);
  if (first === undefined || known.every(({ mean }) => reaches(first.mean, mean))) return null;
  return { dimension: first.result.id, title: first.result.title, mean: first.mean };
}

function levelsDrawn(ladder: Ladder, cell: CellResult, draws: IndexDraws | null): readonly Levels[] | null {
  if (draws === null || draws.rows.length === 0) return null;
  const places = new Map(draws.dimensions.map((id, place) => [id, place]));
  if (!dimensionsOf(ladder).every((id) => places.has(id))) return null;
  const metrics = new Map(cell.dimensions.map((dimension) => [dimension.id, dimension]));
  return draws.rows.map((row) => {
    const pointsOf: PointsOf = (id) => {
      const [metric, index] = [metrics.get(id), row[places.get(id) ?? -1]];
      return metric === undefined || index === undefined
        ? null
        : metric.min + ((metric.max - metric.min) * index) / 100;
    };
    return levelsAt(ladder, pointsOf);
  });
}

function firmness(level: number | null, drawn: readonly (number | null)[] | null): number | null {
  if (level === null || drawn === null) return null;
  return drawn.filter((one) => one === level).length / drawn.length;
}
