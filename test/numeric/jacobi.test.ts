import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { createDraws } from "../../src/numeric/draws.ts";
import { createWorkspace, diagonalise } from "../../src/numeric/jacobi.ts";
import { symmetricRoot } from "../../src/numeric/matrix.ts";

/** A random matrix times its transpose: symmetric, without negative eigenvalues. */
function randomMatrix(order: number, seed: number): number[][] {
  const draws = createDraws(seed, order);
  const a = Array.from({ length: order }, () => Array.from({ length: order }, () => draws.normal()));
  return a.map((row) => a.map((other) => row.reduce((sum, x, k) => sum + x * other[k]!, 0)));
}

function solved(matrix: readonly (readonly number[])[]) {
  const space = createWorkspace(matrix.length);
  for (const [i, row] of matrix.entries()) for (const [j, x] of row.entries()) space.matrix[i * row.length + j] = x;
  diagonalise(space);
  return {
    values: matrix.map((row, i) => space.matrix[i * (row.length + 1)]!),
    vector: (k: number) => matrix.map((row, i) => space.vectors[i * row.length + k]!),
  };
}

/** Q f(Λ) Qᵀ */
function rebuilt(matrix: readonly (readonly number[])[], f: (value: number) => number) {
  const { values, vector } = solved(matrix);
  return matrix.map((_, i) =>
    matrix.map((_row, j) => values.reduce((sum, value, k) => sum + f(value) * vector(k)[i]! * vector(k)[j]!, 0)),
  );
}

function furthest(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  return Math.max(...a.flatMap((row, i) => row.map((x, j) => Math.abs(x - b[i]![j]!))));
}

describe("eigenvalues by rotation", () => {
  it.each([1, 2, 3, 5, 9])("are ml-matrix's, to 1e-10: order %d", (order) => {
    for (let seed = 0; seed < 50; seed++) {
      const matrix = randomMatrix(order, seed);
      const known = new EigenvalueDecomposition(new Matrix(matrix), { assumeSymmetric: true }).realEigenvalues;
      const own = solved(matrix).values;
      const [a, b] = [own, known].map((values) => [...values].sort((x, y) => x - y));
      for (const [k, value] of a!.entries()) expect(Math.abs(value - b![k]!)).toBeLessThan(1e-10);
    }
  });

  it.each([2, 3, 5, 9])("give ml-matrix's symmetric root, and the matrix back: order %d", (order) => {
    for (let seed = 0; seed < 50; seed++) {
      const matrix = randomMatrix(order, seed);
      expect(
        furthest(
          rebuilt(matrix, (value) => Math.sqrt(Math.max(0, value))),
          symmetricRoot(matrix),
        ),
      ).toBeLessThan(1e-10);
      expect(
        furthest(
          rebuilt(matrix, (value) => value),
          matrix,
        ),
      ).toBeLessThan(1e-12 * 100);
    }
  });

  it("of a diagonal matrix are the diagonal, of equal ones too, and of zeros zeros", () => {
    expect(
      solved([
        [2, 0],
        [0, -3],
      ]).values,
    ).toEqual([2, -3]);
    expect(
      solved([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]).values,
    ).toEqual([1, 1, 1]);
    expect(
      solved([
        [0, 0],
        [0, 0],
      ]).values,
    ).toEqual([0, 0]);
  });

  it("by hand: 1 and 3 of 2 beside 1", () => {
    const values = [
      ...solved([
        [2, 1],
        [1, 2],
      ]).values,
    ].sort();
    expect(values[0]).toBeCloseTo(1, 14);
    expect(values[1]).toBeCloseTo(3, 14);
  });
});
