import { distance } from "fastest-levenshtein";

/** Longer words are pasted text, not slips of the finger; comparing them would only cost time. */
const LONGEST_WORD = 64;

/**
 * The candidate nearest to a misspelt word, when one is near: an edit distance of at most a third of the word's
 * length, and never less than 1. Two neighbouring letters in exchange count as one slip. Case is ignored. Of equally near candidates the one that begins most like the word
 * is taken, then the first in code-unit order.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > LONGEST_WORD) return undefined;
  const wanted = word.toLowerCase();
  const near = [...candidates]
    .filter((candidate) => candidate !== word && Math.abs(candidate.length - word.length) <= reach(word))
    .map((candidate) => ({ candidate, folded: candidate.toLowerCase() }))
    .map(({ candidate, folded }) => ({ candidate, away: slips(wanted, folded), alike: sameStart(wanted, folded) }))
    .filter(({ away }) => away <= reach(word))
    .sort((a, b) => a.away - b.away || b.alike - a.alike || byCodeUnit(a.candidate, b.candidate));
  return near[0]?.candidate;
}

function slips(a: string, b: string): number {
  return isSwapped(a, b) ? 1 : distance(a, b);
}

/** True when exchanging two neighbouring letters makes one word of the other. */
function isSwapped(a: string, b: string): boolean {
  const at = sameStart(a, b);
  if (a.length !== b.length || at + 1 >= a.length) return false;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function reach(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

function sameStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
