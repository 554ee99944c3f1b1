import { APOSTROPHES, INVISIBLE, OPTIONAL_MARKS } from "../../framework/answer-text.ts";
import { withoutHtml } from "../answers/cell-text.ts";

/** "1.", "12)", "(3)", "Q4:", "Question 5 -", "2.1 " and the like before a question. */
const NUMBERING = /^\s*(?:q(?:uestion)?\s*)?\(?\p{Nd}+(?:\.\p{Nd}+)*[a-z]?(?:[.):]|\s[-–—])?\s+(?=\S)/iu;
/** "b) ", "(c) ", "a. ", "iii. ": letters of a list, and Roman numbers. */
const LETTERING = /^\s*\(?(?:[a-z]|[ivx]{2,5})[.)]\s+(?=\S)/i;

/**
 * A question as it is compared: without HTML, entities, numbering, punctuation and case; words with single spaces
 * between. Apostrophes vanish, so that "don't" and "dont" are one word.
 */
export function normaliseWording(text: string): string {
  const plain = withoutHtml(text)
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(OPTIONAL_MARKS, "")
    .replace(NUMBERING, "")
    .replace(LETTERING, "")
    .toLowerCase()
    .replace(/\u0131|i\u0307/g, "i");
  return plain
    .replace(APOSTROPHES, "")
    .replace(/'/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}
