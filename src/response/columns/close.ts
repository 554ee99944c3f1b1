import type { Item } from "../../framework/types.ts";
import { gridRows, wordingsOf } from "./item-index.ts";
import { closest, NEAR, type Profile, profileOf } from "./likeness.ts";
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
  const headers = headerProfiles(columns);
  const similarities = items.map((item) => {
    const wordings = normalisedWordings(item, audience).map(profileOf);
    return headers.map((texts) => closest(texts, wordings));
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
  const wordings = normalisedWordings(item, null).map(profileOf);
  const values = headerProfiles(columns).map((texts) => closest(texts, wordings));
  const best = indexOfLargest(values);
  return (values[best] ?? 0) >= NEAR ? columns[best] : undefined;
}

/** Of the columns that the messages for several items look through, too. */
const PROFILES = new WeakMap<readonly Candidate[], readonly (readonly Profile[])[]>();

function headerProfiles(columns: readonly Candidate[]): readonly (readonly Profile[])[] {
  const known = PROFILES.get(columns) ?? columns.map(({ header }) => textsOf(header).map(profileOf));
  PROFILES.set(columns, known);
  return known;
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
