import { type Answers, isMissing, LAST_MISSING, MISSING } from "../response/types.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import type { PatternFlags } from "../scoring/quality.ts";
import { NO_SCORE, type Scored } from "../scoring/scorer.ts";
import type { AggregatePlan, Cell, ItemSlots, ListwiseSlots, MomentSlots } from "./types.ts";

/** Low limb of a wide sum: 26 bits. */
const LIMB = 2 ** 26;

/** One respondent, ready to be counted. */
export interface Counted {
  readonly answers: Answers;
  readonly scored: Scored;
  readonly flags: PatternFlags;
}

/** Adds one respondent to a cell: every sum of the plan, all integers. */
export type Fold = (cell: Cell, person: Counted) => void;

/** Builds the fold of a plan. The steps are prepared once; folding allocates nothing. */
export function createFold(program: ScoringProgram, plan: AggregatePlan): Fold {
  const countItems = plan.items.map(itemCounter);
  const dimensions = program.dimensions.length;
  const outcomeItems = plan.scores
    .filter((score) => score.kind === "outcome")
    .map((score) => program.outcomes.find((outcome) => outcome.id === score.id)?.item ?? -1);
  const values = new Float64Array(plan.scores.length);
  const positions = new Map(plan.scores.map((score, at) => [score.id, at]));
  const itemSets = plan.listwise.slice(0, dimensions).map((slots, d) => ({
    slots,
    places: Int32Array.from(program.dimensions[d]?.items ?? []),
  }));
  const scoreSets = plan.listwise.slice(dimensions).map((slots) => ({
    slots,
    places: Int32Array.from(slots.members, (id) => positions.get(id) ?? -1),
  }));

  return (cell, { answers, scored, flags }) => {
    bump(cell, plan.people, 1);
    for (let i = 0; i < countItems.length; i++) countItems[i]?.(cell, answers[i] ?? MISSING.unanswered);
    values.set(scored.scores);
    for (let o = 0; o < outcomeItems.length; o++) {
      const raw = answers[outcomeItems[o] ?? -1] ?? MISSING.unanswered;
      values[dimensions + o] = isMissing(raw) ? NO_SCORE : raw;
    }
    foldScores(cell, plan, values);
    for (const { slots, places } of itemSets) foldListwise(cell, slots, { places, values: scored.recoded });
    for (const { slots, places } of scoreSets) foldListwise(cell, slots, { places, values });
    foldRatios(cell, plan, scored);
    if (flags.longRun) bump(cell, plan.flags.longRun, 1);
    if (flags.straightLine) bump(cell, plan.flags.straightLine, 1);
  };
}

function itemCounter(slots: ItemSlots): (cell: Cell, raw: number) => void {
  const { figure } = slots;
  const lowest = slots.codes[0] ?? 0;
  const place = new Int32Array((slots.codes.at(-1) ?? 0) - lowest + 1).fill(-1);
  slots.codes.forEach((code, at) => {
    place[code - lowest] = slots.histogram + at;
  });
  return (cell, raw) => {
    if (isMissing(raw)) bump(cell, slots.missing + (raw - MISSING.unanswered), 1);
    else if (figure === null) bump(cell, place[raw - lowest] ?? -1, 1);
    else foldMoment(cell, figure, raw);
  };
}

function foldScores(cell: Cell, plan: AggregatePlan, values: Float64Array): void {
  for (let s = 0; s < plan.scores.length; s++) {
    const slots = plan.scores[s];
    const x = values[s] ?? NO_SCORE;
    if (slots !== undefined && x !== NO_SCORE) foldMoment(cell, slots, x);
  }
  for (const pair of plan.pairs) {
    const a = values[pair.a] ?? NO_SCORE;
    const b = values[pair.b] ?? NO_SCORE;
    if (a === NO_SCORE || b === NO_SCORE) continue;
    bump(cell, pair.n, 1);
    bump(cell, pair.sumA, a);
    bump(cell, pair.sumB, b);
    addProduct(cell, pair.sumAB, a * b, pair.wide);
  }
}

function foldMoment(cell: Cell, slots: MomentSlots, x: number): void {
  bump(cell, slots.n, 1);
  bump(cell, slots.sum, x);
  addProduct(cell, slots.sumSquares, x * x, slots.wide);
}

/** Sums and products of a set, only for a respondent who has every member. */
function foldListwise(cell: Cell, slots: ListwiseSlots, of: { places: Int32Array; values: Float64Array }): void {
  const { places, values } = of;
  const k = places.length;
  for (let i = 0; i < k; i++) if ((values[places[i] ?? -1] ?? NO_SCORE) <= LAST_MISSING) return;
  bump(cell, slots.n, 1);
  let product = slots.products;
  const step = slots.wide ? 2 : 1;
  for (let i = 0; i < k; i++) {
    const x = values[places[i] ?? -1] ?? 0;
    bump(cell, slots.sums + i, x);
    for (let j = i; j < k; j++) {
      addProduct(cell, product, x * (values[places[j] ?? -1] ?? 0), slots.wide);
      product += step;
    }
  }
}

function foldRatios(cell: Cell, plan: AggregatePlan, scored: Scored): void {
  for (let d = 0; d < plan.ratios.length; d++) {
    const slots = plan.ratios[d];
    const all = scored.answered[d] ?? 0;
    if (slots === undefined || all === 0) continue;
    const good = scored.favourable[d] ?? 0;
    bump(cell, slots.n, 1);
    bump(cell, slots.sumF, good);
    bump(cell, slots.sumA, all);
    bump(cell, slots.sumFF, good * good);
    bump(cell, slots.sumFA, good * all);
    bump(cell, slots.sumAA, all * all);
  }
}

/** A wide sum keeps floor(p / 2^26) and the rest apart: both stay exact for 5 million people, in any order. */
function addProduct(cell: Cell, place: number, product: number, wide: boolean): void {
  if (!wide) {
    bump(cell, place, product);
    return;
  }
  const high = Math.floor(product / LIMB);
  bump(cell, place, product - high * LIMB);
  bump(cell, place + 1, high);
}

function bump(cell: Cell, place: number, by: number): void {
  cell[place] = (cell[place] ?? 0) + by;
}
