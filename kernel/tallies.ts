/** How often each item has each code: compared with one code after the other, and matches counted by subtracting −1. */
import { base, filled, rows, stride } from "./part";
import {
  LANES,
  PADDED,
  PADDED_END,
  TALLIES,
  TALLIES_END,
  TALLY_BYTES,
  TALLY_CODES,
  TALLY_COLUMN,
  TALLY_PLACES,
} from "./plan";
import { add, addFour, sumsOfFour } from "./sums";

/** Counts up to 255 in each of 16 lanes, added up to four. */
function widened(counts: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts));
}

/** Four codes of an item at once. */
function tally(record: usize): void {
  const column = base + <usize>load<u32>(record, TALLY_COLUMN) * stride;
  const a = v128.load_splat<u8>(record + TALLY_CODES);
  const b = v128.load_splat<u8>(record + TALLY_CODES + 1);
  const c = v128.load_splat<u8>(record + TALLY_CODES + 2);
  const d = v128.load_splat<u8>(record + TALLY_CODES + 3);
  let countA = i8x16.splat(0);
  let countB = countA;
  let countC = countA;
  let countD = countA;
  for (let at = column; at < column + filled; at += LANES) {
    const codes = v128.load(at);
    countA = i8x16.sub(countA, i8x16.eq(codes, a));
    countB = i8x16.sub(countB, i8x16.eq(codes, b));
    countC = i8x16.sub(countC, i8x16.eq(codes, c));
    countD = i8x16.sub(countD, i8x16.eq(codes, d));
  }
  addFour(record + TALLY_PLACES, sumsOfFour(widened(countA), widened(countB), widened(countC), widened(countD)));
}

/** Counts the answers of the part. Rows that only fill up a vector are unanswered, and taken off again. */
export function tallyItems(kernel: usize): void {
  const end = <usize>load<u32>(kernel, TALLIES_END);
  for (let record = <usize>load<u32>(kernel, TALLIES); record < end; record += TALLY_BYTES) tally(record);
  if (filled === rows) return;
  const surplus = -(<f64>(filled - rows));
  const last = <usize>load<u32>(kernel, PADDED_END);
  for (let at = <usize>load<u32>(kernel, PADDED); at < last; at += 4) add(load<u32>(at), surplus);
}
