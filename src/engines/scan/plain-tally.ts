import { type Answered, PAIR_SIZE, worthOf } from "./plain-pairs.ts";
import { PART_ROWS } from "./plain-part.ts";

/** Something that is summed over items of each row: what a code of an item counts, never below 0. */
export interface TallyField {
  /** Largest sum a row can have. */
  readonly most: number;
  /** Item → code → what it counts; whatever is not there counts 0. */
  readonly counts: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** Where the sums of a field stand: in bits `shift` and up of words[first + row]. */
interface TallyPlace {
  readonly first: number;
  readonly shift: number;
  readonly mask: number;
}

/** Sums over items for each row of a part. */
export interface Tally {
  readonly words: Int32Array;
  readonly places: readonly TallyPlace[];
  count(rows: number): void;
}

const WORD_BITS = 31;

/**
 * Several sums at once: each takes some bits of a word, so that a table gives what an answer adds to all of them, and one addition does it.
 * items: those that count for any of the fields.
 */
export function createTally(answered: Answered, items: ReadonlySet<number>, fields: readonly TallyField[]): Tally {
  const places = placeFields(fields);
  const size = places.reduce((most, { first }) => Math.max(most, first / PART_ROWS + 1), 0);
  const words = new Int32Array(size * PART_ROWS);
  const passes = Array.from({ length: size }, (_, at) => {
    const first = at * PART_ROWS;
    const here = fields.flatMap((field, f) => {
      const place = places[f];
      return place?.first === first ? [{ field, shift: place.shift }] : [];
    });
    const worth = (item: number, code: number): number =>
      here.reduce((sum, { field, shift }) => sum + (field.counts.get(item)?.get(code) ?? 0) * 2 ** shift, 0);
    const columns = answered.pairs.flatMap((pair, column) =>
      pair.items.some((item) => items.has(item)) ? [{ column, table: worthOf(pair, worth) }] : [],
    );
    return createPass(answered.numbers, columns, words.subarray(first, first + PART_ROWS));
  });
  return {
    words,
    places,
    count: (rows) => {
      for (const pass of passes) pass(rows);
    },
  };
}

function placeFields(fields: readonly TallyField[]): readonly TallyPlace[] {
  let word = 0;
  let used = 0;
  return fields.map(({ most }) => {
    const bits = 32 - Math.clz32(most);
    if (used + bits > WORD_BITS) {
      word++;
      used = 0;
    }
    const place = { first: word * PART_ROWS, shift: used, mask: 2 ** bits - 1 };
    used += bits;
    return place;
  });
}

/** Four pairs at a time, so that a sum is fetched and put back once for all four. */
function createPass(
  numbers: Uint8Array,
  columns: readonly { readonly column: number; readonly table: Float64Array }[],
  words: Int32Array,
): (rows: number) => void {
  const padded = Math.ceil(columns.length / 4) * 4;
  // What makes the last four full counts nothing: its table is all zeros.
  const tables = new Int32Array(padded * PAIR_SIZE);
  const firsts = new Int32Array(padded);
  for (const [at, { column, table }] of columns.entries()) {
    tables.set(table, at * PAIR_SIZE);
    firsts[at] = column * PART_ROWS;
  }
  const addFour = (at: number, rows: number): void => {
    const table = at * PAIR_SIZE;
    const a = firsts[at] as number;
    const b = firsts[at + 1] as number;
    const c = firsts[at + 2] as number;
    const d = firsts[at + 3] as number;
    for (let row = 0; row < rows; row++)
      words[row] =
        ((words[row] as number) +
          (tables[table + (numbers[a + row] as number)] as number) +
          (tables[table + PAIR_SIZE + (numbers[b + row] as number)] as number) +
          (tables[table + 2 * PAIR_SIZE + (numbers[c + row] as number)] as number) +
          (tables[table + 3 * PAIR_SIZE + (numbers[d + row] as number)] as number)) |
        0;
  };
  const addOne = (at: number, rows: number): void => {
    const first = firsts[at] as number;
    const table = at * PAIR_SIZE;
    for (let row = 0; row < rows; row++)
      words[row] = ((words[row] as number) + (tables[table + (numbers[first + row] as number)] as number)) | 0;
  };
  return (rows) => {
    words.fill(0, 0, rows);
    let at = 0;
    for (; at + 2 < columns.length; at += 4) addFour(at, rows);
    for (; at < columns.length; at++) addOne(at, rows);
  };
}
