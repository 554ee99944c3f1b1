/** Long runs and straight lines (scoring/quality.ts), sixteen rows at a time: one lane a respondent, one step an item. */
import { base, filled, stride } from "./part";
import {
  LANES,
  LAST_MISSING,
  LONG_RUN,
  NO_CODE,
  PATTERN,
  PATTERN_BYTES,
  PATTERN_COLUMN,
  PATTERN_END,
  PATTERN_LEAST,
  REVERSED,
  SAME_SCALE,
  STRAIGHT_LINE,
} from "./plan";
import { add } from "./sums";

/** Fewest answers of a straight line. */
const FEWEST = 10;
/** Added to a code it keeps the order of codes, and lifts the kinds of missing above them all (they wrap around). */
const LIFT: i8 = 125;

/** Which of the sixteen rows from `row` on have a long run (low half), and which a straight line (high half): one bit a row. */
function patternsOf(kernel: usize, row: usize): u32 {
  const end = <usize>load<u32>(kernel, PATTERN_END);
  const one = i8x16.splat(1);
  let run = i8x16.splat(0);
  let longest = run;
  let answers = run;
  let reversed = run;
  let previous = i8x16.splat(<i8>NO_CODE);
  let highest = i8x16.splat(-128);
  let lowest = i8x16.splat(-1);
  for (let item = <usize>load<u32>(kernel, PATTERN); item < end; item += PATTERN_BYTES) {
    const codes = v128.load(base + <usize>load<u32>(item, PATTERN_COLUMN) * stride + row);
    const answered = i8x16.gt_s(codes, i8x16.splat(<i8>LAST_MISSING));
    const alike = v128.and(v128.and(i8x16.eq(codes, previous), answered), v128.load_splat<u8>(item + SAME_SCALE));
    // A gap makes a run of one, which is no long one.
    run = i8x16.add_sat_u(v128.and(run, alike), one);
    longest = i8x16.max_u(longest, run);
    highest = i8x16.max_s(highest, codes);
    lowest = i8x16.min_u(lowest, i8x16.add(codes, i8x16.splat(LIFT)));
    answers = i8x16.sub(answers, answered);
    reversed = v128.or(reversed, v128.and(answered, v128.load_splat<u8>(item + REVERSED)));
    previous = codes;
  }
  const isLong = i8x16.ge_u(longest, v128.load_splat<u8>(kernel + PATTERN_LEAST));
  const isSame = i8x16.eq(lowest, i8x16.add(highest, i8x16.splat(LIFT)));
  const isStraight = v128.and(v128.and(isSame, reversed), i8x16.ge_u(answers, i8x16.splat(<i8>FEWEST)));
  return i8x16.bitmask(isLong) | (i8x16.bitmask(isStraight) << 16);
}

export function addPatterns(kernel: usize): void {
  let long: u32 = 0;
  let straight: u32 = 0;
  for (let row: usize = 0; row < filled; row += LANES) {
    const found = patternsOf(kernel, row);
    long += popcnt(found & 0xffff);
    straight += popcnt(found >>> 16);
  }
  add(load<u32>(kernel, LONG_RUN), <f64>long);
  add(load<u32>(kernel, STRAIGHT_LINE), <f64>straight);
}
