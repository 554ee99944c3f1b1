import type {
  PairedAggregate,
  PairedComposite,
  PairedDimensionSlots,
  PairedPairSlots,
  PairedPlan,
} from "../aggregate/paired.ts";
import type { Cell } from "../aggregate/types.ts";
import { exactSum } from "../aggregate/wide.ts";
import type { Dimension, Framework } from "../framework/types.ts";
import { isAffine } from "../numeric/formula.ts";
import { ALL_RULES, DETAIL_MINIMUM, type Rules } from "./policy.ts";
import { momentRanges } from "./subject.ts";
import type { ReleasedCell } from "./types.ts";

/** What may be known of the people who answered both of two waves. */
export interface ReleasedPairs {
  /** Sums of what is hidden are zero; all of them, and the counts of people, where nothing may be shown. */
  readonly paired: PairedAggregate;
  /** Ids of dimensions and composites whose change is hidden. */
  readonly hidden: ReadonlySet<string>;
  /** Why nothing may be shown; null where something may. */
  readonly reason: "joiners and leavers" | "too few" | null;
}

interface PairedOptions {
  /** Of the later wave. */
  readonly total: ReleasedCell;
  readonly framework: Framework;
  readonly minGroup: number;
  readonly rules?: Rules;
}

interface Material extends Required<PairedOptions> {
  readonly paired: PairedAggregate;
}

/**
 * Decides what may be known of paired waves. Both waves may be published by themselves, so that the pairs' change gives
 * what joiners and leavers answered, taken together: the two waves' difference less that of the pairs. They must be
 * nobody or enough, of every statistic those who have it in one wave only.
 *
 * Nothing else follows from the changes of dimensions: they mix answers of two waves, and what is published of groups is of
 * one, so no further combination of them is free of answers that nobody published. The change of a composite is one of the
 * very means behind its inputs' changes. Where its formula is a weighted sum it follows from them; elsewhere it tells where
 * on the scale the pairs stand, and so of joiners and leavers apart. Its interval rests on those who have two inputs both times.
 */
export function releasePaired(paired: PairedAggregate, options: PairedOptions): ReleasedPairs {
  const material = { rules: ALL_RULES, ...options, paired };
  if (options.framework.unit !== "person") return { paired, hidden: new Set(), reason: null };
  const { both, joiners, leavers, plan } = paired;
  const reason =
    both < options.minGroup ? "too few" : isFewBeside(material, joiners + leavers) ? "joiners and leavers" : null;
  const ids = [...plan.dimensions.map(({ id }) => id), ...plan.composites.map(({ id }) => id)];
  if (reason !== null) {
    const cell = new Float64Array(plan.length);
    return { paired: { plan, cell, both: 0, joiners: 0, leavers: 0 }, hidden: new Set(ids), reason };
  }
  const hidden = new Set(plan.dimensions.filter((slots) => isDimensionHidden(material, slots)).map(({ id }) => id));
  const composites = plan.composites.filter((composite) => !isCompositeHidden(material, composite, hidden));
  const told = toldByIntervals(material, composites);
  for (const { id } of plan.composites) if (told.has(id) || composites.every((one) => one.id !== id)) hidden.add(id);
  return { paired: { ...paired, cell: withoutHidden(paired, hidden) }, hidden, reason };
}

function isDimensionHidden(material: Material, slots: PairedDimensionSlots): boolean {
  const { paired, total, minGroup, rules } = material;
  const at = (place: number) => paired.cell[place] ?? 0;
  if (total.veils.has(slots.id)) return true;
  if (rules.optional && at(slots.n) > 0 && at(slots.n) < minGroup) return true;
  if (isFewBeside(material, at(slots.beforeOnly) + at(slots.afterOnly))) return true;
  return rules.extremes && (isSameChange(paired.cell, slots) || isRestAlike(material, slots));
}

/** Under ten people who all changed by the same. */
function isSameChange(cell: Cell, slots: PairedDimensionSlots): boolean {
  const n = cell[slots.n] ?? 0;
  if (n === 0 || n >= DETAIL_MINIMUM) return false;
  return BigInt(n) * exactSum(cell, slots.sumSquares, slots.wide) === BigInt(cell[slots.sum] ?? 0) ** 2n;
}

/** Under ten people in one wave only, and all joiners at one end of the scale while all leavers were at the other. */
function isRestAlike({ paired: { cell }, framework }: Material, slots: PairedDimensionSlots): boolean {
  const dimension = framework.dimensions.find(({ id }) => id === slots.id);
  const at = (place: number) => cell[place] ?? 0;
  const [left, joined] = [at(slots.beforeOnly), at(slots.afterOnly)];
  if (dimension === undefined || left + joined === 0 || left + joined >= DETAIL_MINIMUM) return false;
  const difference = at(slots.sumAfterOnly) - at(slots.sumBeforeOnly);
  const [min, max] = endsOf(dimension, slots);
  return difference === joined * max - left * min || difference === joined * min - left * max;
}

/** In whole units. */
function endsOf({ min, max }: Dimension, { unitsPerPoint }: PairedDimensionSlots): readonly [number, number] {
  return [Math.round(min * unitsPerPoint), Math.round(max * unitsPerPoint)];
}

/** A composite goes with its inputs; what it adds to them is its interval and, unless it is a weighted sum, where they stand. */
function isCompositeHidden(material: Material, { id, inputs }: PairedComposite, hidden: ReadonlySet<string>): boolean {
  const { paired, total, framework, minGroup, rules } = material;
  const slots = inputs.flatMap((place) => paired.plan.dimensions[place] ?? []);
  if (total.veils.has(id) || slots.some((input) => hidden.has(input.id))) return true;
  const together = pairsWithin(paired.plan, inputs).map(({ n }) => paired.cell[n] ?? 0);
  if (rules.optional && together.some((n) => n > 0 && n < minGroup)) return true;
  const composite = framework.composites.find((one) => one.id === id);
  if (composite?.transform === "linear" && isAffine(composite.tree)) return false;
  return slots.some((input) => isToldByLevel(material, input));
}

/**
 * Ids of composites whose intervals tell of the few who lack one of two inputs. An interval is an equation for covariances,
 * each n Σab − Σa Σb in whole numbers. One that is known tells, modulo n, the product of the two sums, and they are those of
 * the inputs less those few. So every composite with such a pair needs a covariance that no other composite gives away.
 */
function toldByIntervals(material: Material, composites: readonly PairedComposite[]): ReadonlySet<string> {
  const { plan, cell } = material.paired;
  const people = (place: number | undefined) => cell[place ?? -1] ?? 0;
  const isThin = ({ a, b, n }: PairedPairSlots) =>
    people(n) > 0 && [a, b].some((at) => isFewBeside(material, people(plan.dimensions[at]?.n) - people(n)));
  const all = composites.map(({ id, inputs }) => {
    const pairs = pairsWithin(plan, inputs);
    return { id, pairs, thin: pairs.filter(isThin) };
  });
  const given = new Set<PairedPairSlots>();
  const told = new Set<string>();
  const order = (one: (typeof all)[number]) => (one.thin.length > 0 ? plan.pairs.length : 0) + one.pairs.length;
  for (const { id, pairs, thin } of all.sort((one, other) => order(one) - order(other))) {
    const open = pairs.filter((pair) => !given.has(pair));
    // Where all lack somebody, sums over as many people would add up to one sum.
    const isMixed = new Set(open.map(({ n }) => people(n))).size > 1;
    const own = open.find((pair) => !thin.includes(pair)) ?? (isMixed ? open[0] : undefined);
    if (own !== undefined) given.add(own);
    else if (thin.length > 0) told.add(id);
  }
  return told;
}

/** Where an input's pairs stand is known: those with it in one wave only are the rest of that wave, now each wave by itself. */
function isToldByLevel(material: Material, slots: PairedDimensionSlots): boolean {
  const { paired, framework, rules } = material;
  const at = (place: number) => paired.cell[place] ?? 0;
  const alone = [
    [at(slots.beforeOnly), at(slots.sumBeforeOnly)],
    [at(slots.afterOnly), at(slots.sumAfterOnly)],
  ] as const;
  if (alone.some(([people]) => isFewBeside(material, people))) return true;
  const dimension = framework.dimensions.find(({ id }) => id === slots.id);
  if (!rules.extremes || dimension === undefined) return false;
  const ends = endsOf(dimension, slots);
  const both = [slots.sumBefore, slots.sumAfter].map((sum) => [at(slots.n), at(sum)] as const);
  return [...alone, ...both].some(
    ([people, sum]) => people > 0 && people < DETAIL_MINIMUM && ends.some((end) => sum === people * end),
  );
}

function pairsWithin({ pairs }: PairedPlan, inputs: readonly number[]): PairedPlan["pairs"] {
  return pairs.filter(({ a, b }) => inputs.includes(a) && inputs.includes(b));
}

function isFewBeside({ minGroup, rules }: Material, people: number): boolean {
  return rules.paired && people > 0 && people < minGroup;
}

type Range = readonly [place: number, length: number];

/** The people in one wave only are needed by nobody later on; levels and squares only by the composites. */
function withoutHidden({ plan, cell }: PairedAggregate, hidden: ReadonlySet<string>): Cell {
  const dimensions = plan.dimensions.filter(({ id }) => !hidden.has(id)).flatMap(momentRanges);
  const composites = plan.composites.filter(({ id }) => !hidden.has(id)).flatMap((one) => rangesOf(plan, one));
  const kept = new Float64Array(plan.length);
  for (const [place, length] of [...dimensions, ...composites]) kept.set(cell.subarray(place, place + length), place);
  return kept;
}

/** What a composite needs beside the changes of its inputs. */
function rangesOf(plan: PairedPlan, { inputs }: PairedComposite): readonly Range[] {
  const waves = inputs
    .flatMap((place) => plan.dimensions[place] ?? [])
    .flatMap(({ sumBefore, sumAfter, squaresBefore, squaresAfter, wide }): readonly Range[] => [
      ...[sumBefore, sumAfter].map((place) => [place, 1] as const),
      ...[squaresBefore, squaresAfter].map((place) => [place, wide ? 2 : 1] as const),
    ]);
  const pairs = pairsWithin(plan, inputs).flatMap(({ n, sums, products, wide }): readonly Range[] => [
    [n, 1],
    [sums, 4],
    [products, wide ? 8 : 4],
  ]);
  return [...waves, ...pairs];
}
