import { limbSum } from "../aggregate/limbs.ts";
import type { AggregatePlan, Cell, ListwiseSlots, PairSlots, ThirdSlots } from "../aggregate/types.ts";
import type { LoadsOf } from "./effective.ts";
import { rowsToHide } from "./own-counts.ts";
import { DETAIL_MINIMUM, type Rules } from "./policy.ts";
import { type Counts, exactRanges, weighed } from "./subject.ts";
import type { Row, Table } from "./table.ts";

/** Sums over the respondents who have several scores or answers together: a pair, or a listwise set. */
export interface Subset extends Counts {
  /** Ids of the dimensions and outcomes it is made of. */
  readonly of: readonly string[];
  readonly ranges: readonly (readonly [number, number])[];
  /** A listwise set of answers is an item table in another shape, so it needs as many people as one. */
  readonly detailed: boolean;
}

export function subsetsOf(plan: AggregatePlan): readonly Subset[] {
  const ids = plan.scores.map((score) => score.id);
  const pairs = plan.pairs.map((pair, at) => {
    const subset = pairSubset(pair, [ids[pair.a] ?? "", ids[pair.b] ?? ""]);
    const ranges = [...subset.ranges, ...exactRanges(plan.weighted?.pairs[at])];
    return weighed({ ...subset, ranges }, plan, pairLoads(plan, at));
  });
  return [...pairs, ...plan.listwise.map((set) => listwiseSubset(set, ids)), ...plan.thirds.map(thirdsSubset)];
}

/** People a subset needs to be shown at all. */
export function leastOfSubset({ detailed }: Subset, minGroup: number): number {
  return detailed ? Math.max(minGroup, DETAIL_MINIMUM) : minGroup;
}

/** Whether the sums over everyone are withheld: too few of them, or a score in them is withheld. */
export function hidesInTotal(
  subset: Subset,
  of: { readonly total: Cell; readonly isVeiled: (id: string) => boolean },
  options: { readonly minGroup: number; readonly rules: Rules },
): boolean {
  const n = subset.size(of.total);
  const few = options.rules.optional && n > 0 && n < leastOfSubset(subset, options.minGroup);
  return few || subset.of.some(of.isVeiled);
}

/** The rows that withhold a subset: decided on its own counts, starting from the rows where a score in it is withheld. */
export function rowsThatHide(
  subset: Subset,
  of: { readonly table: Table; readonly isVeiled: (id: string, row: Row) => boolean },
  options: { readonly minGroup: number; readonly rules: Rules },
): ReadonlySet<Row> {
  const { table, isVeiled } = of;
  const already = new Set(table.rows.filter((row) => subset.of.some((id) => isVeiled(id, row))));
  const minGroup = leastOfSubset(subset, options.minGroup);
  return rowsToHide(table, subset, { minGroup, rules: options.rules, already });
}

/** Who stands where on the scale is a histogram of three bars. */
function thirdsSubset({ dimension, counts }: ThirdSlots): Subset {
  const n = (cell: Cell) => (cell[counts] ?? 0) + (cell[counts + 1] ?? 0) + (cell[counts + 2] ?? 0);
  return { people: n, size: n, sizes: (cell) => [n(cell)], of: [dimension], ranges: [[counts, 3]], detailed: true };
}

function pairSubset(pair: PairSlots, of: readonly string[]): Subset {
  const ranges = [
    [pair.n, 1],
    [pair.sumA, 1],
    [pair.sumB, 1],
    [pair.sumAB, pair.wide ? 2 : 1],
  ] as const;
  return { ...countsAt(pair.n), of, ranges, detailed: false };
}

/**
 * Of a pair there is Σw², but no Σw. Those who have both weigh at least as much as those who have one and those who have
 * the other, less everybody; just that where nobody lacks both.
 */
function pairLoads({ weighted, pairs }: AggregatePlan, at: number): LoadsOf {
  const [pair, slots] = [pairs[at], weighted?.pairs[at]];
  const [a, b] = [weighted?.scores[pair?.a ?? -1], weighted?.scores[pair?.b ?? -1]];
  if (weighted == null || slots === undefined || a === undefined || b === undefined) return () => [];
  return (cell) => {
    const weightOf = (sums: { readonly w: number }) => limbSum(cell, sums.w);
    const w = weightOf(a) + weightOf(b) - weightOf(weighted.people);
    return [{ w, ww: limbSum(cell, slots.ww) }];
  };
}

/** Named after its dimension, or a set of scores named as its members. */
function listwiseSubset(set: ListwiseSlots, scoreIds: readonly string[]): Subset {
  const members = set.members.length;
  const products = ((members * (members + 1)) / 2) * (set.wide ? 2 : 1);
  const ofItems = scoreIds.includes(set.name);
  return {
    ...countsAt(set.n),
    of: ofItems ? [set.name] : set.members,
    ranges: [
      [set.n, 1],
      [set.sums, members],
      [set.products, products],
    ],
    detailed: true,
  };
}

function countsAt(place: number): Counts {
  const n = (cell: Cell) => cell[place] ?? 0;
  return { people: n, size: n, sizes: (cell) => [n(cell)] };
}
