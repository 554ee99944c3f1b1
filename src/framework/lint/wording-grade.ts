import { syllable } from "syllable";
import { KNOWN_TO_ALL } from "./wording-words.ts";

/** A word is letters and figures, with the signs that stand inside a word. */
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** The words of a text; "front-line" and "don't" are one each. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/**
 * The Flesch–Kincaid grade of an English text: 0.39 · words per sentence + 11.8 · syllables per word − 15.59, in school
 * years (about −3 to 20). Below four words it says nothing about reading, and is undefined. The formula is made for whole
 * texts: in a single sentence two or three words as long and as well known as "manager" would decide, and count less.
 * Source: Kincaid, Fishburne, Rogers & Chissom (1975).
 */
export function readingGrade(text: string): number | undefined {
  const words = wordsOf(text);
  if (words.length < 4) return undefined;
  const sentences = text.split(/[.!?]+(?:\s|["”’)]|$)/).filter((part) => wordsOf(part).length > 0).length;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59;
}

function syllablesOf(word: string): number {
  if (KNOWN_TO_ALL.test(word)) return Math.min(2, syllable(word));
  return word
    .split(/[-.]/)
    .map((part) => Math.max(1, syllable(part)))
    .reduce((sum, count) => sum + count, 0);
}
