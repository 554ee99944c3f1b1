/** Rows of 64-bit numbers in memory; and of pairs of them, two draws side by side. */

export function at(numbers: usize, place: i32): f64 {
  return load<f64>(numbers + ((<usize>place) << 3));
}

export function put(numbers: usize, place: i32, value: f64): void {
  store<f64>(numbers + ((<usize>place) << 3), value);
}

/** Of a pair. */
export const PAIR: usize = 16;

/** Where the pair of this place begins. */
export function pairAt(pairs: usize, place: i32): usize {
  return pairs + ((<usize>place) << 4);
}

export function both(pairs: usize, place: i32): v128 {
  return v128.load(pairAt(pairs, place));
}

export function putBoth(pairs: usize, place: i32, value: v128): void {
  v128.store(pairAt(pairs, place), value);
}
