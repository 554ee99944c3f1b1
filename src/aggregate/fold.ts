import { type Answers, isMissing, LAST_MISSING, MISSING } from "../response/types.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import type { PatternFlags } from "../scoring/quality.ts";
import { NO_SCORE, type Scored } from "../scoring/scorer.ts";
import type { AggregatePlan, Cell, ItemSlots, ListwiseSlots, MomentSlots } from "./types.ts";
import { addWide } from "./wide.ts";

/** One respondent, ready to be counted. */
export interface Counted {
  readonly answers: Answers;
  readonly scored: Scored;
  readonly flags: PatternFlags;
}

/** Adds one respondent to a cell: every sum of the plan, all integers. */
export type Fold = (cell: Cell, person: Counted) => void;

/** A listwise set with where its members stand, and room for one respondent's values. */
interface PreparedSet {
  readonly slots: ListwiseSlots;
  readonly places: Int32Array;
  readonly row: Float64Array;
}

/** Builds the fold of a plan. The steps are prepared once; folding allocates nothing. */
export function createFold(program: ScoringProgram, plan: AggregatePlan): Fold {
  const countItems = createItemCounter(plan.items);
  const dimensions = program.dimensions.length;
  const outcomeItems = plan.scores
    .filter((score) => score.kind === "outcome")
    .map((score) => program.outcomes.find((outcome) => outcome.id === score.id)?.item ?? -1);
  const values = new Float64Array(plan.scores.length);
  const positions = new Map(plan.scores.map((score, at) => [score.id, at]));
  const prepare = (slots: ListwiseSlots, places: readonly number[]): PreparedSet => ({
    slots,
    places: Int32Array.from(places),
    row: new Float64Array(places.length),
  });
  const itemSets = plan.listwise
    .slice(0, dimensions)
    .map((slots, d) => prepare(slots, program.dimensions[d]?.items ?? []));
  const scoreSets = plan.listwise.slice(dimensions).map((slots) =>
    prepare(
      slots,
      slots.members.map((id) => positions.get(id) ?? -1),
    ),
  );

  return (cell, { answers, scored, flags }) => {
    bump(cell, plan.people, 1);
    countItems(cell, answers);
    values.set(scored.scores);
    for (let o = 0; o < outcomeItems.length; o++) {
      const raw = answers[outcomeItems[o] as number] as number;
      values[dimensions + o] = isMissing(raw) ? NO_SCORE : raw;
    }
    foldScores(cell, plan, values);
    for (const set of itemSets) foldListwise(cell, set, scored.recoded);
    for (const set of scoreSets) foldListwise(cell, set, values);
    foldRatios(cell, plan, scored);
    foldFlags(cell, plan, flags);
  };
}

/** Counts every item's answer in its histogram, its figure sums, or its kind of missing. */
function createItemCounter(items: readonly ItemSlots[]): (cell: Cell, answers: Answers) => void {
  const lowest = Math.min(0, ...items.flatMap((item) => item.codes));
  const width = Math.max(0, ...items.flatMap((item) => item.codes)) - lowest + 1;
  const places = new Int32Array(items.length * width);
  for (const [i, item] of items.entries())
    for (const [at, code] of item.codes.entries()) places[i * width + code - lowest] = item.histogram + at;
  const missing = Int32Array.from(items, (item) => item.missing);
  const isCoded = Uint8Array.from(items, (item) => (item.figure === null ? 1 : 0));
  const figures = items.flatMap(({ figure }, i) => (figure === null ? [] : [{ i, figure }]));
  return (cell, answers) => {
    for (let i = 0; i < missing.length; i++) {
      const raw = answers[i] as number;
      if (isMissing(raw)) bump(cell, (missing[i] as number) + (raw - MISSING.unanswered), 1);
      else if (isCoded[i] === 1) bump(cell, places[(i * width + raw - lowest) | 0] as number, 1);
    }
    for (const { i, figure } of figures) {
      const raw = answers[i] as number;
      if (!isMissing(raw)) foldMoment(cell, figure, raw);
    }
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
    if (pair.wide) addWide(cell, pair.sumAB, a * b);
    else bump(cell, pair.sumAB, a * b);
  }
}

function foldMoment(cell: Cell, slots: MomentSlots, x: number): void {
  bump(cell, slots.n, 1);
  bump(cell, slots.sum, x);
  if (slots.wide) addWide(cell, slots.sumSquares, x * x);
  else bump(cell, slots.sumSquares, x * x);
}

/** Sums and products of a set, only for a respondent who has every member. `row` is room for k numbers. */
function foldListwise(cell: Cell, set: PreparedSet, values: Float64Array): void {
  const { slots, places, row } = set;
  const k = places.length;
  for (let i = 0; i < k; i++) {
    const x = values[places[i] as number] as number;
    if (x <= LAST_MISSING) return;
    row[i] = x;
  }
  bump(cell, slots.n, 1);
  for (let i = 0; i < k; i++) bump(cell, slots.sums + i, row[i] as number);
  if (slots.wide) addWideProducts(cell, slots.products, row);
  else addProducts(cell, slots.products, row);
}

/** The upper triangle of row × row, row by row: the innermost loop of the fold. */
function addProducts(cell: Cell, first: number, row: Float64Array): void {
  let place = first;
  for (let i = 0; i < row.length; i++) {
    const x = row[i] as number;
    for (let j = i; j < row.length; j++) {
      cell[place] = (cell[place] as number) + x * (row[j] as number);
      place++;
    }
  }
}

function addWideProducts(cell: Cell, first: number, row: Float64Array): void {
  let place = first;
  for (let i = 0; i < row.length; i++)
    for (let j = i; j < row.length; j++) {
      addWide(cell, place, (row[i] as number) * (row[j] as number));
      place += 2;
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

function foldFlags(cell: Cell, { flags: slots }: AggregatePlan, flags: PatternFlags): void {
  if (flags.longRun) bump(cell, slots.longRun, 1);
  if (flags.straightLine) bump(cell, slots.straightLine, 1);
  if (flags.timed) bump(cell, slots.timed, 1);
  if (flags.fast) bump(cell, slots.fast, 1);
}

function bump(cell: Cell, place: number, by: number): void {
  cell[place] = (cell[place] as number) + by;
}
