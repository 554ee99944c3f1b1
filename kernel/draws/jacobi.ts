/** Eigenvalues and eigenvectors of a small symmetric matrix: src/numeric/jacobi.ts, to the bit. */
import { at, put } from "./numbers";

const NOTHING: f64 = 1e-30;
const MOST_SWEEPS = 50;

let matrix: usize = 0;
let vectors: usize = 0;
let order: i32 = 0;

/** Where the matrix stands, where its vectors go, and how many rows each has. */
export function openJacobi(square: usize, into: usize, rows: i32): void {
  matrix = square;
  vectors = into;
  order = rows;
}

/** Fills the vectors, in columns, and leaves eigenvalues on the diagonal of the matrix. */
export function diagonalise(): void {
  for (let i = 0; i < order; i++) for (let j = 0; j < order; j++) put(vectors, i * order + j, i === j ? 1 : 0);
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(); sweep++)
    for (let p = 0; p < order; p++) for (let r = p + 1; r < order; r++) rotate(p, r);
}

function isDiagonal(): bool {
  let beside: f64 = 0;
  let on: f64 = 0;
  for (let i = 0; i < order; i++) {
    const own = at(matrix, i * order + i);
    on += own * own;
    for (let j = 0; j < i; j++) {
      const other = at(matrix, i * order + j);
      beside += other * other;
    }
  }
  return beside <= NOTHING * on;
}

/** Turns rows and columns p and r so that nothing is left between them. */
function rotate(p: i32, r: i32): void {
  const pp = p * order + p;
  const rr = r * order + r;
  const shared = at(matrix, p * order + r);
  if (shared === 0) return;
  const theta = (at(matrix, rr) - at(matrix, pp)) / (2 * shared);
  const t = (theta < 0 ? -1.0 : 1.0) / (abs(theta) + sqrt(theta * theta + 1));
  const c = 1 / sqrt(t * t + 1);
  const s = t * c;
  put(matrix, pp, at(matrix, pp) - t * shared);
  put(matrix, rr, at(matrix, rr) + t * shared);
  put(matrix, p * order + r, 0);
  put(matrix, r * order + p, 0);
  for (let i = 0; i < order; i++) {
    const ip = i * order + p;
    const ir = i * order + r;
    if (i !== p && i !== r) {
      const x = at(matrix, ip);
      const y = at(matrix, ir);
      const left = c * x - s * y;
      const right = s * x + c * y;
      put(matrix, ip, left);
      put(matrix, p * order + i, left);
      put(matrix, ir, right);
      put(matrix, r * order + i, right);
    }
    const v = at(vectors, ip);
    const w = at(vectors, ir);
    put(vectors, ip, c * v - s * w);
    put(vectors, ir, s * v + c * w);
  }
}
