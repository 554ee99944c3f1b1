import type { Hidden, Published } from "./estimate.ts";
import type { BetweenGroups } from "./grouping.ts";

/** Everything published about everyone, one group, or the pool of small groups. */
export interface CellResult {
  readonly kind: "total" | "group" | "pool";
  /** As it is printed: "Everyone", "Sales", "North / Sales", "Other groups, together". */
  readonly label: string;
  /** Values of the grouping's columns, from the first on; "" for blank. Of a pool those of what it stands in; of the total none. */
  readonly path: readonly string[];
  readonly people: number;
  /** Kish's effective number of people under survey weights; null without weights. */
  readonly effectivePeople: number | null;
  readonly headcount: number | null;
  readonly responseRate: number | null;
  readonly composites: readonly CompositeResult[];
  readonly dimensions: readonly DimensionResult[];
  readonly outcomes: readonly OutcomeResult[];
}

/** One `--by`: the cells of a single column, of a crossing, or of all levels of a hierarchy. */
export interface GroupingResults {
  /** As the user wrote it. */
  readonly text: string;
  readonly kind: "single" | "hierarchy" | "crossing";
  readonly columns: readonly string[];
  /** Groups in order of path (blank last), each level's pool after its groups; of a hierarchy every unit before those within it. */
  readonly cells: readonly CellResult[];
  /** True when it could not be shown at all. */
  readonly withheld: boolean;
  /** Why not, in words; null where it is shown. */
  readonly reason: string | null;
  /** Group against everyone else, one per shown group and dimension. */
  readonly comparisons: readonly GroupComparison[];
  /** How much of the differences between people lies between the groups, one per dimension. */
  readonly agreement: readonly BetweenGroups[];
}

/** One group against everyone else on one dimension. "Everyone else" holds the people of hidden groups, too. */
export interface GroupComparison {
  readonly path: readonly string[];
  readonly label: string;
  readonly dimension: string;
  /** People: of the group, of everyone else. */
  readonly n: readonly [number, number];
  /** Mean of the group minus mean of everyone else, in points of the item metric. */
  readonly difference: Published;
  readonly test: DifferenceTest | null;
  /** Benjamini–Hochberg over the tests of one level of this grouping; 0–1. */
  readonly adjustedP: number | null;
  /** Read on the index, 100 being best: at adjusted p < .05 and |g| ≥ .2. */
  readonly says: "higher" | "lower" | "no clear difference" | "too few to say";
}

/** t test of a difference. */
export interface DifferenceTest {
  readonly t: number;
  readonly df: number;
  /** Two-sided, 0–1. */
  readonly p: number;
  /** Hedges g; null where it is not defined (paired changes). */
  readonly g: number | null;
  readonly method: string;
}

export interface DimensionResult {
  readonly id: string;
  readonly title: string;
  readonly block: string | null;
  readonly direction: "higher" | "lower";
  /** Asked beside: outside every composite. */
  readonly supplementary: boolean;
  /** Qualitative questions to ask beside it. */
  readonly companions: readonly string[];
  /** In the item metric. */
  readonly min: number;
  readonly max: number;
  /** Index points; null where either end can be sound: then no band, no chance, no need. */
  readonly target: number | null;
  readonly mean: Published;
  readonly sd: Published;
  /** 0–100, 100 is best. */
  readonly index: Published;
  /** 100 − index, only where the framework reads as load. */
  readonly load: Published | null;
  readonly judged: Judged | null;
  readonly favourable: Published;
  /** Ends of its interval without the headcount (shares 0–1), which gates go by; null where it has none, as it is of audits made before this was kept and scored with a headcount. */
  readonly favourableJudged: Judged | null;
  readonly band: BandResult | null;
  /** Probability that the true index is below target, 0–1; null without a shown mean or a target. */
  readonly belowTarget: number | null;
  readonly agreement: Agreement | null;
  readonly bounds: Bounds | null;
  readonly precision: Precision | null;
  /** Smallest change of the index that two surveys of this size would probably find, in index points. */
  readonly detectable: Published | null;
}

/** Whether people may be averaged into this group; null of an Agreement: not asked for, or one assessment. */
export interface Agreement {
  /** rWG(J), 0–1, against the uniform null. */
  readonly rwg: Published;
  /** People whose score lies in the low, middle and high third of the scale (in points, not in the direction of good). */
  readonly thirds: Thirds | Hidden | null;
  /** Null where it cannot be said. */
  readonly says: "agree" | "spread widely" | "two camps" | null;
}

export interface Thirds {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** The index if every person of the headcount who did not answer had answered worst, or best. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  /** People who did not answer. */
  readonly silent: number;
}

/** What comparisons rest on: the standard error of the mean or value (of its logarithm on a log scale) without the headcount. */
export interface Precision {
  readonly se: number;
  readonly df: number;
  readonly scale: "linear" | "log";
}

/**
 * Ends of an interval without the finite population factor, of an index in index points (0–100, 100 is best): bands,
 * findings, targets and gates are judged by it, with or without a headcount, since people answer with noise even when all of them answer. A census
 * has one. Null without an estimate, for one person and for one assessment.
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
  /** What holds the value below what the formula gives; null where nothing does. */
  readonly held: Held | null;
  readonly index: Published;
  readonly load: Published | null;
  readonly judged: Judged | null;
  readonly band: BandResult | null;
  readonly bounds: Bounds | null;
  readonly precision: Precision | null;
  readonly detectable: Published | null;
}

/** A level of the ladder that is not reached, and so holds a composite that goes by it. */
export interface Held {
  readonly word: "level" | "stage";
  /** From 1. */
  readonly level: number;
  readonly title: string;
  /** Index points it is held at. */
  readonly cap: number;
  /** What the formula alone gives, in its own metric, and its index. */
  readonly unheld: { readonly value: number; readonly index: number };
}

export interface OutcomeResult {
  readonly id: string;
  readonly title: string;
  readonly statistic: "nps" | "csat" | "mean";
  /** Id of the question; null of audits made before it was kept. */
  readonly item: string | null;
  /** How much a touchpoint matters to people: it weighs a need, and says nothing of trust. */
  readonly importance: boolean;
  readonly value: Published;
  /** Ends of its interval without the headcount, in its unit; null as of `favourableJudged`. */
  readonly judged: Judged | null;
  /** Promoters, passives, detractors (people) of an NPS; null otherwise or when hidden. */
  readonly counts: { readonly promoters: number; readonly passives: number; readonly detractors: number } | null;
}

export interface ItemResult {
  readonly id: string;
  readonly dimension: string | null;
  readonly text: string;
  readonly reverse: boolean;
  /** Of a business figure: its ends, and its index (0–100) at the mean; null of an answer. */
  readonly figure: FigureResult | null;
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

export interface FigureResult {
  readonly worst: number;
  readonly best: number;
  readonly unit: string;
  readonly decimals: number;
  readonly index: Published;
}

export interface Quality {
  /** People flagged; hidden when that could single anyone out, and not computable where the items cannot show it. */
  readonly longRuns: Published;
  readonly straightLines: Published;
  /** Under 2 seconds an answer; n is people whose time is known. Not computable where no export says it. */
  readonly fast: Published;
  /** Mean within-person standard deviation of raw answers (IRV), in points; n is people with two answers or more on one response scale. */
  readonly variability: Published;
  /** Shares of all answers asked for, 0–1. */
  readonly unanswered: number | null;
  readonly notApplicable: number | null;
  readonly dontKnow: number | null;
  readonly unknown: number | null;
  /** Rows kept although another has the same id with other answers; null where rows may not be counted aloud. */
  readonly repeatedIds: number | null;
}
