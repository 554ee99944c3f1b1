import { type Answers, MISSING } from "../../response/types.ts";
import { BLOCK_MISSING, BLOCK_STRIDE } from "./core.ts";

/** Per byte of a block, read without sign: the code, or the kind of missing. */
const VALUES = Float64Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : byte - 256));
for (const kind of ["unanswered", "notApplicable", "dontKnow"] as const)
  VALUES[BLOCK_MISSING[kind] & 0xff] = MISSING[kind];

/** What stands in a block for this answer; null: nothing does. */
export function blockCode(answer: number): number | null {
  const code = VALUES.indexOf(answer);
  return code < 0 ? null : (code << 24) >> 24;
}

/** Writes the answers of one row of a block. */
export function readAnswers(codes: Int8Array, row: number, into: Answers): void {
  for (let item = 0; item < into.length; item += 1)
    into[item] = VALUES[(codes[item * BLOCK_STRIDE + row] as number) & 0xff] as number;
}
