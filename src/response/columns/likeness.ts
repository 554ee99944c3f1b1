const NEGATIONS =
  /\b(?:not|no|never|nobody|none|nothing|cannot|without|(?:do|does|did|ca|wo|is|are|was|were|have|has|had|should|would|could)nt|un\p{L}+|dis\p{L}+)\b/gu;

/** What is less similar is near nothing, and need not be told from other texts that are not. */
export const NEAR = 0.5;

/** What is compared of a text, worked out once. */
export interface Profile {
  readonly negations: number;
  /** Pairs of neighbouring letters, as numbers, the smallest first. */
  readonly pairs: Uint32Array;
}

/** text: normalised. */
export function profileOf(text: string): Profile {
  const pairs = new Uint32Array(Math.max(0, text.length - 1));
  for (let at = 0; at < pairs.length; at += 1) pairs[at] = text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
  return { negations: text.match(NEGATIONS)?.length ?? 0, pairs: pairs.sort() };
}

/** The similarity of the two that are nearest; 0 where it is less than NEAR by their lengths alone. */
export function closest(texts: readonly Profile[], wordings: readonly Profile[]): number {
  let best = 0;
  for (const text of texts) {
    for (const wording of wordings) if (mayBeNear(text, wording)) best = Math.max(best, likeness(text, wording));
  }
  return best;
}

function mayBeNear(a: Profile, b: Profile): boolean {
  return 2 * Math.min(a.pairs.length, b.pairs.length) >= NEAR * (a.pairs.length + b.pairs.length);
}

/**
 * Sørensen–Dice coefficient of the pairs of neighbouring letters, 0–1. 0 where only one of the two is a negation: "they
 * keep promises" and "they do not keep promises" are near in letters and opposite in meaning.
 */
export function similarity(a: string, b: string): number {
  return likeness(profileOf(a), profileOf(b));
}

function likeness(a: Profile, b: Profile): number {
  const all = a.pairs.length + b.pairs.length;
  if (a.negations !== b.negations || all === 0) return 0;
  let common = 0;
  for (let i = 0, j = 0; i < a.pairs.length && j < b.pairs.length; ) {
    const left = a.pairs[i] as number;
    const right = b.pairs[j] as number;
    if (left === right) common += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return (2 * common) / all;
}
