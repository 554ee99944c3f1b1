/**
 * The spread of each respondent's answers on one scale (scoring/quality.ts), sixteen rows at a time.
 *
 * n·Σx² − (Σx)² is the same whole number for x and for x − middle, whose squares are small: many of them fit into 16 bits before
 * they must be added to sums of 32.
 */
import { base, filled, stride } from "./part";
import { LANES, LAST_MISSING, SPREAD, SPREAD_CHUNK, SPREAD_END, SPREAD_MIDDLE, SPREAD_SUMS } from "./plan";
import { add, countOfTwo, sumOfTwo } from "./sums";

/** A wide sum's lower element holds what is below this (aggregate/wide.ts). */
const LIMB: f64 = 67108864;

let people: v128 = i64x2.splat(0);
let sum: v128 = f64x2.splat(0);
let low: v128 = f64x2.splat(0);
let high: v128 = f64x2.splat(0);

/** Two respondents: what stands under the root, above and below the line, and where there is a spread at all. */
function addTwo(above: v128, below: v128, mask: v128): void {
  const root = f64x2.sqrt(f64x2.div(f64x2.convert_low_i32x4_s(above), f64x2.convert_low_i32x4_s(below)));
  const rounded = f64x2.floor(f64x2.add(f64x2.mul(root, f64x2.splat(1000)), f64x2.splat(0.5)));
  const spread = v128.and(rounded, mask);
  const square = f64x2.mul(spread, spread);
  const upper = f64x2.floor(f64x2.mul(square, f64x2.splat(1 / LIMB)));
  people = i64x2.sub(people, mask);
  sum = f64x2.add(sum, spread);
  high = f64x2.add(high, upper);
  low = f64x2.add(low, f64x2.sub(square, f64x2.mul(upper, f64x2.splat(LIMB))));
}

/** Four respondents: answers, their sum and the sum of their squares. */
function addFourOf(n: v128, x: v128, xx: v128): void {
  const above = i32x4.sub(i32x4.mul(n, xx), i32x4.mul(x, x));
  const one = i32x4.splat(1);
  const below = i32x4.mul(n, i32x4.sub(n, one));
  const mask = i32x4.gt_s(n, one);
  addTwo(above, below, i64x2.extend_low_i32x4_s(mask));
  addTwo(upperHalf(above), upperHalf(below), i64x2.extend_high_i32x4_s(mask));
}

function upperHalf(values: v128): v128 {
  return v128.shuffle<i64>(values, values, 1, 1);
}

function addSixteen(kernel: usize, row: usize): void {
  const end = <usize>load<u32>(kernel, SPREAD_END);
  const chunk = load<u32>(kernel, SPREAD_CHUNK);
  const middle = v128.load_splat<u8>(kernel + SPREAD_MIDDLE);
  const none = i8x16.splat(0);
  let n = none;
  let sumLow = none;
  let sumHigh = none;
  let a = none;
  let b = none;
  let c = none;
  let d = none;
  let item = <usize>load<u32>(kernel, SPREAD);
  while (item < end) {
    let squaresLow = none;
    let squaresHigh = none;
    const pause = min<usize>(end, item + ((<usize>chunk) << 2));
    for (; item < pause; item += 4) {
      const codes = v128.load(base + <usize>load<u32>(item) * stride + row);
      const answered = i8x16.gt_s(codes, i8x16.splat(<i8>LAST_MISSING));
      const x = v128.and(i8x16.sub(codes, middle), answered);
      n = i8x16.sub(n, answered);
      sumLow = i16x8.add(sumLow, i16x8.extend_low_i8x16_s(x));
      sumHigh = i16x8.add(sumHigh, i16x8.extend_high_i8x16_s(x));
      squaresLow = i16x8.add(squaresLow, i16x8.extmul_low_i8x16_s(x, x));
      squaresHigh = i16x8.add(squaresHigh, i16x8.extmul_high_i8x16_s(x, x));
    }
    a = i32x4.add(a, i32x4.extend_low_i16x8_u(squaresLow));
    b = i32x4.add(b, i32x4.extend_high_i16x8_u(squaresLow));
    c = i32x4.add(c, i32x4.extend_low_i16x8_u(squaresHigh));
    d = i32x4.add(d, i32x4.extend_high_i16x8_u(squaresHigh));
  }
  const nLow = i16x8.extend_low_i8x16_u(n);
  const nHigh = i16x8.extend_high_i8x16_u(n);
  addFourOf(i32x4.extend_low_i16x8_u(nLow), i32x4.extend_low_i16x8_s(sumLow), a);
  addFourOf(i32x4.extend_high_i16x8_u(nLow), i32x4.extend_high_i16x8_s(sumLow), b);
  addFourOf(i32x4.extend_low_i16x8_u(nHigh), i32x4.extend_low_i16x8_s(sumHigh), c);
  addFourOf(i32x4.extend_high_i16x8_u(nHigh), i32x4.extend_high_i16x8_s(sumHigh), d);
}

/** Adds people, sum, and the two elements of the sum of squares. */
export function addSpread(kernel: usize): void {
  const places = <usize>load<u32>(kernel, SPREAD_SUMS);
  if (places === 0) return;
  people = i64x2.splat(0);
  sum = f64x2.splat(0);
  low = f64x2.splat(0);
  high = f64x2.splat(0);
  for (let row: usize = 0; row < filled; row += LANES) addSixteen(kernel, row);
  add(load<u32>(places), countOfTwo(people));
  add(load<u32>(places, 4), sumOfTwo(sum));
  add(load<u32>(places, 8), sumOfTwo(low));
  add(load<u32>(places, 12), sumOfTwo(high));
}
