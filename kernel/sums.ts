/** Adding to sums: numbers of 64 bits, each at its place. */

export function add(place: usize, by: f64): void {
  store<f64>(place, load<f64>(place) + by);
}

/** The sums of the lanes of four vectors of 32-bit numbers, in one: where the four of a vector together fit into 32 bits. */
export function sumsOfFour(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}

/** Adds four sums; their places stand one after the other at `places`. */
export function addFour(places: usize, sums: v128): void {
  add(load<u32>(places), <f64>i32x4.extract_lane(sums, 0));
  add(load<u32>(places, 4), <f64>i32x4.extract_lane(sums, 1));
  add(load<u32>(places, 8), <f64>i32x4.extract_lane(sums, 2));
  add(load<u32>(places, 12), <f64>i32x4.extract_lane(sums, 3));
}

/** Adds the sums of the lanes of four vectors of 32-bit numbers, however large each lane is; places as in `addFour`. */
export function addLanes(places: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab = laneSums(a, b);
  const cd = laneSums(c, d);
  add(load<u32>(places), <f64>i64x2.extract_lane(ab, 0));
  add(load<u32>(places, 4), <f64>i64x2.extract_lane(ab, 1));
  add(load<u32>(places, 8), <f64>i64x2.extract_lane(cd, 0));
  add(load<u32>(places, 12), <f64>i64x2.extract_lane(cd, 1));
}

/** Two sums of four lanes each, in 64 bits. */
function laneSums(a: v128, b: v128): v128 {
  const left = i64x2.add(i64x2.extend_low_i32x4_s(a), i64x2.extend_high_i32x4_s(a));
  const right = i64x2.add(i64x2.extend_low_i32x4_s(b), i64x2.extend_high_i32x4_s(b));
  return i64x2.add(v128.shuffle<i64>(left, right, 0, 2), v128.shuffle<i64>(left, right, 1, 3));
}

export function sumOfTwo(values: v128): f64 {
  return f64x2.extract_lane(values, 0) + f64x2.extract_lane(values, 1);
}

/** The same of 64-bit counts. */
export function countOfTwo(counts: v128): f64 {
  return <f64>(i64x2.extract_lane(counts, 0) + i64x2.extract_lane(counts, 1));
}
