/** Sums over scores: of each by itself, of pairs, and of sets that people have whole. Two rows to a vector of 64-bit numbers. */
import { columnAt, filled, rows } from "./part";
import {
  ANY_SCORE,
  COUNT_HERE,
  DIMENSION_BYTES,
  DIMENSIONS,
  DIMENSIONS_END,
  FIRST,
  LAST_MISSING,
  LEAST,
  MASKS_AT,
  MOMENT,
  OUTCOMES,
  OUTCOMES_END,
  PAIR_BYTES,
  PAIR_PLACES,
  PAIRS,
  PAIRS_END,
  SCORE,
  SCORE_BYTES,
  SCORE_RECORD,
  SCORES,
  SCORES_END,
  SECOND,
  SET_BYTES,
  SET_COPIES,
  SET_MEMBERS,
  SET_MEMBERS_END,
  SET_PEOPLE,
  SET_PRODUCTS,
  SET_SUMS,
  SETS,
  SETS_END,
  SPAN,
  SUM_HERE,
  THIRDS,
  VALUES,
} from "./plan";
import { add, countOfTwo, sumOfTwo } from "./sums";

/** Makes scores of the answers to an outcome's item. */
function scoreOutcome(outcome: usize): void {
  const column = columnAt(load<u32>(outcome));
  const values = <usize>load<u32>(load<u32>(outcome, 4), VALUES);
  for (let row: usize = 0; row < filled; row++) {
    const code = <i32>load<i8>(column + row);
    const isAnswer = code > LAST_MISSING;
    store<f64>(values + (row << 3), isAnswer ? <f64>code : 0);
    store<i64>(values + (row << 3) + MASKS_AT, isAnswer ? -1 : 0);
  }
}

export function scoreOutcomes(kernel: usize): void {
  const end = <usize>load<u32>(kernel, OUTCOMES_END);
  for (let outcome = <usize>load<u32>(kernel, OUTCOMES); outcome < end; outcome += 8) scoreOutcome(outcome);
}

/** Adds people, sum and sum of squares, and notes the first two for the pairs. */
function addMoment(score: usize): void {
  const values = <usize>load<u32>(score, VALUES);
  let people = i64x2.splat(0);
  let sum = f64x2.splat(0);
  let squares = f64x2.splat(0);
  for (let at = values; at < values + ((<usize>filled) << 3); at += 16) {
    const x = v128.load(at);
    people = i64x2.sub(people, v128.load(at, MASKS_AT));
    sum = f64x2.add(sum, x);
    squares = f64x2.add(squares, f64x2.mul(x, x));
  }
  const count = countOfTwo(people);
  store<f64>(score, sumOfTwo(sum), SUM_HERE);
  store<u32>(score, <u32>count, COUNT_HERE);
  add(load<u32>(score, MOMENT), count);
  add(load<u32>(score, MOMENT + 4), sumOfTwo(sum));
  add(load<u32>(score, MOMENT + 8), sumOfTwo(squares));
}

/** Counts people in the thirds of the scale, three times over: no limit is ever rounded. */
function addThirds(score: usize): void {
  const places = <usize>load<u32>(score, THIRDS);
  const values = <usize>load<u32>(score, VALUES);
  const least = f64x2.splat(load<f64>(score, LEAST));
  const span = f64x2.splat(load<f64>(score, SPAN));
  let low = i64x2.splat(0);
  let high = low;
  for (let at = values; at < values + ((<usize>filled) << 3); at += 16) {
    const above = f64x2.sub(f64x2.mul(v128.load(at), f64x2.splat(3)), least);
    const mask = v128.load(at, MASKS_AT);
    low = i64x2.sub(low, v128.and(mask, f64x2.lt(above, span)));
    high = i64x2.sub(high, v128.and(mask, f64x2.gt(above, f64x2.add(span, span))));
  }
  add(places, countOfTwo(low));
  add(places + 8, <f64>load<u32>(score, COUNT_HERE) - countOfTwo(low) - countOfTwo(high));
  add(places + 16, countOfTwo(high));
}

/** The sum of products. Four sums side by side: an addition need not wait for the one before. */
function product(left: usize, right: usize): f64 {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  const shift = right - left;
  for (let at = left; at < left + ((<usize>filled) << 3); at += 64) {
    a = f64x2.add(a, f64x2.mul(v128.load(at), v128.load(at + shift)));
    b = f64x2.add(b, f64x2.mul(v128.load(at, 16), v128.load(at + shift, 16)));
    c = f64x2.add(c, f64x2.mul(v128.load(at, 32), v128.load(at + shift, 32)));
    d = f64x2.add(d, f64x2.mul(v128.load(at, 48), v128.load(at + shift, 48)));
  }
  return sumOfTwo(f64x2.add(f64x2.add(a, b), f64x2.add(c, d)));
}

/** Has everyone in the part this score? */
function isWhole(score: usize): bool {
  return load<u32>(score, COUNT_HERE) === rows;
}

/** People who have both scores. Where a score is missing its value is zero, so products need no mask. */
function addPair(pair: usize): void {
  const first = <usize>load<u32>(pair, FIRST);
  const second = <usize>load<u32>(pair, SECOND);
  const left = <usize>load<u32>(first, VALUES);
  const right = <usize>load<u32>(second, VALUES);
  add(load<u32>(pair, PAIR_PLACES + 12), product(left, right));
  let count = <f64>rows;
  let sumLeft = load<f64>(first, SUM_HERE);
  let sumRight = load<f64>(second, SUM_HERE);
  if (!isWhole(first) || !isWhole(second)) {
    let people = i64x2.splat(0);
    let a = f64x2.splat(0);
    let b = a;
    for (let at: usize = 0; at < (<usize>filled) << 3; at += 16) {
      const maskLeft = v128.load(left + at, MASKS_AT);
      const maskRight = v128.load(right + at, MASKS_AT);
      people = i64x2.sub(people, v128.and(maskLeft, maskRight));
      a = f64x2.add(a, v128.and(v128.load(left + at), maskRight));
      b = f64x2.add(b, v128.and(v128.load(right + at), maskLeft));
    }
    count = countOfTwo(people);
    sumLeft = sumOfTwo(a);
    sumRight = sumOfTwo(b);
  }
  add(load<u32>(pair, PAIR_PLACES), count);
  add(load<u32>(pair, PAIR_PLACES + 4), sumLeft);
  add(load<u32>(pair, PAIR_PLACES + 8), sumRight);
}

/** Notes at `target` which rows have all members; how many. */
function completeRows(first: usize, end: usize, target: usize): f64 {
  let people = i64x2.splat(0);
  for (let at: usize = 0; at < (<usize>filled) << 3; at += 16) {
    let mask = i64x2.splat(-1);
    for (let member = first; member < end; member += 4)
      mask = v128.and(mask, v128.load(<usize>load<u32>(load<u32>(member), VALUES) + at, MASKS_AT));
    v128.store(target + at, mask);
    people = i64x2.sub(people, mask);
  }
  return countOfTwo(people);
}

/** Copies a member, zero for everyone who has not all of them; its sum. */
function copyMember(values: usize, masks: usize, target: usize): f64 {
  let sum = f64x2.splat(0);
  for (let at: usize = 0; at < (<usize>filled) << 3; at += 16) {
    const kept = v128.and(v128.load(values + at), v128.load(masks + at));
    v128.store(target + at, kept);
    sum = f64x2.add(sum, kept);
  }
  return sumOfTwo(sum);
}

/** People who have all scores of a set, sums and products of those: the masks stand before the copies. */
function addSet(set: usize): void {
  const first = <usize>load<u32>(set, SET_MEMBERS);
  const end = <usize>load<u32>(set, SET_MEMBERS_END);
  const masks = <usize>load<u32>(set, SET_COPIES);
  const copies = masks + SCORE_BYTES;
  add(load<u32>(set, SET_PEOPLE), completeRows(first, end, masks));
  let sums = <usize>load<u32>(set, SET_SUMS);
  let last = copies;
  for (let member = first; member < end; member += 4) {
    add(sums, copyMember(load<u32>(load<u32>(member), VALUES), masks, last));
    last += SCORE_BYTES;
    sums += 8;
  }
  let place = <usize>load<u32>(set, SET_PRODUCTS);
  for (let left = copies; left < last; left += SCORE_BYTES)
    for (let right = left; right < last; right += SCORE_BYTES) {
      add(place, product(left, right));
      place += 8;
    }
}

/** Counts who has the score of any dimension. */
function addAnyScore(kernel: usize): void {
  const place = <usize>load<u32>(kernel, ANY_SCORE);
  if (place === 0) return;
  const end = <usize>load<u32>(kernel, DIMENSIONS_END);
  let people = i64x2.splat(0);
  for (let at: usize = 0; at < (<usize>filled) << 3; at += 16) {
    let mask = i64x2.splat(0);
    for (let dimension = <usize>load<u32>(kernel, DIMENSIONS); dimension < end; dimension += DIMENSION_BYTES)
      mask = v128.or(mask, v128.load(<usize>load<u32>(load<u32>(dimension, SCORE), VALUES) + at, MASKS_AT));
    people = i64x2.sub(people, mask);
  }
  add(place, countOfTwo(people));
}

export function addScores(kernel: usize): void {
  const scores = <usize>load<u32>(kernel, SCORES_END);
  for (let score = <usize>load<u32>(kernel, SCORES); score < scores; score += SCORE_RECORD) {
    addMoment(score);
    if (load<u32>(score, THIRDS) !== 0) addThirds(score);
  }
  const pairs = <usize>load<u32>(kernel, PAIRS_END);
  for (let pair = <usize>load<u32>(kernel, PAIRS); pair < pairs; pair += PAIR_BYTES) addPair(pair);
  const sets = <usize>load<u32>(kernel, SETS_END);
  for (let set = <usize>load<u32>(kernel, SETS); set < sets; set += SET_BYTES) addSet(set);
  addAnyScore(kernel);
}
