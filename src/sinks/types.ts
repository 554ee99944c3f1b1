import type { Answers } from "../response/types.ts";
import type { PatternFlags } from "../scoring/quality.ts";
import type { Scored } from "../scoring/scorer.ts";

/** A respondent who counts, as the engine has them. */
export interface ScoredRespondent {
  /** Data row, from 1, counted over all files in the order given. */
  readonly row: number;
  /** Place of the file among those of the run. */
  readonly file: number;
  /** As it stands in the file; "" where there is none, or a word in its place. */
  readonly id: string;
  /** One value per segment of the plan, "" where blank. */
  readonly groups: readonly string[];
  /** Survey weight in units of 1/100,000. */
  readonly weight: number;
  readonly answers: Answers;
  readonly scored: Scored;
  readonly flags: PatternFlags;
}

/** Takes scored respondents one by one. What it is given is reused for the next one: copy what must stay. */
export interface RespondentSink {
  respondent(one: ScoredRespondent): void;
}
