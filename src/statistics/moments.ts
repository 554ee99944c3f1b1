/**
 * Moments from the sums of a cell.
 *
 * Formula: mean Σx / (nL); variance (nΣx² − (Σx)²) / (n(n − 1)L²); covariance (nΣab − ΣaΣb) / (n(n − 1)LₐL_b),
 *   x an integer in units of 1/L. Numerators are exact (BigInt), so nothing cancels; one division rounds.
 * Unit and range: that of the score, squared for variances. Missing rule: people without the score are not in its sums;
 *   a covariance rests on those who have both.
 * Source: the definition with n − 1. Oracle: R's mean, var and cov (test/statistics/reference.test.ts).
 */
import type { Cell, MomentSlots, PairSlots } from "../aggregate/types.ts";
import { exactSum } from "../aggregate/wide.ts";

/** One score of one group of people. */
export interface Moments {
  readonly n: number;
  /** NaN without people: ask `n` first. */
  readonly mean: number;
  /** With n − 1; null under two people. */
  readonly variance: number | null;
}

/** Moments of a score kept in units of 1/`unitsPerPoint`, in its own metric. */
export function momentsOf(cell: Cell, slots: MomentSlots, unitsPerPoint: number): Moments {
  const squares = exactSum(cell, slots.sumSquares, slots.wide);
  return momentsOfSums({ n: at(cell, slots.n), sum: at(cell, slots.sum), squares, unitsPerPoint });
}

/** Moments of answers counted by code. */
export function momentsOfCounts(counts: readonly { readonly code: number; readonly count: number }[]): Moments {
  const total = (term: (code: number) => number) =>
    counts.reduce((sum, { code, count }) => sum + count * term(code), 0);
  const squares = BigInt(total((code) => code * code));
  return momentsOfSums({ n: total(() => 1), sum: total((code) => code), squares, unitsPerPoint: 1 });
}

/** From integer sums, in units of 1/`unitsPerPoint`. */
function momentsOfSums(sums: { n: number; sum: number; squares: bigint; unitsPerPoint: number }): Moments {
  const { n, sum, squares, unitsPerPoint } = sums;
  const spread = BigInt(n) * squares - BigInt(sum) ** 2n;
  return {
    n,
    mean: sum / (n * unitsPerPoint),
    variance: n < 2 ? null : Number(spread) / (n * (n - 1) * unitsPerPoint ** 2),
  };
}

export interface Covariance {
  /** People who have both scores. */
  readonly n: number;
  /** With n − 1; null under two people. */
  readonly value: number | null;
}

/** Covariance of two scores over the people who have both. `unitsPerPoint`: of a, then of b. */
export function covarianceOf(cell: Cell, slots: PairSlots, unitsPerPoint: readonly [number, number]): Covariance {
  const n = at(cell, slots.n);
  if (n < 2) return { n, value: null };
  const products = exactSum(cell, slots.sumAB, slots.wide);
  const shared = BigInt(n) * products - BigInt(at(cell, slots.sumA)) * BigInt(at(cell, slots.sumB));
  return { n, value: Number(shared) / (n * (n - 1) * unitsPerPoint[0] * unitsPerPoint[1]) };
}

/** The sums of everyone who is in one cell and in none of the others, which are parts of it and share nobody. */
export function minus(whole: Cell, parts: readonly Cell[]): Cell {
  const rest = whole.slice();
  for (const part of parts)
    for (let place = 0; place < rest.length; place++) rest[place] = at(rest, place) - at(part, place);
  return rest;
}

/** The element of a cell at `place`. */
export function at(cell: Cell, place: number): number {
  return cell[place] ?? 0;
}
