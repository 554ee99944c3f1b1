/**
 * One respondent's answers to one scoring program.
 * shape: one number per item of the program, in program order: the code of the answer
 * (a figure: value × 10^decimals, an exact integer), one of `MISSING`, or `NOT_ASKED`.
 */
export type Answers = Float64Array;

/** The kinds of missing, kept apart to the end. Far outside any code or figure. */
export const MISSING = {
  unanswered: -9_007_199_254_740_991,
  notApplicable: -9_007_199_254_740_990,
  dontKnow: -9_007_199_254_740_989,
  /** An answer nobody could read, counted under `--on-unknown missing`. */
  unknown: -9_007_199_254_740_988,
} as const;

export type MissingKind = keyof typeof MISSING;
export const MISSING_KINDS = [
  "unanswered",
  "notApplicable",
  "dontKnow",
  "unknown",
] as const satisfies readonly MissingKind[];

/**
 * The item is not asked of this person's audience: no answer, and no kind of missing that is counted. It makes a person neither
 * silent nor careless.
 */
export const NOT_ASKED = -9_007_199_254_740_992;

/** Everything at or below this is no answer: a kind of missing, or not asked. */
export const LAST_MISSING = MISSING.unknown;
export function isMissing(value: number): boolean {
  return value <= LAST_MISSING;
}

/** Why a row was read and not scored; the flow is printed in this order. */
export const EXCLUSIONS = ["preview", "spam", "incomplete", "empty", "ragged", "duplicate", "careless"] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Row accounting of a run: read = Σ excluded + scored, always. Merged by adding. */
export interface Ledger {
  readonly read: number;
  readonly excluded: Readonly<Record<Exclusion, number>>;
  readonly scored: number;
  /** Rows kept although another row has the same id with other answers. */
  readonly repeatedIds: number;
  /** Answers nobody could read, counted as missing on request. */
  readonly unknownAnswers: number;
}
