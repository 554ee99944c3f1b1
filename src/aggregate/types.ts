import type { Ledger } from "../response/types.ts";

/**
 * The waist of the hourglass: everything any statistic may know, and no person.
 *
 * Laws (property-tested): merge is associative and commutative; the empty aggregate is its neutral element;
 * fold(xs ++ ys) = merge(fold(xs), fold(ys)). All sums are integers, so the laws hold to the bit.
 */
export interface Aggregate {
  readonly plan: AggregatePlan;
  /** Atom key (JSON of the tuple of segment values, "" for blank) → its sums. */
  readonly atoms: ReadonlyMap<string, Cell>;
  readonly ledger: Ledger;
}

/** All sums of one group of people, laid out by the plan. Adding two cells element by element is merging them. */
export type Cell = Float64Array;

/** Where each sum stands in a cell. Offsets count elements. */
export interface AggregatePlan {
  readonly segments: readonly string[];
  readonly length: number;
  /** Respondents in the cell (rows scored). */
  readonly people: number;
  /** Those of them who have the score of at least one dimension; null where some dimension is asked of everyone. */
  readonly anyScore: number | null;
  readonly items: readonly ItemSlots[];
  /** One per dimension, in program order, then one per coded outcome item. */
  readonly scores: readonly ScoreSlots[];
  /** All unordered pairs of `scores` indices, a < b. */
  readonly pairs: readonly PairSlots[];
  readonly listwise: readonly ListwiseSlots[];
  readonly ratios: readonly RatioSlots[];
  /** One per dimension; empty where only scores are asked for, as are `listwise`. */
  readonly thirds: readonly ThirdSlots[];
  readonly flags: FlagSlots;
  /** Null without survey weights. */
  readonly weighted: WeightedSlots | null;
}

/** Counts of people whose score lies in the low, middle or high third of [min, max]: first of three. A limit belongs to the middle. */
export interface ThirdSlots {
  readonly dimension: string;
  readonly counts: number;
}

/**
 * The weighted twins of the sums. A weight is an integer w in units of 1/`unitsPerWeight`; every sum is exact and takes
 * `LIMBS` elements (limbs.ts). Numbers name the first of these elements.
 */
export interface WeightedSlots {
  readonly unitsPerWeight: number;
  /** Over the respondents in the cell. */
  readonly people: WeightSums;
  /** Over those counted by `anyScore`. */
  readonly anyScore: WeightSums | null;
  /** One per score of the plan. */
  readonly scores: readonly WeightedScoreSlots[];
  /** One per pair of the plan. */
  readonly pairs: readonly WeightedPairSlots[];
  /** One per ratio of the plan. */
  readonly ratios: readonly WeightedRatioSlots[];
  /** One per item of the plan: per code Σw and Σw², the first of 2 × codes sums; null for figures and for items no outcome rests on. */
  readonly items: readonly (number | null)[];
}

/** Σw and Σw². */
export interface WeightSums {
  readonly w: number;
  readonly ww: number;
}

/** Σw, Σw², Σwx, Σwx², Σw²x, Σw²x² over those who have the score. */
export interface WeightedScoreSlots extends WeightSums {
  readonly wx: number;
  readonly wxx: number;
  readonly wwx: number;
  readonly wwxx: number;
}

/** Σw², Σw²a, Σw²b, Σw²ab over those who have both. */
export interface WeightedPairSlots {
  readonly ww: number;
  readonly wwa: number;
  readonly wwb: number;
  readonly wwab: number;
}

/** ΣwF, ΣwA, Σw²F², Σw²FA, Σw²A² over those with A > 0. */
export interface WeightedRatioSlots {
  readonly wf: number;
  readonly wa: number;
  readonly wwff: number;
  readonly wwfa: number;
  readonly wwaa: number;
}

/** Counts of people: with a pattern, and (`timed`) with a known time, among whom `fast` is looked for; sums of IRV. */
export interface FlagSlots {
  readonly longRun: number;
  readonly straightLine: number;
  readonly timed: number;
  readonly fast: number;
  /** n, Σ, Σ² of the within-person SD of raw answers (IRV) in thousandths of a point, rounded per person; null where only scores are asked for. */
  readonly variability: MomentSlots | null;
}

export interface ItemSlots {
  readonly item: string;
  /** First of `codes.length` counts, raw codes ascending (figures: none). */
  readonly histogram: number;
  readonly codes: readonly number[];
  /** First of four counts, in the order of MISSING_KINDS. */
  readonly missing: number;
  /** n, Σx, Σx² (wide) of a figure item's scaled integers; null for coded items. */
  readonly figure: MomentSlots | null;
}

/** Sums of an integer x. `sumSquares` takes two elements when wide: value = hi · 2^26 + lo, at [offset] = lo, [offset+1] = hi. */
export interface MomentSlots {
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
  readonly wide: boolean;
}

export interface ScoreSlots extends MomentSlots {
  readonly id: string;
  readonly kind: "dimension" | "outcome";
  /** x is an integer in units of 1/unitsPerPoint. */
  readonly unitsPerPoint: number;
}

/** Over the respondents who have both scores. */
export interface PairSlots {
  readonly a: number;
  readonly b: number;
  readonly n: number;
  readonly sumA: number;
  readonly sumB: number;
  readonly sumAB: number;
  readonly wide: boolean;
}

/** Over the respondents who have all members. Members: recoded item codes of a dimension, or the scores that predict an outcome with the outcome last. */
export interface ListwiseSlots {
  readonly name: string;
  readonly members: readonly string[];
  readonly unitsPerPoint: readonly number[];
  readonly n: number;
  /** First of members.length sums. */
  readonly sums: number;
  /** First of k(k+1)/2 products (upper triangle by rows), two elements each when wide. */
  readonly products: number;
  readonly wide: boolean;
}

/** Favourable answers F and all answers A of a dimension's items, per respondent with A > 0. */
export interface RatioSlots {
  readonly dimension: string;
  readonly n: number;
  readonly sumF: number;
  readonly sumA: number;
  readonly sumFF: number;
  readonly sumFA: number;
  readonly sumAA: number;
}
