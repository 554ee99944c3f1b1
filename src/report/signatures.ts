import type { ScoreSignature } from "../audit/types.ts";
import { scoreBases } from "../framework/score-basis.ts";
import type { Framework } from "../framework/types.ts";

/**
 * How every score of a framework is made, as two hashes each: of all that makes the number, and of what people read. Equal
 * `scoring` means that two numbers may be held against each other; where only `wording` differs, with care.
 * @param framework as it was asked: of its audiences alone, with the dimensions and items that were
 * @param hash of a text, the same for the same text
 */
export function signaturesOf(framework: Framework, hash: (text: string) => string): readonly ScoreSignature[] {
  return scoreBases(framework).map(({ of, id, scoring, wording }) => ({
    of,
    id,
    scoring: hash(JSON.stringify(scoring)),
    wording: hash(JSON.stringify(wording)),
  }));
}
