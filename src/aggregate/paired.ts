import type { ProgramDimension, ScoringProgram } from "../scoring/program.ts";
import { NO_SCORE } from "../scoring/scorer.ts";
import { Layout } from "./layout.ts";
import { dimensionMember, isWide } from "./plan.ts";
import type { Cell, MomentSlots } from "./types.ts";
import { addWide, exactProduct } from "./wide.ts";

/** Where the sums of two waves of the same people stand in a cell. */
export interface PairedPlan {
  readonly length: number;
  /** One per dimension, in program order. */
  readonly dimensions: readonly PairedDimensionSlots[];
  /** One per two dimensions that some composite is made of. */
  readonly pairs: readonly PairedPairSlots[];
  readonly composites: readonly PairedComposite[];
}

/** n, Σd and Σd² of d = after − before, over the people who have the score in both waves. */
export interface PairedDimensionSlots extends MomentSlots {
  readonly id: string;
  readonly unitsPerPoint: number;
  /** Of the same people. With Σd², their squares give the products of the two waves. */
  readonly sumBefore: number;
  readonly sumAfter: number;
  readonly squaresBefore: number;
  readonly squaresAfter: number;
  /** Counts of people with the score in one wave only, whether they are in the other or not. */
  readonly beforeOnly: number;
  readonly afterOnly: number;
  /** Sums of their scores: the difference between a wave's sum and its pairs'. */
  readonly sumBeforeOnly: number;
  readonly sumAfterOnly: number;
}

/** Sums over the people who have both of two dimensions in both waves. */
export interface PairedPairSlots {
  /** Positions among the dimensions, a < b. */
  readonly a: number;
  readonly b: number;
  readonly n: number;
  /** First of four sums: a before, a after, b before, b after. */
  readonly sums: number;
  /** First of four products, two elements each when wide: of a before with b before and b after, then of a after with both. */
  readonly products: number;
  readonly wide: boolean;
}

export interface PairedComposite {
  readonly id: string;
  /** Positions of its inputs among the dimensions. */
  readonly inputs: readonly number[];
}

/** Two waves of the same people. All sums are integers: order and split do not matter. */
export interface PairedAggregate {
  readonly plan: PairedPlan;
  readonly cell: Cell;
  /** People in both waves, in the later one only, in the earlier one only. */
  both: number;
  joiners: number;
  leavers: number;
}

/** Lays out the sums of paired waves. Same program, same plan. */
export function createPairedPlan(program: ScoringProgram): PairedPlan {
  const layout = new Layout();
  const dimensions = program.dimensions.map((dimension) => dimensionSlots(dimension, layout));
  const composites = program.composites.map(({ id, inputs }): PairedComposite => ({ id, inputs }));
  const bounds = program.dimensions.map((dimension) => dimensionMember(dimension).bound);
  const pairs = bounds.flatMap((first, a) =>
    bounds.slice(a + 1).flatMap((second, offset) => {
      const b = a + 1 + offset;
      const isShared = composites.some(({ inputs }) => inputs.includes(a) && inputs.includes(b));
      return isShared ? [pairSlots([a, b], isWide(first, second), layout)] : [];
    }),
  );
  return { length: layout.length, dimensions, pairs, composites };
}

function dimensionSlots(dimension: ProgramDimension, layout: Layout): PairedDimensionSlots {
  const { id, min, max, unitsPerPoint } = dimension;
  const most = Math.max((max - min) * unitsPerPoint, dimensionMember(dimension).bound);
  const wide = isWide(most, most);
  const squares = () => layout.take(wide ? 2 : 1);
  return {
    id,
    unitsPerPoint,
    n: layout.take(1),
    sum: layout.take(1),
    sumSquares: squares(),
    wide,
    sumBefore: layout.take(1),
    sumAfter: layout.take(1),
    squaresBefore: squares(),
    squaresAfter: squares(),
    beforeOnly: layout.take(1),
    afterOnly: layout.take(1),
    sumBeforeOnly: layout.take(1),
    sumAfterOnly: layout.take(1),
  };
}

function pairSlots([a, b]: readonly [number, number], wide: boolean, layout: Layout): PairedPairSlots {
  return { a, b, n: layout.take(1), sums: layout.take(4), products: layout.take(wide ? 8 : 4), wide };
}

/** Nobody yet. */
export function emptyPaired(plan: PairedPlan): PairedAggregate {
  return { plan, cell: new Float64Array(plan.length), both: 0, joiners: 0, leavers: 0 };
}

/** Adds one person of both waves. Dimension scores in program order, NO_SCORE where there is none. */
export function foldPair(aggregate: PairedAggregate, before: Float64Array, after: Float64Array): void {
  const { plan, cell } = aggregate;
  aggregate.both += 1;
  for (const [d, slots] of plan.dimensions.entries()) {
    foldDimension(cell, slots, { a: before[d] ?? NO_SCORE, b: after[d] ?? NO_SCORE });
  }
  for (const slots of plan.pairs) foldBoth(cell, slots, { before, after });
}

/** Only of people who have all four. */
function foldBoth(cell: Cell, slots: PairedPairSlots, waves: { before: Float64Array; after: Float64Array }): void {
  const { a, b, n, sums, products, wide } = slots;
  const [a0, a1] = [waves.before[a] ?? NO_SCORE, waves.after[a] ?? NO_SCORE];
  const [b0, b1] = [waves.before[b] ?? NO_SCORE, waves.after[b] ?? NO_SCORE];
  if (a0 === NO_SCORE || a1 === NO_SCORE || b0 === NO_SCORE || b1 === NO_SCORE) return;
  const step = wide ? 2 : 1;
  add(cell, n, 1);
  add(cell, sums, a0);
  add(cell, sums + 1, a1);
  add(cell, sums + 2, b0);
  add(cell, sums + 3, b1);
  addProduct(cell, { place: products, wide }, [a0, b0]);
  addProduct(cell, { place: products + step, wide }, [a0, b1]);
  addProduct(cell, { place: products + 2 * step, wide }, [a1, b0]);
  addProduct(cell, { place: products + 3 * step, wide }, [a1, b1]);
}

/** Adds one person of the earlier wave who is in no pair. */
export function foldLeaver(aggregate: PairedAggregate, before: Float64Array): void {
  aggregate.leavers += 1;
  for (const [d, slots] of aggregate.plan.dimensions.entries())
    foldDimension(aggregate.cell, slots, { a: before[d] ?? NO_SCORE, b: NO_SCORE });
}

/** Adds one person of the later wave who is in no pair. */
export function foldJoiner(aggregate: PairedAggregate, after: Float64Array): void {
  aggregate.joiners += 1;
  for (const [d, slots] of aggregate.plan.dimensions.entries())
    foldDimension(aggregate.cell, slots, { a: NO_SCORE, b: after[d] ?? NO_SCORE });
}

function foldDimension(cell: Cell, slots: PairedDimensionSlots, { a, b }: { a: number; b: number }): void {
  if (a === NO_SCORE || b === NO_SCORE) {
    if (a !== NO_SCORE) addOne(cell, { n: slots.beforeOnly, sum: slots.sumBeforeOnly }, a);
    if (b !== NO_SCORE) addOne(cell, { n: slots.afterOnly, sum: slots.sumAfterOnly }, b);
    return;
  }
  const d = b - a;
  add(cell, slots.n, 1);
  add(cell, slots.sum, d);
  add(cell, slots.sumBefore, a);
  add(cell, slots.sumAfter, b);
  const { wide } = slots;
  addProduct(cell, { place: slots.sumSquares, wide }, [d, d]);
  addProduct(cell, { place: slots.squaresBefore, wide }, [a, a]);
  addProduct(cell, { place: slots.squaresAfter, wide }, [b, b]);
}

/** Two bodies of people as one. Throws when the plans differ: sums of different programs have no common meaning. */
export function mergePaired(a: PairedAggregate, b: PairedAggregate): PairedAggregate {
  if (a.plan !== b.plan && JSON.stringify(a.plan) !== JSON.stringify(b.plan))
    throw new Error("paired waves of different plans cannot be merged");
  return {
    plan: a.plan,
    cell: a.cell.map((value, at) => value + (b.cell[at] ?? 0)),
    both: a.both + b.both,
    joiners: a.joiners + b.joiners,
    leavers: a.leavers + b.leavers,
  };
}

function addProduct(
  cell: Cell,
  { place, wide }: { readonly place: number; readonly wide: boolean },
  [x, y]: readonly [number, number],
): void {
  if (wide) addWide(cell, place, exactProduct(x, y));
  else add(cell, place, x * y);
}

function addOne(cell: Cell, { n, sum }: { readonly n: number; readonly sum: number }, score: number): void {
  add(cell, n, 1);
  add(cell, sum, score);
}

function add(cell: Cell, place: number, by: number): void {
  cell[place] = (cell[place] as number) + by;
}
