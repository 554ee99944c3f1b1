import type { Answers } from "../response/types.ts";
import type { PatternFlags } from "../scoring/quality.ts";
import type { Scored } from "../scoring/scorer.ts";

/** One respondent, ready to be counted. */
export interface Counted {
  readonly answers: Answers;
  readonly scored: Scored;
  readonly flags: PatternFlags;
  /** Survey weight, an integer in units of 1/`unitsPerWeight`; not looked at by a plan without weights. */
  readonly weight: number;
}
