import type { Published } from "./estimate.ts";
import type { DifferenceTest } from "./results.ts";

/** Two audiences on one score: index of the first minus that of the second. */
export interface AudienceGap {
  readonly of: "composite" | "dimension";
  readonly id: string;
  readonly title: string;
  /** Audience ids. */
  readonly audience: string;
  readonly than: string;
  /** In index points, with its interval; the two are different people, so variances add. */
  readonly index: Published;
  readonly test: DifferenceTest | null;
  /** Benjamini–Hochberg over all gaps of dimensions; null of a composite. */
  readonly adjustedP: number | null;
  readonly says: "higher" | "lower" | "no clear difference" | "too few to say";
}

/** Where one cell stands on the framework's ladder. */
export interface LadderResult {
  /** Of the cell; empty: everyone, where audiences are not told apart. */
  readonly path: readonly string[];
  readonly label: string;
  readonly title: string;
  readonly word: "level" | "stage";
  readonly none: string;
  /** In points of the item metric. */
  readonly reached: { readonly mean: number; readonly lowest: number | null };
  /** Share of the strands, 0–1, that must have reached a level for it to be the overall one. */
  readonly share: number;
  readonly levels: readonly {
    readonly id: string;
    readonly title: string;
    readonly about: string | null;
    readonly cap: number | null;
  }[];
  readonly strands: readonly StrandResult[];
  /** Levels reached, 0 to their number; null where too little is shown to say. */
  readonly overall: number | null;
  /** Share of the draws, 0–1, with the same overall level; null without draws. */
  readonly firm: number | null;
  /**
   * The strands that stand lowest: fewest levels, then the lowest mean at the first level that is missing. Empty where the
   * level of one is not known, or all stand alike.
   */
  readonly lowest: readonly string[];
  /** Of a single strand the dimension with the lowest mean of those shown, in points; null of several, or where all stand alike. */
  readonly weakest: { readonly dimension: string; readonly title: string; readonly mean: number } | null;
}

export interface StrandResult {
  readonly id: string;
  readonly title: string;
  /** Levels reached; null where it cannot be said. */
  readonly level: number | null;
  readonly firm: number | null;
  /** One per level. */
  readonly rungs: readonly Rung[];
}

export interface Rung {
  readonly level: string;
  /** Mean of its dimensions' means, in points of the item metric; null where one is not shown. */
  readonly mean: number | null;
  /** By its own numbers, whatever those below it are; null where it cannot be said. */
  readonly met: boolean | null;
  /** What keeps it from being met: dimensions under `reached.mean` (of a rung whose mean is short) or under `reached.lowest`; lowest first. */
  readonly blocking: readonly {
    readonly dimension: string;
    readonly title: string;
    readonly mean: number;
    readonly n: number;
  }[];
}

/** The touchpoints of one audience in the order people meet them. */
export interface JourneyResult {
  readonly audience: { readonly id: string; readonly title: string };
  readonly title: string;
  readonly touchpoints: readonly Touchpoint[];
  /** Dimension id of the largest importance × gap; null where none has a gap, or nothing can be said. */
  readonly weakest: string | null;
}

export interface Touchpoint {
  readonly dimension: string;
  readonly title: string;
  readonly index: Published;
  readonly target: number;
  /** Mean importance put on 1–5, as it weighs in the plan; null where it was not asked. */
  readonly importance: Published | null;
  /** importance × gap, 0–5; gap = max(0, target − index)/100. Null where one of them is not shown. */
  readonly pull: number | null;
  readonly response: string | null;
}

export interface TriageResult {
  readonly title: string;
  readonly signs: readonly TriageSignResult[];
  /** What to run when there was a known breach. */
  readonly breach: { readonly framework: string; readonly audience: string | null; readonly why: string } | null;
}

export interface TriageSignResult {
  readonly id: string;
  readonly title: string;
  readonly audiences: readonly string[];
  /** Ids of the dimensions behind it, one question each. */
  readonly of: { readonly trend: string; readonly severity: string };
  /** Means in points of their scales; null: don't know, or not shown. */
  readonly trend: number | null;
  readonly severity: number | null;
  /** Red: worse and severe; amber: one of them; green: neither; grey: don't know. */
  readonly colour: "red" | "amber" | "green" | "grey";
  readonly why: string;
  readonly next: readonly {
    readonly framework: string;
    readonly audience: string | null;
    readonly why: string | null;
  }[];
}

/** What a profile has changed: needs, severities, strategies and an added dimension, never a score. */
export interface ProfileEffect {
  readonly id: string;
  readonly kind: "sector" | "culture";
  readonly title: string;
  readonly version: string;
  /** As the user chose it. */
  readonly text: string;
  readonly context: {
    readonly drivers: readonly string[];
    readonly shows: readonly string[];
    readonly stake: readonly string[];
    readonly rebuilds: readonly string[];
  } | null;
  /** Of a culture profile: the values that were set. */
  readonly values: readonly {
    readonly key: string;
    readonly title: string;
    readonly value: string;
    readonly about: string;
    readonly how: readonly string[];
    readonly read: readonly string[];
  }[];
  /** Dimensions whose need it multiplies. */
  readonly needs: readonly { readonly dimension: string; readonly title: string; readonly multiplier: number }[];
  readonly findings: readonly {
    readonly id: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Strategies of the plan whose fit it changes. */
  readonly strategies: readonly { readonly strategy: string; readonly title: string; readonly fit: number }[];
  /** The dimension it added; `answered` false where no export held its items. */
  readonly supplement: { readonly dimension: string; readonly title: string; readonly answered: boolean } | null;
}

/** An answer about the whole survey that steers the advice. */
export interface ContextAnswer {
  readonly id: string;
  readonly title: string;
  /** What of the strategies the answer is compared with. */
  readonly steers: "breaches" | "audiences";
  readonly answer: { readonly id: string; readonly title: string };
  readonly says: string | null;
}

export interface LensResult {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly ask: string;
  /** Those of its dimensions that are shown, worst first. */
  readonly dimensions: readonly { readonly dimension: string; readonly title: string; readonly index: number }[];
}

export interface OutlookResult {
  readonly title: string;
  readonly about: string | null;
  readonly parts: readonly { readonly id: string; readonly title: string; readonly points: readonly string[] }[];
  /** In money only where the user gave every figure; else null, and which figures are missing. */
  readonly costs: readonly {
    readonly id: string;
    readonly title: string;
    readonly value: number | null;
    readonly formula: string;
    readonly figures: readonly { readonly name: string; readonly title: string; readonly value: number | null }[];
    readonly note: string | null;
  }[];
}

/** What to answer to a dimension that stands below its target. */
export interface ResponseAdvice {
  /** Null: of everyone. */
  readonly audience: { readonly id: string; readonly title: string } | null;
  readonly dimension: string;
  readonly title: string;
  readonly index: number;
  readonly target: number;
  readonly response: string;
}

/** How a score is made, to see whether two audits may be compared. */
export interface ScoreSignature {
  readonly of: "dimension" | "composite";
  readonly id: string;
  /** Hash of all that makes the number: items, their weights and keys, scale ends, direction, threshold; formula and transform. */
  readonly scoring: string;
  /** Hash of what people read. */
  readonly wording: string;
}
