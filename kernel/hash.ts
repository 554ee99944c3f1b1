/** hashRow (response/rows/duplicates.ts) and isTelling (checks/double-rows.ts) of all rows of the block, sixteen at a time. */
import { STRIDE } from "./layout";
import { LANES, LAST_MISSING } from "./plan";

const MISSING_HASHED = 0x40000000;
/** Fewest answers that tell, and what keeps the order of codes with the missing above them all: see patterns.ts. */
const FEWEST = 10;
const LIFT: i8 = 125;

/** Four codes as the numbers that are hashed: the kinds of missing count on from MISSING_HASHED. */
function hashed(codes: v128): v128 {
  const isMissing = i32x4.le_s(codes, i32x4.splat(LAST_MISSING));
  return i32x4.add(codes, v128.and(isMissing, i32x4.splat(MISSING_HASHED + 128)));
}

function mixHigh(high: v128, value: v128): v128 {
  return v128.xor(i32x4.mul(v128.xor(high, value), i32x4.splat(0x01000193)), i32x4.shr_u(high, 15));
}

function mixLow(low: v128, value: v128): v128 {
  return v128.xor(i32x4.mul(v128.xor(low, value), i32x4.splat(0x5bd1e995)), i32x4.shr_u(low, 13));
}

/** Four rows; `column`: the first item's code of the first of them. */
function hashFour(column: usize, items: u32, halves: usize): void {
  let high = i32x4.splat(0x9e3779b9);
  let low = i32x4.splat(0x85ebca6b);
  let at = column;
  for (let item: u32 = 0; item < items; item++) {
    const codes = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(at)));
    const value = hashed(codes);
    high = mixHigh(high, value);
    low = mixLow(low, value);
    at += STRIDE;
  }
  v128.store(halves, v128.shuffle<i32>(high, low, 0, 4, 1, 5));
  v128.store(halves, v128.shuffle<i32>(high, low, 2, 6, 3, 7), 16);
}

/** Ten answers or more, and not all the same. */
function tellSixteen(column: usize, items: u32): v128 {
  let answers = i8x16.splat(0);
  let highest = i8x16.splat(-128);
  let lowest = i8x16.splat(-1);
  let at = column;
  for (let item: u32 = 0; item < items; item++) {
    const codes = v128.load(at);
    answers = i8x16.add_sat_u(answers, v128.and(i8x16.gt_s(codes, i8x16.splat(<i8>LAST_MISSING)), i8x16.splat(1)));
    highest = i8x16.max_s(highest, codes);
    lowest = i8x16.min_u(lowest, i8x16.add(codes, i8x16.splat(LIFT)));
    at += STRIDE;
  }
  const differs = i8x16.ne(lowest, i8x16.add(highest, i8x16.splat(LIFT)));
  return v128.and(v128.and(differs, i8x16.ge_u(answers, i8x16.splat(<i8>FEWEST))), i8x16.splat(1));
}

/** Two halves of 32 bits a row to `halves`, one byte a row to `telling`; what is worked out for rows beyond is of no meaning. */
export function hashRows(block: usize, items: u32, rows: u32, halves: usize, telling: usize): void {
  for (let row: usize = 0; row < rows; row += LANES) v128.store(telling + row, tellSixteen(block + row, items));
  for (let row: usize = 0; row < rows; row += 4) hashFour(block + row, items, halves + (row << 3));
}
