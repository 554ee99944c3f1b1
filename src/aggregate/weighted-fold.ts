import { type Answers, isMissing } from "../response/types.ts";
import { NO_SCORE, type Scored } from "../scoring/scorer.ts";
import type { Counted } from "./counted.ts";
import { LIMBS, WeightedTerms } from "./limbs.ts";
import type { AggregatePlan, Cell, WeightedSlots } from "./types.ts";

/** Adds one respondent's weighted twins. `values`: the scores of the plan, NO_SCORE for none. */
export type WeightedFold = (cell: Cell, person: Counted, values: Float64Array) => void;

/** The weighted half of a fold; null without weights. The steps are prepared once; folding allocates nothing. */
export function createWeightedFold(plan: AggregatePlan): WeightedFold | null {
  const { weighted } = plan;
  if (weighted === null) return null;
  const terms = new WeightedTerms();
  const { w, ww } = weighted.people;
  const { anyScore } = weighted;
  const foldItems = createItemsFold(plan, weighted);
  const foldPairs = createPairsFold(plan, weighted);
  return (cell, { answers, scored, weight }, values) => {
    terms.begin(cell, weight);
    addWeight(terms, w, ww);
    if (anyScore !== null && hasScore(scored.scores)) addWeight(terms, anyScore.w, anyScore.ww);
    foldItems(terms, answers);
    foldScores(terms, weighted, values);
    foldPairs(terms, values);
    foldRatios(terms, weighted, scored);
  };
}

/** Of items with weighted counts: where those of each code stand, Σw, then Σw². Codes that are none are never met. */
function createItemsFold({ items }: AggregatePlan, { items: firsts }: WeightedSlots) {
  const counted = items.flatMap(({ codes }, item) => {
    const first = firsts[item] ?? null;
    return first === null ? [] : [{ item, codes, first }];
  });
  const lowest = Math.min(0, ...counted.flatMap(({ codes }) => codes));
  const width = Math.max(0, ...counted.flatMap(({ codes }) => codes)) - lowest + 1;
  const members = Int32Array.from(counted, ({ item }) => item);
  const places = new Int32Array(members.length * width).fill(-1);
  for (const [k, { codes, first }] of counted.entries())
    for (const [at, code] of codes.entries()) places[k * width + code - lowest] = first + 2 * at * LIMBS;
  return (terms: WeightedTerms, answers: Answers): void => {
    for (let k = 0; k < members.length; k++) {
      const raw = answers[members[k] as number] as number;
      const place = isMissing(raw) ? -1 : (places[(k * width + raw - lowest) | 0] as number);
      if (place >= 0) addWeight(terms, place, place + LIMBS);
    }
  };
}

/** Whether any dimension is scored. */
export function hasScore(scores: Float64Array): boolean {
  return scores.some((score) => score !== NO_SCORE);
}

function addWeight(terms: WeightedTerms, w: number, ww: number): void {
  terms.once(w, 1);
  terms.twice(ww, 1, 1);
}

function foldScores(terms: WeightedTerms, { scores }: WeightedSlots, values: Float64Array): void {
  for (let s = 0; s < scores.length; s++) {
    const slots = scores[s];
    const x = values[s] ?? NO_SCORE;
    if (slots === undefined || x === NO_SCORE) continue;
    addWeight(terms, slots.w, slots.ww);
    terms.once(slots.wx, x);
    terms.once(slots.wxx, x, x);
    terms.twice(slots.wwx, x, 1);
    terms.twice(slots.wwxx, x, x);
  }
}

/** Places stand in typed arrays: there are many pairs, and every row goes through all. */
function createPairsFold({ pairs }: AggregatePlan, { pairs: slots }: WeightedSlots) {
  const [first, second] = [Int32Array.from(pairs, ({ a }) => a), Int32Array.from(pairs, ({ b }) => b)];
  const [ww, wwab] = [Int32Array.from(slots, (pair) => pair.ww), Int32Array.from(slots, (pair) => pair.wwab)];
  const [wwa, wwb] = [Int32Array.from(slots, (pair) => pair.wwa), Int32Array.from(slots, (pair) => pair.wwb)];
  return (terms: WeightedTerms, values: Float64Array): void => {
    for (let p = 0; p < ww.length; p++) {
      const a = values[first[p] as number] as number;
      const b = values[second[p] as number] as number;
      if (a === NO_SCORE || b === NO_SCORE) continue;
      terms.twice(ww[p] as number, 1, 1);
      terms.twice(wwa[p] as number, a, 1);
      terms.twice(wwb[p] as number, b, 1);
      terms.twice(wwab[p] as number, a, b);
    }
  };
}

function foldRatios(terms: WeightedTerms, { ratios }: WeightedSlots, { answered, favourable }: Scored): void {
  for (let d = 0; d < ratios.length; d++) {
    const slots = ratios[d];
    const all = answered[d] ?? 0;
    if (slots === undefined || all === 0) continue;
    const good = favourable[d] ?? 0;
    terms.once(slots.wf, good);
    terms.once(slots.wa, all);
    terms.twice(slots.wwff, good, good);
    terms.twice(slots.wwfa, good, all);
    terms.twice(slots.wwaa, all, all);
  }
}
