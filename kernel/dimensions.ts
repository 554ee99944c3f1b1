/**
 * Scores of a dimension, sixteen rows at a time: recoded codes, their weighted sum, the weight that was answered, favourable
 * answers; and the columns that products are made of, zero for everyone who has not answered all.
 */
import { base, filled, stride } from "./part";
import {
  ADD,
  COLUMN_STRIDE,
  COLUMNS,
  FACTOR_BYTES,
  FACTORS,
  FLIP,
  LANES,
  LAST_MISSING,
  MASKS_AT,
  MEMBER_BYTES,
  MEMBER_COLUMN,
  MEMBERS,
  MEMBERS_END,
  PIECE_BYTES,
  PIECE_FIRST,
  PIECE_FLAGS,
  PIECES,
  PIECES_END,
  RATIO,
  SCORE,
  WEIGHT,
} from "./plan";
import { add, addFour, sumsOfFour } from "./sums";

/** Where sums and weights of sixteen rows are put down, to be taken up one by one: the first bytes of memory are nobody's. */
const SUMS_HERE: usize = 0;
const WEIGHTS_HERE: usize = 32;

/** Which of the sixteen rows have answered all items. */
function completeRows(first: usize, end: usize, row: usize): v128 {
  let all = i8x16.splat(-1);
  for (let member = first; member < end; member += MEMBER_BYTES)
    all = v128.and(all, i8x16.gt_s(v128.load(columnOf(member) + row), i8x16.splat(<i8>LAST_MISSING)));
  return all;
}

function columnOf(member: usize): usize {
  return base + <usize>load<u32>(member, MEMBER_COLUMN) * stride;
}

/** 1 for each favourable code. A code outside the sixteen of a piece finds nothing there, and the kinds of missing are outside of all. */
function favourable(member: usize, codes: v128): v128 {
  const end = <usize>load<u32>(member, PIECES_END);
  let found = i8x16.splat(0);
  for (let piece = <usize>load<u32>(member, PIECES); piece < end; piece += PIECE_BYTES) {
    const places = i8x16.sub(codes, v128.load_splat<u8>(piece + PIECE_FIRST));
    found = v128.or(found, i8x16.swizzle(v128.load(piece + PIECE_FLAGS), places));
  }
  return found;
}

/** Sums and weights that were put down make scores. An answered weight too small has the factor zero and no mask. */
function scoreRows(factors: usize, values: usize): void {
  for (let lane: usize = 0; lane < <usize>LANES; lane++) {
    const sum = <f64>load<i16>(SUMS_HERE + (lane << 1));
    const factor = factors + <usize>load<u16>(WEIGHTS_HERE + (lane << 1)) * FACTOR_BYTES;
    store<f64>(values + (lane << 3), sum * load<f64>(factor));
    store<u64>(values + (lane << 3) + MASKS_AT, load<u64>(factor, 8));
  }
}

/** Puts down a column of products: what is kept of it, of low and high eight rows. */
function keep(column: usize, values: v128, mask: v128): void {
  v128.store(column, v128.and(i16x8.extend_low_i8x16_s(values), i16x8.extend_low_i8x16_s(mask)));
  v128.store(column, v128.and(i16x8.extend_high_i8x16_s(values), i16x8.extend_high_i8x16_s(mask)), 16);
}

/** Scores sixteen rows; what there is of favourable answers (low half) and answers (high half) goes to `ratio`. */
function scoreSixteen(dimension: usize, row: usize): void {
  const first = <usize>load<u32>(dimension, MEMBERS);
  const end = <usize>load<u32>(dimension, MEMBERS_END);
  const columns = <usize>load<u32>(dimension, COLUMNS);
  const complete = columns === 0 ? i8x16.splat(0) : completeRows(first, end, row);
  let column = columns + (row << 1);
  let sumLow = i16x8.splat(0);
  let sumHigh = sumLow;
  let weightLow = sumLow;
  let weightHigh = sumLow;
  let answers = sumLow;
  let good = sumLow;
  for (let member = first; member < end; member += MEMBER_BYTES) {
    const codes = v128.load(columnOf(member) + row);
    const answered = i8x16.gt_s(codes, i8x16.splat(<i8>LAST_MISSING));
    const turned = v128.xor(codes, v128.load_splat<u8>(member + FLIP));
    const recoded = v128.and(i8x16.add(turned, v128.load_splat<u8>(member + ADD)), answered);
    const weight = v128.load_splat<u16>(member + WEIGHT);
    sumLow = i16x8.add(sumLow, i16x8.mul(i16x8.extend_low_i8x16_s(recoded), weight));
    sumHigh = i16x8.add(sumHigh, i16x8.mul(i16x8.extend_high_i8x16_s(recoded), weight));
    weightLow = i16x8.add(weightLow, v128.and(i16x8.extend_low_i8x16_s(answered), weight));
    weightHigh = i16x8.add(weightHigh, v128.and(i16x8.extend_high_i8x16_s(answered), weight));
    answers = i8x16.sub(answers, answered);
    good = i8x16.add(good, favourable(member, codes));
    if (columns === 0) continue;
    keep(column, recoded, complete);
    column += COLUMN_STRIDE;
  }
  if (columns !== 0) keep(column, i8x16.splat(1), complete);
  v128.store(SUMS_HERE, sumLow);
  v128.store(SUMS_HERE, sumHigh, 16);
  v128.store(WEIGHTS_HERE, weightLow);
  v128.store(WEIGHTS_HERE, weightHigh, 16);
  scoreRows(load<u32>(dimension, FACTORS), <usize>load<u32>(load<u32>(dimension, SCORE)) + (row << 3));
  addRatios(i16x8.extend_low_i8x16_u(good), i16x8.extend_low_i8x16_u(answers));
  addRatios(i16x8.extend_high_i8x16_u(good), i16x8.extend_high_i8x16_u(answers));
}

/** Sums for the ratio of favourable answers, four lanes each: people, favourable, answers, and the three products. */
let people: v128 = i32x4.splat(0);
let goods: v128 = i32x4.splat(0);
let all: v128 = i32x4.splat(0);
let goodsByGoods: v128 = i32x4.splat(0);
let goodsByAll: v128 = i32x4.splat(0);
let allByAll: v128 = i32x4.splat(0);

/** Eight rows more. Pairs of rows are added up by multiplying. */
function addRatios(good: v128, answers: v128): void {
  const one = i16x8.splat(1);
  people = i32x4.add(people, i32x4.dot_i16x8_s(i16x8.min_u(answers, one), one));
  goods = i32x4.add(goods, i32x4.dot_i16x8_s(good, one));
  all = i32x4.add(all, i32x4.dot_i16x8_s(answers, one));
  goodsByGoods = i32x4.add(goodsByGoods, i32x4.dot_i16x8_s(good, good));
  goodsByAll = i32x4.add(goodsByAll, i32x4.dot_i16x8_s(good, answers));
  allByAll = i32x4.add(allByAll, i32x4.dot_i16x8_s(answers, answers));
}

/** Scores the part by one dimension, and adds its ratio of favourable answers. */
export function scoreDimension(dimension: usize): void {
  const none = i32x4.splat(0);
  people = none;
  goods = none;
  all = none;
  goodsByGoods = none;
  goodsByAll = none;
  allByAll = none;
  for (let row: usize = 0; row < filled; row += LANES) scoreSixteen(dimension, row);
  addFour(dimension + RATIO, sumsOfFour(people, goods, all, goodsByGoods));
  const products = sumsOfFour(goodsByAll, allByAll, none, none);
  add(load<u32>(dimension, RATIO + 16), <f64>i32x4.extract_lane(products, 0));
  add(load<u32>(dimension, RATIO + 20), <f64>i32x4.extract_lane(products, 1));
}
