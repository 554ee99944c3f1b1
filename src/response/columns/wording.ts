import { APOSTROPHES, INVISIBLE, OPTIONAL_MARKS } from "../../framework/answer-text.ts";
import { withoutHtml } from "../answers/cell-text.ts";

/**
 * "1.", "12)", "(3)", "Q4:", "Question 5 -", "2.1 " and the like before a question. In either case, letter by letter: an
 * expression with the digits of all languages that is told to ignore case takes milliseconds to compile. Ignoring it, two
 * more signs are an S and a K.
 */
const NUMBERING =
  /^\s*(?:[qQ](?:[uU][eE][sSſ][tT][iI][oO][nN])?\s*)?\(?\p{Nd}+(?:\.\p{Nd}+)*[a-zA-Zſ\u212a]?(?:[.):]|\s[-–—])?\s+(?=\S)/u;
/** "b) ", "(c) ", "a. ", "iii. ": letters of a list, and Roman numbers. */
const LETTERING = /^\s*\(?(?:[a-z]|[ivx]{2,5})[.)]\s+(?=\S)/i;

const ASCII = /^[\0-\x7f]*$/;

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
  const bare = plain.replace(APOSTROPHES, "").replace(/'/g, "");
  // The signs of all languages take their time to compile; most texts have none but these.
  return (ASCII.test(bare) ? bare.replace(/[^a-z0-9]+/g, " ") : bare.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")).trim();
}
