/**
 * Eigenvalues and eigenvectors of small symmetric matrices, a pair at a time: src/numeric/jacobi.ts, to the bit. One that is
 * done, or has nothing to be turned away, waits for the other: it is turned by nothing.
 */
import { both, PAIR, putBoth } from "./numbers";

const NOTHING: f64 = 1e-30;
const MOST_SWEEPS = 50;

let matrix: usize = 0;
let vectors: usize = 0;
let order: i32 = 0;

/** Where the matrices stand, where their vectors go, and how many rows each has. */
export function openJacobi(square: usize, into: usize, rows: i32): void {
  matrix = square;
  vectors = into;
  order = rows;
}

/** Fills the vectors, in columns, and leaves eigenvalues on the diagonal of the matrices. */
export function diagonalise(): void {
  for (let i = 0; i < order; i++)
    for (let j = 0; j < order; j++) putBoth(vectors, i * order + j, f64x2.splat(i === j ? 1 : 0));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    const open = notDiagonal();
    if (!v128.any_true(open)) return;
    for (let p = 0; p < order; p++) for (let r = p + 1; r < order; r++) rotate(p, r, open);
  }
}

/** All ones for either that is not diagonal yet. */
function notDiagonal(): v128 {
  let beside = f64x2.splat(0);
  let on = f64x2.splat(0);
  for (let i = 0; i < order; i++) {
    const own = both(matrix, i * order + i);
    on = f64x2.add(on, f64x2.mul(own, own));
    for (let j = 0; j < i; j++) {
      const other = both(matrix, i * order + j);
      beside = f64x2.add(beside, f64x2.mul(other, other));
    }
  }
  return v128.not(f64x2.le(beside, f64x2.mul(f64x2.splat(NOTHING), on)));
}

/** Turns rows and columns p and r of those that are open so that nothing is left between them. */
function rotate(p: i32, r: i32, open: v128): void {
  const pp = p * order + p;
  const rr = r * order + r;
  const one = f64x2.splat(1);
  const shared = both(matrix, p * order + r);
  const turned = v128.and(open, f64x2.ne(shared, f64x2.splat(0)));
  if (!v128.any_true(turned)) return;
  const own = both(matrix, pp);
  const other = both(matrix, rr);
  const theta = f64x2.div(f64x2.sub(other, own), f64x2.mul(f64x2.splat(2), shared));
  const sign = v128.bitselect(f64x2.splat(-1), one, f64x2.lt(theta, f64x2.splat(0)));
  const far = f64x2.add(f64x2.abs(theta), f64x2.sqrt(f64x2.add(f64x2.mul(theta, theta), one)));
  const tangent = f64x2.div(sign, far);
  const cosine = f64x2.div(one, f64x2.sqrt(f64x2.add(f64x2.mul(tangent, tangent), one)));
  const t = v128.and(tangent, turned);
  const c = v128.bitselect(cosine, one, turned);
  const s = v128.and(f64x2.mul(tangent, cosine), turned);
  const away = f64x2.mul(t, shared);
  const left = v128.andnot(shared, turned);
  putBoth(matrix, pp, f64x2.sub(own, away));
  putBoth(matrix, rr, f64x2.add(other, away));
  putBoth(matrix, p * order + r, left);
  putBoth(matrix, r * order + p, left);
  turnMatrix(p, r, c, s);
  turnVectors(p, r, c, s);
}

/** The other numbers of rows and columns p and r: the matrices stay symmetric. */
function turnMatrix(p: i32, r: i32, c: v128, s: v128): void {
  const end = order;
  const stride = (<usize>end) << 4;
  let rowP = matrix + stride * <usize>p;
  let rowR = matrix + stride * <usize>r;
  let columnP = matrix + ((<usize>p) << 4);
  let columnR = matrix + ((<usize>r) << 4);
  for (let i = 0; i < end; i++) {
    if (i !== p && i !== r) {
      const x = v128.load(rowP);
      const y = v128.load(rowR);
      const left = f64x2.sub(f64x2.mul(c, x), f64x2.mul(s, y));
      const right = f64x2.add(f64x2.mul(s, x), f64x2.mul(c, y));
      v128.store(rowP, left);
      v128.store(columnP, left);
      v128.store(rowR, right);
      v128.store(columnR, right);
    }
    rowP += PAIR;
    rowR += PAIR;
    columnP += stride;
    columnR += stride;
  }
}

function turnVectors(p: i32, r: i32, c: v128, s: v128): void {
  const end = order;
  const stride = (<usize>end) << 4;
  let columnP = vectors + ((<usize>p) << 4);
  let columnR = vectors + ((<usize>r) << 4);
  for (let i = 0; i < end; i++) {
    const v = v128.load(columnP);
    const w = v128.load(columnR);
    v128.store(columnP, f64x2.sub(f64x2.mul(c, v), f64x2.mul(s, w)));
    v128.store(columnR, f64x2.add(f64x2.mul(s, v), f64x2.mul(c, w)));
    columnP += stride;
    columnR += stride;
  }
}
