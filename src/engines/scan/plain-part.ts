import { BLOCK_MISSING, BLOCK_STRIDE } from "./core.ts";

/**
 * Rows that go through all sums together, few enough that everything worked out for them stays in the nearest cache, and that sums
 * over them fit into a part of a number.
 */
export const PART_ROWS = 224;

/** The rows in hand: row r of item i at i × stride + first + r of the codes. */
export interface Part {
  codes: Int8Array;
  stride: number;
  first: number;
  rows: number;
}

/** Codes above this are answers. */
export const LAST_MISSING_CODE = BLOCK_MISSING.dontKnow;

/** Adds what a part has to a cell, or works out something that others add. */
export type PartStep = (cell: Float64Array, part: Part) => void;

/** Brings rows into hand, either as they stand in the block or by their numbers. */
export function createParts(codes: Int8Array) {
  const items = codes.length / BLOCK_STRIDE;
  const picked = new Int8Array(items * PART_ROWS);
  const part: Part = { codes, stride: BLOCK_STRIDE, first: 0, rows: 0 };
  return {
    /** The rows from `first` on of the block's first `rows`. */
    take(first: number, rows: number): Part {
      part.codes = codes;
      part.stride = BLOCK_STRIDE;
      part.first = first;
      part.rows = Math.min(PART_ROWS, rows - first);
      return part;
    },
    /** Copies rows by their numbers, at most `PART_ROWS` of them. */
    pick(numbers: Uint16Array): Part {
      for (let item = 0; item < items; item++)
        for (let row = 0; row < numbers.length; row++)
          picked[item * PART_ROWS + row] = codes[item * BLOCK_STRIDE + (numbers[row] as number)] as number;
      part.codes = picked;
      part.stride = PART_ROWS;
      part.first = 0;
      part.rows = numbers.length;
      return part;
    },
  };
}
