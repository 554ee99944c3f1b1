import type { ProgramItem } from "../../scoring/program.ts";
import { BLOCK_MISSING } from "./core.ts";
import { PART_ROWS, type Part } from "./plain-part.ts";

/** Elements of a table over a pair. */
export const PAIR_SIZE = 256;

/**
 * Two items whose answers are taken for one: what a row answers to both is a number below `PAIR_SIZE`, and whatever is counted of it comes
 * from one table. So most sums cost half. An item that is left over, or has too many codes, stands alone.
 */
export interface ItemPair {
  readonly items: readonly number[];
  /** The codes of each of them, kinds of missing last. What a row answers is numbered by the first one's place, then by the second's. */
  readonly codes: readonly (readonly number[])[];
}

/** Pairs of items that follow one another in a dimension, or are in none. */
function pairItems(items: readonly ProgramItem[]): readonly ItemPair[] {
  const pairs: ItemPair[] = [];
  const open = new Map<number, number>();
  for (const [at, { dimension }] of items.entries()) {
    const partner = open.get(dimension);
    if (partner === undefined) {
      open.set(dimension, at);
      continue;
    }
    open.delete(dimension);
    const pair = pairOf(items, [partner, at]);
    pairs.push(...(sizeOf(pair) <= PAIR_SIZE ? [pair] : pair.items.map((one) => pairOf(items, [one]))));
  }
  return [...pairs, ...[...open.values()].map((at) => pairOf(items, [at]))];
}

function pairOf(items: readonly ProgramItem[], members: readonly number[]): ItemPair {
  const missing = [BLOCK_MISSING.unanswered, BLOCK_MISSING.notApplicable, BLOCK_MISSING.dontKnow];
  return { items: members, codes: members.map((at) => [...(items[at]?.codes ?? []), ...missing]) };
}

function sizeOf({ codes }: ItemPair): number {
  return codes.reduce((size, { length }) => size * length, 1);
}

/** Every answer a row can give to a pair: its number, and the codes. */
export function answersOf({ codes: [first = [], second = [0]] }: ItemPair) {
  return first.flatMap((a, at) => second.map((b, other) => ({ number: at * second.length + other, codes: [a, b] })));
}

/** Per number of a pair's answer, the sum of what its codes are worth; an item that is not asked about is worth 0. */
export function worthOf(pair: ItemPair, worth: (item: number, code: number) => number): Float64Array {
  const table = new Float64Array(PAIR_SIZE);
  for (const { number, codes } of answersOf(pair))
    table[number] = pair.items.reduce((sum, item, at) => sum + worth(item, codes[at] ?? 0), 0);
  return table;
}

/** What the rows of a part answer to each pair: column-major, `PART_ROWS` elements a column. */
export interface Answered {
  readonly pairs: readonly ItemPair[];
  readonly numbers: Uint8Array;
  join(part: Part): void;
}

/** Numbers the answers of one part after the other. */
export function createAnswered(items: readonly ProgramItem[]): Answered {
  const pairs = pairItems(items);
  const numbers = new Uint8Array(pairs.length * PART_ROWS);
  const joins = pairs.map((pair, at) => createJoin(pair, numbers.subarray(at * PART_ROWS, (at + 1) * PART_ROWS)));
  return {
    pairs,
    numbers,
    join: (part) => {
      for (const join of joins) join(part);
    },
  };
}

function createJoin({ items, codes }: ItemPair, numbers: Uint8Array): (part: Part) => void {
  const [first = 0, second = first] = items;
  const tables = new Uint8Array(2 * 256);
  const { length } = codes[1] ?? [0];
  for (const [at, code] of (codes[0] ?? []).entries()) tables[code + 128] = at * length;
  for (const [at, code] of (codes[1] ?? []).entries()) tables[256 + code + 128] = at;
  return ({ codes: block, stride, first: from, rows }) => {
    const a = first * stride + from;
    const b = second * stride + from;
    for (let row = 0; row < rows; row++)
      numbers[row] =
        (tables[128 + (block[a + row] as number)] as number) + (tables[384 + (block[b + row] as number)] as number);
  };
}
