/**
 * Drawn correlation matrices, a pair at a time: `correlationDraws` of src/numeric/wishart.ts, to the bit. Squares are row
 * after row. Either of a pair goes through the same steps as one alone would.
 */
import { at, both, pairAt, putBoth } from "./numbers";
import { chiSquare, normal } from "./random";

/** Standard normals below the diagonal, √χ² on it, of one of the pair: `drawn` is where its first number goes. */
export function bartlett(drawn: usize, order: i32, df: f64): void {
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) store<f64>(pairAt(drawn, i * order + j), normal());
    store<f64>(pairAt(drawn, i * order + i), sqrt(chiSquare(df - <f64>i)));
  }
}

/** The product of two lower triangles into the second of them, each row scaled to length 1. `root` is of single numbers. */
export function unitRows(root: usize, drawn: usize, order: i32): void {
  // Of `drawn`, a row of the product needs its own and those above: from below, none is missing.
  for (let i = order - 1; i >= 0; i--) {
    let squares = f64x2.splat(0);
    for (let j = 0; j <= i; j++) {
      let sum = f64x2.splat(0);
      for (let k = j; k <= i; k++)
        sum = f64x2.add(sum, f64x2.mul(f64x2.splat(at(root, i * order + k)), both(drawn, k * order + j)));
      putBoth(drawn, i * order + j, sum);
      squares = f64x2.add(squares, f64x2.mul(sum, sum));
    }
    const length = f64x2.sqrt(squares);
    for (let j = 0; j <= i; j++) putBoth(drawn, i * order + j, f64x2.div(both(drawn, i * order + j), length));
  }
}

/** Correlations between the unit rows of a lower triangle. */
export function correlate(rows: usize, into: usize, order: i32): void {
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      let r = f64x2.splat(0);
      for (let k = 0; k <= j; k++) r = f64x2.add(r, f64x2.mul(both(rows, i * order + k), both(rows, j * order + k)));
      putBoth(into, i * order + j, r);
      putBoth(into, j * order + i, r);
    }
    putBoth(into, i * order + i, f64x2.splat(1));
  }
}
