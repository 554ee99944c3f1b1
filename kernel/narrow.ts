/**
 * Pairs and sets of scores that fit into 16 bits: eight rows to a vector instead of two, and sums and counts by multiplying
 * with a column of ones, too. Frameworks of many small dimensions have hundreds of pairs.
 */
import { filled } from "./part";
import {
  COLUMN_STRIDE,
  MASKS_AT,
  NARROW,
  NARROW_BLOCKS,
  NARROW_BLOCKS_END,
  NARROW_BYTES,
  NARROW_COPIES,
  NARROW_END,
  NARROW_MEMBER_BYTES,
  NARROW_MEMBERS,
  NARROW_MEMBERS_END,
  NARROW_ONES,
  NARROW_SET_BLOCKS,
  NARROW_SET_BLOCKS_END,
  NARROW_SET_BYTES,
  NARROW_SETS,
  NARROW_SETS_END,
  NARROW_VALUES,
  WIDE_VALUES,
} from "./plan";
import { multiplyColumns } from "./products";

/** Four whole numbers of 64 bits as 32. */
function fourValues(at: usize): v128 {
  const low = i32x4.trunc_sat_f64x2_s_zero(v128.load(at));
  const high = i32x4.trunc_sat_f64x2_s_zero(v128.load(at, 16));
  return v128.shuffle<i32>(low, high, 0, 1, 4, 5);
}

function fourMasks(at: usize): v128 {
  return v128.shuffle<i32>(v128.load(at, MASKS_AT), v128.load(at, MASKS_AT + 16), 0, 2, 4, 6);
}

function narrowScore(score: usize): void {
  const wide = <usize>load<u32>(score, WIDE_VALUES);
  const values = <usize>load<u32>(score, NARROW_VALUES);
  const ones = <usize>load<u32>(score, NARROW_ONES);
  for (let at: usize = 0; at < (<usize>filled) << 1; at += 16) {
    const from = wide + (at << 2);
    const masks = i16x8.narrow_i32x4_s(fourMasks(from), fourMasks(from + 32));
    v128.store(values + at, i16x8.narrow_i32x4_s(fourValues(from), fourValues(from + 32)));
    v128.store(ones + at, i16x8.neg(masks));
  }
}

/** Copies the members of a set, zero for everyone who has not all of them; and ones for everyone who has. */
function copySet(set: usize): void {
  const first = <usize>load<u32>(set, NARROW_MEMBERS);
  const end = <usize>load<u32>(set, NARROW_MEMBERS_END);
  for (let at: usize = 0; at < (<usize>filled) << 1; at += 16) {
    let complete = i16x8.splat(1);
    for (let member = first; member < end; member += NARROW_MEMBER_BYTES)
      complete = v128.and(complete, v128.load(<usize>load<u32>(member, 4) + at));
    const mask = i16x8.neg(complete);
    let target = <usize>load<u32>(set, NARROW_COPIES) + at;
    for (let member = first; member < end; member += NARROW_MEMBER_BYTES) {
      v128.store(target, v128.and(v128.load(<usize>load<u32>(member) + at), mask));
      target += COLUMN_STRIDE;
    }
    v128.store(target, complete);
  }
}

export function addNarrow(kernel: usize): void {
  const scores = <usize>load<u32>(kernel, NARROW_END);
  for (let score = <usize>load<u32>(kernel, NARROW); score < scores; score += NARROW_BYTES) narrowScore(score);
  multiplyColumns(load<u32>(kernel, NARROW_BLOCKS), load<u32>(kernel, NARROW_BLOCKS_END));
  const sets = <usize>load<u32>(kernel, NARROW_SETS_END);
  for (let set = <usize>load<u32>(kernel, NARROW_SETS); set < sets; set += NARROW_SET_BYTES) {
    copySet(set);
    multiplyColumns(load<u32>(set, NARROW_SET_BLOCKS), load<u32>(set, NARROW_SET_BLOCKS_END));
  }
}
