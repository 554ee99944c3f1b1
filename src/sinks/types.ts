import type { Answers } from "../response/types.ts";
import type { Scored } from "../scoring/scorer.ts";

/** Takes scored respondents one by one. What it is given is reused for the next one: copy what must stay. */
export interface RespondentSink {
  respondent(one: { readonly row: number; readonly answers: Answers; readonly scored: Scored }): void;
}
