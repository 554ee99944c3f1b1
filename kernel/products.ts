/**
 * Products of columns, summed over rows: two columns times four at a time, so that six loads serve eight products.
 *
 * Each of the four lanes of a sum takes PART_ROWS / 4 = 64 products. Numbers of a column are within ±LARGEST_NARROW = 5,791, and
 * 64 × 5,791² = 2,146,283,584 is below 2³¹; four such lanes together are not, and so are added up in 64 bits.
 */
import { filled } from "./part";
import { BLOCK_BYTES, BLOCK_PLACES, COLUMN_STRIDE, LEFT, RIGHT } from "./plan";
import { addLanes } from "./sums";

/** Adds the eight sums of a block to their places. */
function multiplyBlock(block: usize): void {
  let left = <usize>load<u32>(block, LEFT);
  let right = <usize>load<u32>(block, RIGHT);
  let a0 = i32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  const end = left + ((<usize>filled) << 1);
  while (left < end) {
    const a = v128.load(left);
    const b = v128.load(left, COLUMN_STRIDE);
    const r0 = v128.load(right);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(a, r0));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(b, r0));
    const r1 = v128.load(right, COLUMN_STRIDE);
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(a, r1));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(b, r1));
    const r2 = v128.load(right, 2 * COLUMN_STRIDE);
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(a, r2));
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(b, r2));
    const r3 = v128.load(right, 3 * COLUMN_STRIDE);
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(a, r3));
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(b, r3));
    left += 16;
    right += 16;
  }
  addLanes(block + BLOCK_PLACES, a0, a1, a2, a3);
  addLanes(block + BLOCK_PLACES + 16, b0, b1, b2, b3);
}

/** Adds all products of a list of blocks, over the part. */
export function multiplyColumns(first: usize, end: usize): void {
  for (let block = first; block < end; block += BLOCK_BYTES) multiplyBlock(block);
}
