import type { Hidden, Published } from "./estimate.ts";

/** Everything published about everyone, one group, or the pool of small groups. */
export interface CellResult {
  readonly kind: "total" | "group" | "pool";
  readonly label: string;
  readonly people: number;
  readonly headcount: number | null;
  readonly responseRate: number | null;
  readonly composites: readonly CompositeResult[];
  readonly dimensions: readonly DimensionResult[];
  readonly outcomes: readonly OutcomeResult[];
}

export interface GroupResults {
  readonly column: string;
  readonly cells: readonly CellResult[];
  /** True when the grouping could not be shown at all (too few people). */
  readonly withheld: boolean;
}

export interface DimensionResult {
  readonly id: string;
  readonly title: string;
  readonly block: string | null;
  readonly direction: "higher" | "lower";
  /** In the item metric. */
  readonly min: number;
  readonly max: number;
  readonly target: number;
  readonly mean: Published;
  readonly sd: Published;
  /** 0–100, 100 is best. */
  readonly index: Published;
  /** 100 − index, only where the framework reads as load. */
  readonly load: Published | null;
  readonly judged: Judged | null;
  readonly favourable: Published;
  readonly band: BandResult | null;
  /** Probability that the true index is below target, 0–1; null without a shown mean. */
  readonly belowTarget: number | null;
}

/**
 * Ends of the interval of an index (0–100, 100 is best) without the finite population factor: bands, findings and targets
 * are judged by it, with or without a headcount, since people answer with noise even when all of them answer. A census
 * has one. Null without an index, for one person and for one assessment.
 */
export interface Judged {
  readonly low: number;
  readonly high: number;
}

/** The band the index falls in; `sure` when all of `judged` lies in it, else the bands that `judged` touches. */
export interface BandResult {
  readonly id: string;
  readonly label: string;
  readonly meaning: string;
  /** Where it begins and ends, in index points (100 is best): `from` belongs to it, `to` to the next (100 to the last). */
  readonly from: number;
  readonly to: number;
  /** Where bands meet that `judged` touches: limits between 0 and 100 at either end of any of them, ascending. */
  readonly limits: readonly number[];
  readonly sure: boolean;
  readonly couldBe: readonly string[];
}

export interface CompositeResult {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly formula: string;
  /** The names in the formula with the numbers that stand for them here. */
  readonly terms: readonly { readonly name: string; readonly title: string; readonly value: number | null }[];
  readonly transform: "linear" | "log";
  readonly worst: number;
  readonly best: number;
  readonly target: number;
  /** In the formula's own metric. */
  readonly value: Published;
  readonly index: Published;
  readonly load: Published | null;
  readonly judged: Judged | null;
  readonly band: BandResult | null;
}

export interface OutcomeResult {
  readonly id: string;
  readonly title: string;
  readonly statistic: "nps" | "csat" | "mean";
  readonly value: Published;
  /** Promoters, passives, detractors (people) of an NPS; null otherwise or when hidden. */
  readonly counts: { readonly promoters: number; readonly passives: number; readonly detractors: number } | null;
}

export interface ItemResult {
  readonly id: string;
  readonly dimension: string | null;
  readonly text: string;
  readonly reverse: boolean;
  /** Of raw answers, before recoding. */
  readonly mean: Published;
  readonly favourable: Published;
  readonly histogram: readonly { readonly code: number; readonly label: string; readonly count: number }[] | Hidden;
  readonly missing:
    | {
        readonly unanswered: number;
        readonly notApplicable: number;
        readonly dontKnow: number;
        readonly unknown: number;
      }
    | Hidden;
}

export interface Quality {
  /** People flagged; hidden when that could single anyone out, and not computable where the items cannot show it. */
  readonly longRuns: Published;
  readonly straightLines: Published;
  /** Under 2 seconds an answer; n is people whose time is known. Not computable where no export says it. */
  readonly fast: Published;
  /** Shares of all answers asked for, 0–1. */
  readonly unanswered: number | null;
  readonly notApplicable: number | null;
  readonly dontKnow: number | null;
  readonly unknown: number | null;
  readonly repeatedIds: number;
}
