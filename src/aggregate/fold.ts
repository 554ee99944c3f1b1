import { type Answers, isMissing, MISSING, NOT_ASKED } from "../response/types.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import type { PatternFlags } from "../scoring/quality.ts";
import { NO_SCORE, type Scored } from "../scoring/scorer.ts";
import type { Counted } from "./counted.ts";
import { createListwiseFold } from "./listwise.ts";
import type { AggregatePlan, Cell, ItemSlots, MomentSlots, PairSlots, ThirdSlots } from "./types.ts";
import { createWeightedFold, hasScore } from "./weighted-fold.ts";
import { addWide, exactProduct } from "./wide.ts";

/** Adds one respondent to a cell: every sum of the plan, all integers. */
export type Fold = (cell: Cell, person: Counted) => void;

/** Builds the fold of a plan. The steps are prepared once; folding allocates nothing. What the plan has no place for is left out. */
export function createFold(program: ScoringProgram, plan: AggregatePlan): Fold {
  const countItems = createItemCounter(plan.items);
  const dimensions = program.dimensions.length;
  const outcomeItems = plan.scores
    .filter((score) => score.kind === "outcome")
    .map((score) => program.outcomes.find((outcome) => outcome.id === score.id)?.item ?? -1);
  const values = new Float64Array(plan.scores.length);
  const positions = new Map(plan.scores.map((score, at) => [score.id, at]));
  const foldItemSets = createListwiseFold(
    plan.listwise.slice(0, dimensions),
    program.dimensions.map(({ items }) => items),
  );
  const scoreSets = plan.listwise.slice(dimensions);
  const foldScoreSets = createListwiseFold(
    scoreSets,
    scoreSets.map(({ members }) => members.map((id) => positions.get(id) ?? -1)),
  );
  const foldPairs = createPairsFold(plan.pairs);
  const foldThirds = createThirdsFold(program, plan.thirds);
  const foldWeighted = createWeightedFold(plan);
  const { anyScore } = plan;

  return (cell, person) => {
    const { answers, scored, flags } = person;
    bump(cell, plan.people, 1);
    if (anyScore !== null && hasScore(scored.scores)) bump(cell, anyScore, 1);
    countItems(cell, answers);
    values.set(scored.scores);
    for (let o = 0; o < outcomeItems.length; o++) {
      const raw = answers[outcomeItems[o] as number] as number;
      values[dimensions + o] = isMissing(raw) ? NO_SCORE : raw;
    }
    foldScores(cell, plan, values);
    foldPairs(cell, values);
    foldItemSets(cell, scored.recoded);
    foldScoreSets(cell, values);
    foldThirds(cell, scored.scores);
    foldRatios(cell, plan, scored);
    foldFlags(cell, plan, flags);
    foldWeighted?.(cell, person, values);
  };
}

/** Counts every item's answer in its histogram, its figure sums, or its kind of missing; of one that was not asked nothing. */
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
      if (isMissing(raw)) bumpMissing(cell, missing[i] as number, raw);
      else if (isCoded[i] === 1) bump(cell, places[(i * width + raw - lowest) | 0] as number, 1);
    }
    for (const { i, figure } of figures) {
      const raw = answers[i] as number;
      if (!isMissing(raw)) foldMoment(cell, figure, raw);
    }
  };
}

function bumpMissing(cell: Cell, first: number, raw: number): void {
  if (raw !== NOT_ASKED) bump(cell, first + (raw - MISSING.unanswered), 1);
}

function foldScores(cell: Cell, plan: AggregatePlan, values: Float64Array): void {
  for (let s = 0; s < plan.scores.length; s++) {
    const slots = plan.scores[s];
    const x = values[s] ?? NO_SCORE;
    if (slots !== undefined && x !== NO_SCORE) foldMoment(cell, slots, x);
  }
}

/** Counts, sums and products of all pairs of scores. Places stand in typed arrays: there are many pairs, and every row goes through all. */
function createPairsFold(pairs: readonly PairSlots[]): (cell: Cell, values: Float64Array) => void {
  const column = (of: (pair: PairSlots) => number) => Int32Array.from(pairs, of);
  const [first, second, n] = [column(({ a }) => a), column(({ b }) => b), column((pair) => pair.n)];
  const [sumA, sumB, sumAB] = [column((pair) => pair.sumA), column((pair) => pair.sumB), column((pair) => pair.sumAB)];
  const wide = column((pair) => (pair.wide ? 1 : 0));
  return (cell, values) => {
    for (let p = 0; p < n.length; p++) {
      const a = values[first[p] as number] as number;
      const b = values[second[p] as number] as number;
      if (a === NO_SCORE || b === NO_SCORE) continue;
      bump(cell, n[p] as number, 1);
      bump(cell, sumA[p] as number, a);
      bump(cell, sumB[p] as number, b);
      if (wide[p] === 1) addWide(cell, sumAB[p] as number, exactProduct(a, b));
      else bump(cell, sumAB[p] as number, a * b);
    }
  };
}

function foldMoment(cell: Cell, slots: MomentSlots, x: number): void {
  bump(cell, slots.n, 1);
  bump(cell, slots.sum, x);
  if (slots.wide) addWide(cell, slots.sumSquares, exactProduct(x, x));
  else bump(cell, slots.sumSquares, x * x);
}

/** Counts people in the thirds of each scale. Compared in integers, three times over: a limit is never rounded. */
function createThirdsFold(program: ScoringProgram, thirds: readonly ThirdSlots[]) {
  const lines = thirds.flatMap(({ dimension, counts }) => {
    const at = program.dimensions.findIndex(({ id }) => id === dimension);
    const { min, max, unitsPerPoint } = program.dimensions[at] ?? { min: 0, max: 0, unitsPerPoint: 1 };
    return [{ at, counts, least: 3 * min * unitsPerPoint, span: (max - min) * unitsPerPoint }];
  });
  return (cell: Cell, scores: Float64Array): void => {
    for (let line = 0; line < lines.length; line++) {
      const { at, counts, least, span } = lines[line] as (typeof lines)[number];
      const score = scores[at] as number;
      if (score === NO_SCORE) continue;
      const above = 3 * score - least;
      bump(cell, counts + (above < span ? 0 : above > 2 * span ? 2 : 1), 1);
    }
  };
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
  if (slots.variability !== null && flags.variability >= 0) foldMoment(cell, slots.variability, flags.variability);
}

function bump(cell: Cell, place: number, by: number): void {
  cell[place] = (cell[place] as number) + by;
}
