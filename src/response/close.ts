import type { Item } from "../framework/types.ts";
import { gridRows, wordingsOf } from "./item-index.ts";
import { normaliseWording } from "./wording.ts";

/** A column taken for an item because their texts are close; somebody has to confirm it. */
export interface Guess {
  readonly item: Item;
  /** Position of the column, from 0. */
  readonly column: number;
  /** 0–1. */
  readonly similarity: number;
}

interface Candidate {
  readonly column: number;
  readonly header: string;
}

/** A guess must be this similar, and this much more than the second best column and the second best item. */
const LEAST = 0.75;
const MARGIN = 0.1;

/** Pairs of items and columns whose texts are close, each clear of the second best on both sides. */
export function guessColumns(
  items: readonly Item[],
  columns: readonly Candidate[],
  audience: string | null,
): readonly Guess[] {
  const headers = columns.map(({ header }) => textsOf(header));
  const similarities = items.map((item) => {
    const wordings = normalisedWordings(item, audience);
    return headers.map((texts) =>
      Math.max(0, ...texts.flatMap((text) => wordings.map((wording) => similarity(text, wording)))),
    );
  });
  return items.flatMap((item, i) => {
    const row = similarities[i] ?? [];
    const best = indexOfLargest(row);
    const value = row[best] ?? 0;
    const column = columns[best];
    const clear =
      value >= LEAST &&
      row.every((other, c) => c === best || value - other >= MARGIN) &&
      similarities.every((others, j) => j === i || value - (others[best] ?? 0) >= MARGIN);
    return clear && column !== undefined ? [{ item, column: column.column, similarity: value }] : [];
  });
}

/** The column whose text comes nearest to an item's, for a message; undefined when none is near at all. */
export function nearestColumn(item: Item, columns: readonly Candidate[]): Candidate | undefined {
  const wordings = normalisedWordings(item, null);
  const values = columns.map(({ header }) =>
    Math.max(0, ...textsOf(header).flatMap((text) => wordings.map((wording) => similarity(text, wording)))),
  );
  const best = indexOfLargest(values);
  return (values[best] ?? 0) >= 0.5 ? columns[best] : undefined;
}

function textsOf(header: string): readonly string[] {
  return [header, ...gridRows(header)].map(normaliseWording).filter((text) => text !== "");
}

/** Of the audience, or of all where it has none. */
function normalisedWordings(item: Item, audience: string | null): readonly string[] {
  const own = wordingsOf(item, audience);
  return (own.length > 0 ? own : wordingsOf(item, null)).map(normaliseWording);
}

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, at) => (value > (values[best] ?? -1) ? at : best), 0);
}

const NEGATIONS =
  /\b(?:not|no|never|nobody|none|nothing|cannot|without|(?:do|does|did|ca|wo|is|are|was|were|have|has|had|should|would|could)nt|un\p{L}+|dis\p{L}+)\b/gu;

/**
 * Sørensen–Dice coefficient of the pairs of neighbouring letters, 0–1. 0 where only one of the two is a negation: "they
 * keep promises" and "they do not keep promises" are near in letters and opposite in meaning.
 */
export function similarity(a: string, b: string): number {
  if (negations(a) !== negations(b)) return 0;
  const pairs = new Map<string, number>();
  for (const pair of pairsOf(a)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairsOf(b)) {
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    common += 1;
  }
  const all = a.length + b.length - 2;
  return all <= 0 ? 0 : (2 * common) / all;
}

function negations(text: string): number {
  return text.match(NEGATIONS)?.length ?? 0;
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
