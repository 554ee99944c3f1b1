/**
 * Covariances of several scores over the people who have all of them.
 *
 * Formula: (nΣab − ΣaΣb) / (n(n − 1)LₐL_b), a and b integers in units of 1/L; numerators are exact (BigInt). Correlations are
 *   covariances divided by both standard deviations.
 * Unit and range: products of the scores' points; correlations −1..1. Missing rule: listwise; needs two people.
 * Source: the definition with n − 1. Oracle: R's cov and cor, by what rests on them (test/statistics/reliability.test.ts,
 *   test/statistics/drivers.test.ts); worked matrices (test/statistics/listwise.test.ts).
 */
import type { AggregatePlan, Cell, ListwiseSlots } from "../aggregate/types.ts";
import { exactSum } from "../aggregate/wide.ts";
import type { Matrix } from "../numeric/symmetric.ts";
import { at } from "./moments.ts";

/** Where the sums over those who answered all items of a dimension stand; null where they were not kept. */
export function completeSet({ listwise }: AggregatePlan, dimension: string): ListwiseSlots | null {
  return listwise.find(({ name }) => name === dimension) ?? null;
}

/** Covariances (n − 1) of the members of a set in points: recoded items, scores, outcomes. Needs two people. */
export function listwiseCovariances(cell: Cell, set: ListwiseSlots): Matrix {
  const n = at(cell, set.n);
  const k = set.members.length;
  const upper = (i: number, j: number): number => {
    const place = i * k - (i * (i - 1)) / 2 + j - i;
    const products = exactSum(cell, set.products + place * (set.wide ? 2 : 1), set.wide);
    const shared = BigInt(n) * products - BigInt(at(cell, set.sums + i)) * BigInt(at(cell, set.sums + j));
    return Number(shared) / (n * (n - 1) * (set.unitsPerPoint[i] ?? 1) * (set.unitsPerPoint[j] ?? 1));
  };
  return set.members.map((_, i) => set.members.map((_, j) => upper(Math.min(i, j), Math.max(i, j))));
}

/** Of variables that all vary. */
export function correlationsOf(covariances: Matrix): Matrix {
  const sd = covariances.map((row, i) => Math.sqrt(row[i] ?? 0));
  return covariances.map((row, i) => row.map((value, j) => (i === j ? 1 : value / ((sd[i] ?? 1) * (sd[j] ?? 1)))));
}
