/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, in a workspace that thousands of draws share.
 *
 * Formula: plane rotations, t = sign(θ)/(|θ| + √(θ² + 1)) with θ = (a_rr − a_pp)/(2a_pr), row by row, until nothing is left
 *   beside the diagonal. Unit and range: that of the matrix. Missing rule: the matrix is whole and finite.
 * Source: Jacobi 1846; Golub & Van Loan 2013, section 8.5. A library would make a new object of every draw.
 * Oracle: ml-matrix, by the symmetric root of random matrices (test/numeric/jacobi.test.ts).
 */

/** Squares left beside the diagonal, against those on it, that are nothing but rounding. */
const NOTHING = 1e-30;
/** Far more than any small matrix takes: about six. */
const MOST_SWEEPS = 50;

export interface Workspace {
  readonly order: number;
  /** The matrix, row after row; afterwards its eigenvalues on the diagonal. */
  readonly matrix: Float64Array;
  /** Afterwards the eigenvectors, in columns. */
  readonly vectors: Float64Array;
}

export function createWorkspace(order: number): Workspace {
  return { order, matrix: new Float64Array(order * order), vectors: new Float64Array(order * order) };
}

/** Fills `vectors`, and leaves eigenvalues on the diagonal of `matrix`, which must be symmetric. */
export function diagonalise(space: Workspace): void {
  const { order, vectors } = space;
  vectors.fill(0);
  for (let i = 0; i < order; i++) vectors[i * (order + 1)] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(space); sweep++)
    for (let p = 0; p < order; p++) for (let r = p + 1; r < order; r++) rotate(space, p, r);
}

function isDiagonal({ order, matrix }: Workspace): boolean {
  let beside = 0;
  let on = 0;
  for (let i = 0; i < order; i++) {
    const own = matrix[i * (order + 1)] ?? 0;
    on += own * own;
    for (let j = 0; j < i; j++) {
      const other = matrix[i * order + j] ?? 0;
      beside += other * other;
    }
  }
  return beside <= NOTHING * on;
}

/** Turns rows and columns p and r so that nothing is left between them. */
function rotate({ order, matrix, vectors }: Workspace, p: number, r: number): void {
  const pp = p * (order + 1);
  const rr = r * (order + 1);
  const pr = p * order + r;
  const shared = matrix[pr] ?? 0;
  if (shared === 0) return;
  const theta = ((matrix[rr] ?? 0) - (matrix[pp] ?? 0)) / (2 * shared);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  matrix[pp] = (matrix[pp] ?? 0) - t * shared;
  matrix[rr] = (matrix[rr] ?? 0) + t * shared;
  matrix[pr] = 0;
  matrix[r * order + p] = 0;
  for (let i = 0; i < order; i++) {
    const ip = i * order + p;
    const ir = i * order + r;
    if (i !== p && i !== r) {
      const x = matrix[ip] ?? 0;
      const y = matrix[ir] ?? 0;
      const left = c * x - s * y;
      const right = s * x + c * y;
      matrix[ip] = left;
      matrix[p * order + i] = left;
      matrix[ir] = right;
      matrix[r * order + i] = right;
    }
    const v = vectors[ip] ?? 0;
    const w = vectors[ir] ?? 0;
    vectors[ip] = c * v - s * w;
    vectors[ir] = s * v + c * w;
  }
}
