/**
 * Means, shares and their errors under survey weights, and one summary of a score that serves both kinds of cell.
 *
 * Formula: ȳ = Σwy/Σw; SE² = n/(n − 1) Σw²(y − ȳ)²/(Σw)²; SD² = n/(n − 1) Σw(y − ȳ)²/Σw; Kish's effective n
 *   (Σw)²/Σw², df n_eff − 1; covariance of two means n_ab/(n_ab − 1) Σw²(a − ā)(b − b̄)/(Σₐw Σ_b w) over the n_ab who have
 *   both, ā and b̄ the means of all who have the score. Favourable: p = ΣwF/ΣwA, Var n/(n − 1) Σw²(F − pA)²/(ΣwA)², worth p(1 − p)/Var
 *   answers, at most Kish's n_eff times the answers a person gave, at p = 0 or 1 n_eff. Shares of people are worth
 *   Σw Σw(x − x̄)²/Σw²(x − x̄)² people, at no spread n_eff. Numerators are exact (BigInt), so nothing cancels.
 *   Where all weights of a cell are equal, the numbers are the unweighted ones to the bit.
 * Unit and range: points of the score, squared for variances; effective numbers from 1 to the people there are.
 * Missing rule: people without the score are left out, with their weights.
 * Source: Taylor linearisation of a ratio, Särndal, Swensson & Wretman 1992, section 5.6; Kish 1965, section 11.7.
 * Oracle: the formulas in floating point on raw data, and cells of equal weights (test/statistics/weights.test.ts).
 */
import { LIMBS, limbSum } from "../aggregate/limbs.ts";
import type { AggregatePlan, Cell } from "../aggregate/types.ts";
import { at, type Moments, momentsOf } from "./moments.ts";

/** One score of one group of people, weighted or not: what every comparison of means starts from. */
export interface Summary {
  /** People who have the score. */
  readonly n: number;
  /** NaN without people: ask `n` first. */
  readonly mean: number;
  /** Null under two people. */
  readonly sd: number | null;
  /** Squared standard error of the mean; a headcount never enters. Null under two people. */
  readonly se2: number | null;
  /** n − 1, under weights n_eff − 1: a fraction, and under 1 where the weights are very uneven. */
  readonly df: number;
  /** Kish's; null without weights. */
  readonly effectiveN: number | null;
}

/** Summary of the score at `position` of the plan, weighted where the plan is. */
export function summaryOf(cell: Cell, plan: AggregatePlan, position: number): Summary {
  return weightedMoments(cell, plan, position) ?? unweighted(cell, plan, position);
}

/** Moments without weights, as every estimate of a mean takes them. */
export function plainSummary({ n, mean, variance }: Moments): Summary {
  const [sd, se2] = variance === null ? [null, null] : [Math.sqrt(variance), variance / n];
  return { n, mean, sd, se2, df: n - 1, effectiveN: null };
}

function unweighted(cell: Cell, { scores }: AggregatePlan, position: number): Summary {
  const slots = scores[position];
  return plainSummary(
    slots === undefined ? { n: 0, mean: Number.NaN, variance: null } : momentsOf(cell, slots, slots.unitsPerPoint),
  );
}

/** Weighted summary of the score at `position`; null where the plan has no weights. */
export function weightedMoments(cell: Cell, plan: AggregatePlan, position: number): Summary | null {
  const sums = scoreSums(cell, plan, position);
  if (sums === null) return null;
  const { n, w, ww, wx, wxx, wwx, wwxx, unit } = sums;
  if (n === 0 || w === 0n || weightsAreEqual(cell, plan)) {
    return { ...unweighted(cell, plan, position), effectiveN: n };
  }
  const effectiveN = Number(w * w) / Number(ww);
  const mean = Number(wx) / (Number(w) * unit);
  if (n < 2) return { n, mean, sd: null, se2: null, df: n - 1, effectiveN };
  const bessel = n / (n - 1);
  const variance = (bessel * Number(w * wxx - wx * wx)) / (Number(w) * unit) ** 2;
  const scatter = w * w * wwxx - 2n * w * wx * wwx + wx * wx * ww;
  const se2 = (bessel * Number(scatter)) / Number(w) ** 4 / unit ** 2;
  return { n, mean, sd: Math.sqrt(variance), se2, df: effectiveN - 1, effectiveN };
}

/** Kish's effective number of people of a cell; null without weights. */
export function effectivePeople(cell: Cell, plan: AggregatePlan): number | null {
  const { weighted } = plan;
  if (weighted === null) return null;
  const [w, ww] = [limbSum(cell, weighted.people.w), limbSum(cell, weighted.people.ww)];
  if (w === 0n || weightsAreEqual(cell, plan)) return at(cell, plan.people);
  return Number(w * w) / Number(ww);
}

/** Entry of the covariance matrix of two means, with the people who have both; null under two of them. */
export interface MeansEntry {
  readonly n: number;
  readonly entry: number | null;
}

/** Covariance of the weighted means of two different scores, by position; null where no weights differ: use covariance.ts. */
export function weightedCovarianceOfMeans(
  cell: Cell,
  plan: AggregatePlan,
  positions: readonly [number, number],
): MeansEntry | null {
  const [first, second] = [Math.min(...positions), Math.max(...positions)];
  const place = plan.pairs.findIndex((pair) => pair.a === first && pair.b === second);
  const [pair, slots] = [plan.pairs[place], plan.weighted?.pairs[place]];
  const [a, b] = [scoreSums(cell, plan, first), scoreSums(cell, plan, second)];
  if (a === null || b === null || pair === undefined || slots === undefined) return null;
  if (weightsAreEqual(cell, plan)) return null;
  const n = at(cell, pair.n);
  if (n < 2) return { n, entry: null };
  const [ww, wwa, wwb, wwab] = [slots.ww, slots.wwa, slots.wwb, slots.wwab].map((sum) => limbSum(cell, sum)) as Four;
  const shared = a.w * b.w * wwab - a.wx * b.w * wwb - b.wx * a.w * wwa + a.wx * b.wx * ww;
  return { n, entry: ((n / (n - 1)) * Number(shared)) / Number(a.w * b.w) ** 2 / (a.unit * b.unit) };
}

type Four = [bigint, bigint, bigint, bigint];

/** A weighted share of favourable answers. */
export interface WeightedShare {
  /** People with an answer. */
  readonly n: number;
  /** 0–1; NaN without answers. */
  readonly share: number;
  /** Independent answers it is worth, for Wilson's interval; null under two people. */
  readonly effective: number | null;
}

/** Favourable answers of the dimension at `position` of the plan's ratios; null where no weights differ: use proportion.ts. */
export function weightedRatio(cell: Cell, plan: AggregatePlan, position: number): WeightedShare | null {
  const [slots, twins] = [plan.ratios[position], plan.weighted?.ratios[position]];
  if (slots === undefined || twins === undefined || weightsAreEqual(cell, plan)) return null;
  const n = at(cell, slots.n);
  const [wf, wa] = [limbSum(cell, twins.wf), limbSum(cell, twins.wa)];
  const share = Number(wf) / Number(wa);
  if (n < 2) return { n, share, effective: null };
  const kish = Math.min(n, kishOfScore(cell, plan, position) * n);
  if (wf === 0n || wf === wa) return { n, share, effective: kish };
  const [ff, fa, aa] = [twins.wwff, twins.wwfa, twins.wwaa].map((sum) => limbSum(cell, sum)) as [
    bigint,
    bigint,
    bigint,
  ];
  const scatter = wa * wa * ff - 2n * wf * wa * fa + wf * wf * aa;
  const variance = ((n / (n - 1)) * Number(scatter)) / Number(wa) ** 4;
  const most = (kish * at(cell, slots.sumA)) / n;
  return { n, share, effective: Math.min(most, (share * (1 - share)) / variance) };
}

/** n_eff/n of those who have the dimension's score, or of the cell where nobody has it: 0–1. */
function kishOfScore(cell: Cell, plan: AggregatePlan, position: number): number {
  const score = weightedMoments(cell, plan, position);
  if (score !== null && score.n > 0) return (score.effectiveN ?? score.n) / score.n;
  return (effectivePeople(cell, plan) ?? 0) / Math.max(1, at(cell, plan.people));
}

/** Weighted answers of an outcome item, by code. */
export interface WeightedCode {
  readonly code: number;
  /** People. */
  readonly count: number;
  readonly w: bigint;
  readonly ww: bigint;
}

/** The answers to the item at `position` of the plan, codes ascending; null without weights, or where no outcome rests on it. */
export function weightedCodes(cell: Cell, plan: AggregatePlan, position: number): readonly WeightedCode[] | null {
  const [item, first] = [plan.items[position], plan.weighted?.items[position] ?? null];
  if (item === undefined || first === null) return null;
  return item.codes.map((code, k) => ({
    code,
    count: at(cell, item.histogram + k),
    w: limbSum(cell, first + 2 * k * LIMBS),
    ww: limbSum(cell, first + (2 * k + 1) * LIMBS),
  }));
}

/** A mean of values that stand for codes: 0 and 1 make a share, −1, 0 and 1 a net score. */
export interface WeightedClasses {
  readonly n: number;
  /** NaN without people. */
  readonly mean: number;
  /** People it is worth; n where all weights are equal. */
  readonly effective: number;
  /** Σw of the codes with this value among all, 0–1. */
  share(value: number): number;
}

/** Weighted mean of what the answers stand for, and how many people it is worth. */
export function weightedClasses(codes: readonly WeightedCode[], standsFor: (code: number) => number): WeightedClasses {
  const sum = (term: (code: WeightedCode) => bigint) => codes.reduce((total, code) => total + term(code), 0n);
  const value = ({ code }: WeightedCode) => BigInt(standsFor(code));
  const n = codes.reduce((total, { count }) => total + count, 0);
  const w = sum((code) => code.w);
  const wx = sum((code) => code.w * value(code));
  const ww = sum((code) => code.ww);
  const share = (wanted: number) => Number(sum((code) => (standsFor(code.code) === wanted ? code.w : 0n))) / Number(w);
  // W² Σ(x − x̄)² with w and with w².
  const spread = sum((code) => code.w * (value(code) * w - wx) ** 2n);
  const scatter = sum((code) => code.ww * (value(code) * w - wx) ** 2n);
  const equal = w * w === BigInt(n) * ww;
  const worth = scatter === 0n ? Number(w * w) / Number(ww) : (Number(spread) * Number(w)) / Number(scatter);
  return { n, mean: Number(wx) / Number(w), effective: equal ? n : Math.min(n, worth), share };
}

/** True where every weight of a cell is the same: (Σw)² = n Σw² only then. */
export function weightsAreEqual(cell: Cell, { weighted, people }: AggregatePlan): boolean {
  if (weighted === null) return true;
  const w = limbSum(cell, weighted.people.w);
  return w > 0n && w * w === BigInt(at(cell, people)) * limbSum(cell, weighted.people.ww);
}

/** The exact sums of a score, with its n and its units per point; null without weights. */
function scoreSums(cell: Cell, { weighted, scores }: AggregatePlan, position: number) {
  const [slots, plain] = [weighted?.scores[position], scores[position]];
  if (slots === undefined || plain === undefined) return null;
  return {
    n: at(cell, plain.n),
    unit: plain.unitsPerPoint,
    w: limbSum(cell, slots.w),
    ww: limbSum(cell, slots.ww),
    wx: limbSum(cell, slots.wx),
    wxx: limbSum(cell, slots.wxx),
    wwx: limbSum(cell, slots.wwx),
    wwxx: limbSum(cell, slots.wwxx),
  };
}
