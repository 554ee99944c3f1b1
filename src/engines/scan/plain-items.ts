import type { ItemSlots } from "../../aggregate/types.ts";
import { BLOCK_MISSING } from "./core.ts";
import { type Answered, answersOf, type ItemPair, PAIR_SIZE } from "./plain-pairs.ts";
import { PART_ROWS } from "./plain-part.ts";

/** Counts of every answer to every item. */
export interface ItemCounter {
  count(rows: number): void;
  /** Adds what was counted to a cell, and begins anew. */
  flush(cell: Float64Array): void;
}

/** A table of counts per pair; two pairs are counted side by side, since a count is slow to be counted on. */
export function createItemCounter(slots: readonly ItemSlots[], { pairs, numbers }: Answered): ItemCounter {
  const counts = new Int32Array((pairs.length + 1) * PAIR_SIZE);
  const sums = Int32Array.from(pairs.flatMap((pair, at) => sumsOf(slots, pair, at)));
  return {
    count(rows) {
      const last = pairs.length - 1;
      for (let pair = 0; pair < last; pair += 2) countTwo({ counts, numbers, rows }, pair);
      if (last % 2 === 0) countOne({ counts, numbers, rows }, last);
    },
    flush(cell) {
      for (let at = 0; at < sums.length; at += 3) {
        const from = sums[at] as number;
        const count = counts[from] as number;
        if (count === 0) continue;
        const first = sums[at + 1] as number;
        const second = sums[at + 2] as number;
        cell[first] = (cell[first] as number) + count;
        if (second >= 0) cell[second] = (cell[second] as number) + count;
        counts[from] = 0;
      }
    },
  };
}

/** Triples: a place among the counts, and those in the cell for the codes of both items; −1 where there is but one. */
function sumsOf(slots: readonly ItemSlots[], pair: ItemPair, at: number): readonly number[] {
  const [first = 0, second = -1] = pair.items;
  return answersOf(pair).flatMap(({ number, codes: [a = 0, b = 0] }) => [
    at * PAIR_SIZE + number,
    placeOf(slots[first], a),
    placeOf(slots[second], b),
  ]);
}

function placeOf(slots: ItemSlots | undefined, code: number): number {
  if (slots === undefined) return -1;
  const at = slots.codes.indexOf(code);
  return at < 0 ? slots.missing + code - BLOCK_MISSING.unanswered : slots.histogram + at;
}

interface Counting {
  readonly counts: Int32Array;
  readonly numbers: Uint8Array;
  readonly rows: number;
}

function countTwo({ counts, numbers, rows }: Counting, pair: number): void {
  const from = pair * PART_ROWS;
  const table = pair * PAIR_SIZE;
  for (let row = from; row < from + rows; row++) {
    const a = table + (numbers[row] as number);
    const b = table + PAIR_SIZE + (numbers[row + PART_ROWS] as number);
    counts[a] = (counts[a] as number) + 1;
    counts[b] = (counts[b] as number) + 1;
  }
}

function countOne({ counts, numbers, rows }: Counting, pair: number): void {
  const from = pair * PART_ROWS;
  for (let row = from; row < from + rows; row++) {
    const place = pair * PAIR_SIZE + (numbers[row] as number);
    counts[place] = (counts[place] as number) + 1;
  }
}
