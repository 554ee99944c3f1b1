import { APOSTROPHES, INVISIBLE } from "../framework/answer-text.ts";

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

/** "1.", "12)", "(3)", "Q4:", "Question 5 -", "2.1 " and the like before a question. */
const NUMBERING = /^\s*(?:q(?:uestion)?\s*)?\(?\d+(?:\.\d+)*[a-z]?(?:[.):]|\s[-–—])?\s+(?=\S)/i;

/**
 * A question as it is compared: without HTML, entities, numbering, punctuation and case; words with single spaces
 * between. Apostrophes vanish, so that "don't" and "dont" are one word.
 */
export function normaliseWording(text: string): string {
  const plain = decodeEntities(text.replace(/<\/?[a-z][^<>]*>/gi, " "))
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(NUMBERING, "")
    .toLowerCase();
  return plain
    .replace(APOSTROPHES, "")
    .replace(/'/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]+);/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return NAMED_ENTITIES[entity.toLowerCase()] ?? whole;
    const point = Number(entity.slice(1).replace(/^x/i, "0x"));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
