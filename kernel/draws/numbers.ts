/** Rows of 64-bit numbers in memory. */

export function at(numbers: usize, place: i32): f64 {
  return load<f64>(numbers + ((<usize>place) << 3));
}

export function put(numbers: usize, place: i32, value: f64): void {
  store<f64>(numbers + ((<usize>place) << 3), value);
}
