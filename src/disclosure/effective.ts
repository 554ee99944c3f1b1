import { limbSum } from "../aggregate/limbs.ts";
import type { AggregatePlan, Cell } from "../aggregate/types.ts";

/**
 * Survey weights of some people: Σw, or no more than it, and Σw². A cell in which one person weighs as much as all others
 * together shows that person's answers, however many they are, so that under weights a size is Kish's effective n.
 *
 * Effective numbers do not add up, yet Kish's n of two bodies together is never under the smaller of theirs. So what is
 * too few always has a part that is, and every remainder of rows that are enough is enough.
 */
export interface Load {
  readonly w: bigint;
  readonly ww: bigint;
}

export const NO_LOAD: Load = { w: 0n, ww: 0n };

/** The loads behind the counts of one statistic; they add up over cells. */
export type LoadsOf = (cell: Cell) => readonly Load[];

/** Kish's (Σw)²/Σw² as a whole number, rounded down; 0 of nobody. */
export function effectiveSize({ w, ww }: Load): number {
  return w <= 0n || ww === 0n ? 0 : Number((w * w) / ww);
}

/** Whether every person of a cell weighs the same: its effective numbers are then its numbers. */
export function isEvenlyWeighted(cell: Cell, { weighted, people }: AggregatePlan): boolean {
  if (weighted === null) return true;
  const { w, ww } = peopleLoad(cell, weighted.people);
  return w * w === BigInt(cell[people] ?? 0) * ww;
}

/** People of a cell, or, where weights make them worth fewer, the number that they are worth. */
export function peopleSize(cell: Cell, plan: AggregatePlan): number {
  const people = cell[plan.people] ?? 0;
  if (plan.weighted === null || isEvenlyWeighted(cell, plan)) return people;
  return Math.min(people, effectiveSize(peopleLoad(cell, plan.weighted.people)));
}

/** Of a count of people that has its own sums of weights. */
export function peopleLoad(cell: Cell, slots: { readonly w: number; readonly ww: number }): Load {
  return { w: limbSum(cell, slots.w), ww: limbSum(cell, slots.ww) };
}

/** The least of some counts, or, where weights make these people worth fewer, the number that they are worth. */
export function leastSize(
  cell: Cell,
  plan: AggregatePlan,
  of: { readonly sizes: readonly number[]; readonly loads: LoadsOf },
): number {
  const least = Math.min(...of.sizes);
  // Nobody has nothing to be weighed.
  if (least === 0 || isEvenlyWeighted(cell, plan)) return least;
  return Math.min(least, ...of.loads(cell).map(effectiveSize));
}

/** Sums of weights of several bodies of people that have none in common. */
export function addLoads(loads: Iterable<Load>): Load {
  let { w, ww } = NO_LOAD;
  for (const load of loads) {
    w += load.w;
    ww += load.ww;
  }
  return { w, ww };
}

/** No less than Σw²/Σw, which is no more than the largest weight: a body worth fewer than m people weighs less than m times that. */
export function heaviest({ w, ww }: Load): number {
  const largest = Math.sqrt(Number(ww));
  return w <= 0n ? largest : Math.min(largest, Number(ww) / Number(w));
}
