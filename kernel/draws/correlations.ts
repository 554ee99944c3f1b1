/** A drawn correlation matrix: `correlationDraws` of src/numeric/wishart.ts, to the bit. Squares are row after row. */
import { at, put } from "./numbers";
import { chiSquare, normal } from "./random";

/** Standard normals below the diagonal, √χ² on it. */
export function bartlett(drawn: usize, order: i32, df: f64): void {
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) put(drawn, i * order + j, normal());
    put(drawn, i * order + i, sqrt(chiSquare(df - <f64>i)));
  }
}

/** The product of two lower triangles into the second of them, each row scaled to length 1. */
export function unitRows(root: usize, drawn: usize, order: i32): void {
  // Of `drawn`, a row of the product needs its own and those above: from below, none is missing.
  for (let i = order - 1; i >= 0; i--) {
    let squares: f64 = 0;
    for (let j = 0; j <= i; j++) {
      let sum: f64 = 0;
      for (let k = j; k <= i; k++) sum += at(root, i * order + k) * at(drawn, k * order + j);
      put(drawn, i * order + j, sum);
      squares += sum * sum;
    }
    const length = sqrt(squares);
    for (let j = 0; j <= i; j++) put(drawn, i * order + j, at(drawn, i * order + j) / length);
  }
}

/** Correlations between the unit rows of a lower triangle. */
export function correlate(rows: usize, into: usize, order: i32): void {
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      let r: f64 = 0;
      for (let k = 0; k <= j; k++) r += at(rows, i * order + k) * at(rows, j * order + k);
      put(into, i * order + j, r);
      put(into, j * order + i, r);
    }
    put(into, i * order + i, 1);
  }
}
