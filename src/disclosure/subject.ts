import { LIMBS } from "../aggregate/limbs.ts";
import type { AggregatePlan, Cell, ItemSlots, MomentSlots, RatioSlots, ScoreSlots } from "../aggregate/types.ts";
import { exactSum } from "../aggregate/wide.ts";
import type { Framework, Outcome } from "../framework/types.ts";
import { askedOf } from "./asked.ts";
import { type LoadsOf, leastSize, peopleLoad } from "./effective.ts";
import { type OutcomeClass, outcomeClasses } from "./outcome-classes.ts";
import type { Veil } from "./types.ts";

/** Counts that decide whether a statistic may be shown for a cell. */
export interface Counts {
  /** Anybody whose answers are in the sums. */
  people(cell: Cell): number;
  /** People the statistic rests on, or the number that weights make them worth; at most the least of `sizes`. */
  size(cell: Cell): number;
  /** Counts that can be added up over cells. */
  sizes(cell: Cell): readonly number[];
  /** Under survey weights: those behind each of `sizes`. */
  readonly loads?: LoadsOf;
}

/** Counts under the survey weights of the plan; the same ones where it has none. */
export function weighed<C extends Counts>(counts: C, plan: AggregatePlan, loads: LoadsOf): C {
  if (plan.weighted === null) return counts;
  return { ...counts, loads, size: (cell: Cell) => leastSize(cell, plan, { sizes: counts.sizes(cell), loads }) };
}

/** A dimension or outcome: what is shown or veiled as one. */
export interface Subject extends Counts {
  readonly id: string;
  /** Index into `plan.scores`; −1 for the outcome of a business figure, which has no score. */
  readonly score: number;
  /**
   * It rests on one item, at least of those of some audience: of a handful of people the mean and the SD of one item give every
   * answer back, so what it shows is an item table and needs as many people.
   */
  readonly detailed: boolean;
  /** Whether it does of anybody in the cell. */
  isDetailed(cell: Cell): boolean;
  /** People who were asked it, whether or not they answered: that none of a few did tells of each of them. */
  asked(cell: Cell): number;
  /** [first place, length] of its sums. */
  readonly ranges: readonly (readonly [number, number])[];
  /**
   * The words when it tells of everybody in the cell what they answered, or that they did not; null when it does not.
   * If it does of a cell, it does of every part of it: what is veiled is covered by relying on this.
   */
  extreme(cell: Cell): Veil | null;
}

export function subjectsOf(plan: AggregatePlan, framework: Framework): readonly Subject[] {
  const ratios = new Map(plan.ratios.map((ratio) => [ratio.dimension, ratio]));
  const items = new Map(plan.items.map((item) => [item.item, item]));
  const scores = plan.scores.map((slots, score) => {
    const ranges = weightedRanges(plan, score);
    const asked = askedOf(plan, framework, slots.id);
    if (slots.kind === "dimension") {
      const judged = hasFavourable(framework, slots.id);
      const subject = dimensionSubject({ slots, score, judged, ratio: ratios.get(slots.id) });
      const oneItem = { detailed: asked.isEverOneItem, isDetailed: asked.isOneItem, asked: asked.people };
      return weighed({ ...subject, ...oneItem, ranges: [...subject.ranges, ...ranges] }, plan, scoreLoads(plan, score));
    }
    const outcome = framework.outcomes.find(({ id }) => id === slots.id);
    const subject = outcomeSubject({ slots, score, outcome, item: items.get(outcome?.item ?? "") });
    const whole = { ...subject, asked: asked.people, ranges: [...subject.ranges, ...ranges] };
    return weighed(whole, plan, scoreLoads(plan, score));
  });
  const figures = framework.outcomes.flatMap((outcome): readonly Subject[] => {
    const figure = items.get(outcome.item)?.figure;
    if (!figure) return [];
    // Figures asked of people are answers as any others: of a few, mean and SD of one give them back.
    const asked = askedOf(plan, framework, outcome.id).people;
    return [{ ...figureSubject(outcome.id, figure), ...DETAILED, asked }];
  });
  return [...scores, ...figures];
}

const DETAILED = { detailed: true, isDetailed: () => true } as const;
const PLAIN = { detailed: false, isDetailed: () => false } as const;

/** The weighted twins of a score, and of the favourable share that goes with it. */
function weightedRanges({ weighted, scores, ratios }: AggregatePlan, score: number): Subject["ranges"] {
  const ratio = ratios.findIndex(({ dimension }) => dimension === scores[score]?.id);
  return [weighted?.scores[score], weighted?.ratios[ratio]].flatMap(exactRanges);
}

/** Those who have a score, and those behind the favourable share: it rests on answers, so they count by weight times answers. */
function scoreLoads({ weighted, scores, ratios }: AggregatePlan, score: number): LoadsOf {
  const own = weighted?.scores[score];
  const answers = weighted?.ratios[ratios.findIndex(({ dimension }) => dimension === scores[score]?.id)];
  const slots = [own ?? [], answers === undefined ? [] : { w: answers.wa, ww: answers.wwaa }].flat();
  return (cell) => slots.map((sums) => peopleLoad(cell, sums));
}

/** [first place, length] of sums of several limbs each. */
export function exactRanges(slots: object | undefined): Subject["ranges"] {
  const places: readonly unknown[] = Object.values(slots ?? {});
  return places.flatMap((place) => (typeof place === "number" ? [[place, LIMBS] as const] : []));
}

/** [first place, length] of the sums of one variable. */
export function momentRanges(slots: MomentSlots): readonly (readonly [number, number])[] {
  return [
    [slots.n, 1],
    [slots.sum, 1],
    [slots.sumSquares, slots.wide ? 2 : 1],
  ];
}

/** Figures have no favourable answers: a share of 0 there is known beforehand and tells nothing. */
function hasFavourable(framework: Framework, id: string): boolean {
  const dimension = framework.dimensions.find((candidate) => candidate.id === id);
  return framework.items.some((item) => {
    const scale = item.dimension === id ? framework.scales.get(item.scale) : undefined;
    if (scale?.kind !== "coded") return false;
    return (dimension?.direction === "lower" ? scale.favourableWhenLower : scale.favourable).length > 0;
  });
}

function dimensionSubject(of: {
  slots: ScoreSlots;
  score: number;
  judged: boolean;
  ratio: RatioSlots | undefined;
}): Subject {
  const { slots, score, judged, ratio } = of;
  const own = momentRanges(slots);
  if (ratio === undefined) return { ...figureSubject(slots.id, slots), score };
  const shares = [ratio.n, ratio.sumF, ratio.sumA, ratio.sumFF, ratio.sumFA, ratio.sumAA];
  return {
    id: slots.id,
    score,
    ...PLAIN,
    asked: () => 0,
    ranges: [...own, ...shares.map((place) => [place, 1] as const)],
    // Somebody may have answered an item or two and still have no score.
    people: (cell) => Math.max(at(cell, slots.n), at(cell, ratio.n)),
    size: (cell) => Math.min(at(cell, slots.n), at(cell, ratio.n)),
    sizes: (cell) => [at(cell, slots.n), at(cell, ratio.n)],
    extreme: (cell) => {
      const words = judged ? shareWords(at(cell, ratio.sumF), at(cell, ratio.sumA)) : null;
      return words ?? (isConstant(cell, slots) ? "hidden" : null);
    },
  };
}

function outcomeSubject(of: {
  slots: ScoreSlots;
  score: number;
  outcome: Outcome | undefined;
  item: ItemSlots | undefined;
}): Subject {
  const { slots, outcome, item } = of;
  const figure = { ...figureSubject(slots.id, slots), score: of.score };
  if (outcome === undefined || item === undefined) return figure;
  // A share tells of two classes, and says so; a mean with its interval, or a net promoter score, tells of every answer.
  const plain = { ...figure, ...(outcome.statistic === "csat" ? PLAIN : DETAILED) };
  if (outcome.statistic === "mean") return plain;
  const classes = outcomeClasses(outcome.statistic, item.codes);
  return {
    ...plain,
    extreme: (cell) => {
      const count = (name: OutcomeClass) =>
        classes.reduce((sum, one, code) => (one === name ? sum + at(cell, item.histogram + code) : sum), 0);
      const counts = { top: count("top"), middle: count("middle"), bottom: count("bottom") };
      if (outcome.statistic === "csat") return shareWords(counts.top, counts.top + counts.middle + counts.bottom);
      return tellsOfAll(counts) ? "hidden" : null;
    },
  };
}

/**
 * Value, interval and n of a net promoter score give its promoters and detractors back exactly, so each of the two is a
 * share that must be neither 0 nor 1. No words stand for it: "nearly all" would name the class of everybody.
 */
function tellsOfAll({ top, middle, bottom }: Readonly<Record<OutcomeClass, number>>): boolean {
  return top + middle + bottom > 0 && (top === 0 || bottom === 0);
}

/** A variable with sums only: a business figure, a mean outcome, a dimension of figures. */
function figureSubject(id: string, slots: MomentSlots): Subject {
  return {
    id,
    score: -1,
    ...PLAIN,
    asked: () => 0,
    ranges: momentRanges(slots),
    people: (cell) => at(cell, slots.n),
    size: (cell) => at(cell, slots.n),
    sizes: (cell) => [at(cell, slots.n)],
    extreme: (cell) => (isConstant(cell, slots) ? "hidden" : null),
  };
}

function shareWords(favourable: number, answered: number): Veil | null {
  if (answered === 0) return null;
  if (favourable === answered) return "nearly all";
  return favourable === 0 ? "nearly none" : null;
}

/** An SD of 0, which a mean at the scale's end implies: n·Σx² = (Σx)², exactly. */
function isConstant(cell: Cell, slots: MomentSlots): boolean {
  const n = at(cell, slots.n);
  if (n === 0) return false;
  return BigInt(n) * exactSum(cell, slots.sumSquares, slots.wide) === BigInt(at(cell, slots.sum)) ** 2n;
}

function at(cell: Cell, place: number): number {
  return cell[place] ?? 0;
}
