import type { BetweenGroups, CellResult } from "../../src/audit/types.ts";
import { sumsBehind } from "./lattice.ts";

/** Two groups that are nowhere shown, smaller first: people and sum of scores in whole units, in one way only. */
export type Pair = readonly [first: readonly [n: number, sum: number], second: readonly [n: number, sum: number]];

export interface Between {
  readonly total: CellResult;
  /** Cells of the level the correlation is about. */
  readonly cells: readonly CellResult[];
  readonly correlation: BetweenGroups;
  readonly unitsPerPoint: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What the intraclass correlation of a dimension tells beside the means. ICC(2) is 1 − MSW/MSB, and the mean squares add up
 * to the total's variance, which is printed; so the sum of squares between the groups is known, and what the shown groups
 * leave of it belongs to the others. Taken over one pool, that is nothing new. Taken over two hidden groups, it is one
 * equation for n and sum of one of them, both whole: null unless just one pair fits.
 */
export function hiddenGroups({ total, cells, correlation, unitsPerPoint, low, high }: Between): Pair | null {
  const { icc2 } = correlation;
  const everyone = sumsOf(total, correlation.dimension, unitsPerPoint);
  if (icc2.kind !== "estimate" || everyone === null || icc2.value >= 1) return null;
  const groups = Number(/over (\d+) groups/.exec(icc2.method)?.[1]);
  const shown = cells
    .filter(({ kind }) => kind === "group")
    .flatMap((cell) => {
      const sums = sumsOf(cell, correlation.dimension, unitsPerPoint);
      return sums === null || sums[0] === 0 ? [] : [sums];
    });
  if (groups - shown.length !== 2) return null;
  const [n, sum, squares] = everyone;
  const ratio = (groups - 1) / (1 - icc2.value);
  const between = ((squares - sum ** 2 / n) * ratio) / (n - groups + ratio);
  const left = {
    n: shown.reduce((rest, group) => rest - group[0], n),
    sum: shown.reduce((rest, group) => rest - group[1], sum),
    // Σ S²/n of the hidden groups.
    between: shown.reduce((rest, group) => rest - group[1] ** 2 / group[0], between + sum ** 2 / n),
  };
  return onlyPair(left, { low, high });
}

function sumsOf({ dimensions }: CellResult, dimension: string, unitsPerPoint: number) {
  const found = dimensions.find(({ id }) => id === dimension);
  return found === undefined ? null : sumsBehind(found.mean, found.sd, unitsPerPoint);
}

function onlyPair(
  left: { readonly n: number; readonly sum: number; readonly between: number },
  { low, high }: { readonly low: number; readonly high: number },
): Pair | null {
  const fitting: Pair[] = [];
  for (let n = 1; 2 * n <= left.n; n++)
    for (let sum = low * n; sum <= high * n; sum++) {
      const [others, rest] = [left.n - n, left.sum - sum];
      const possible = rest >= low * others && rest <= high * others && (n < others || sum <= rest);
      const between = sum ** 2 / n + rest ** 2 / others;
      if (possible && Math.abs(between - left.between) < 1e-7 * left.between)
        fitting.push([
          [n, sum],
          [others, rest],
        ]);
    }
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
