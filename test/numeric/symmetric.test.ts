import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestPositiveSemiDefinite, symmetricRoot } from "../../src/numeric/matrix.ts";
import { isPositiveSemiDefinite, type Matrix, quadraticForm } from "../../src/numeric/symmetric.ts";

const size = 4;
// Hundredths: no denormal numbers, which no survey has.
const entry = fc.integer({ min: -300, max: 300 }).map((x) => x / 100);
const square = fc.array(fc.array(entry, { minLength: size, maxLength: size }), { minLength: size, maxLength: size });
const symmetric = square.map((m) => m.map((row, i) => row.map((x, j) => (x + m[j]![i]!) / 2)));
const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => row.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
const transposed = (m: Matrix): Matrix => m.map((row, i) => row.map((_, j) => m[j]![i]!));
const furthest = (a: Matrix, b: Matrix) =>
  Math.max(...a.flatMap((row, i) => row.map((x, j) => Math.abs(x - b[i]![j]!))));
const runs = { seed: 20261122, numRuns: 100 };

describe("positive semi-definite or not", () => {
  it.each([
    ["nothing at all", [], true],
    [
      "zeros",
      [
        [0, 0],
        [0, 0],
      ],
      true,
    ],
    [
      "perfect correlation",
      [
        [1, 2],
        [2, 4],
      ],
      true,
    ],
    [
      "more than perfect",
      [
        [1, 2.001],
        [2.001, 4],
      ],
      false,
    ],
    [
      "a covariance beside no variance",
      [
        [0, 0.1],
        [0.1, 4],
      ],
      false,
    ],
    [
      "a negative variance",
      [
        [-1e-3, 0],
        [0, 1],
      ],
      false,
    ],
    [
      "very different scales",
      [
        [1e-8, 9e-5],
        [9e-5, 1],
      ],
      true,
    ],
    [
      "very different scales, too much",
      [
        [1e-8, 1.1e-4],
        [1.1e-4, 1],
      ],
      false,
    ],
    [
      "signs that do not fit together",
      [
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1],
      ],
      false,
    ],
    [
      "the border of that",
      [
        [1, 0.5, -0.5],
        [0.5, 1, 0.5],
        [-0.5, 0.5, 1],
      ],
      true,
    ],
  ] as const)("%s", (_, matrix, wanted) => {
    expect(isPositiveSemiDefinite(matrix)).toBe(wanted);
  });

  it("every AAᵀ is; taking more than its smallest eigenvalue from the diagonal makes it not", () => {
    fc.assert(
      fc.property(square, (a) => {
        const m = times(a, transposed(a));
        const trace = m.reduce((sum, row, i) => sum + row[i]!, 0);
        fc.pre(trace > 1e-3);
        expect(isPositiveSemiDefinite(m)).toBe(true);
        const less = m.map((row, i) => row.map((x, j) => (i === j ? x - trace / size - 1e-3 : x)));
        expect(isPositiveSemiDefinite(less)).toBe(false);
      }),
      runs,
    );
  });
});

describe("eigenvalues", () => {
  it("clipping gives the nearest: positive semi-definite, symmetric, and once is enough", () => {
    fc.assert(
      fc.property(symmetric, (m) => {
        const clipped = nearestPositiveSemiDefinite(m);
        expect(isPositiveSemiDefinite(clipped.map((row, i) => row.map((x, j) => (i === j ? x + 1e-9 : x))))).toBe(true);
        expect(clipped).toEqual(transposed(clipped));
        expect(furthest(nearestPositiveSemiDefinite(clipped), clipped)).toBeLessThan(1e-10);
        if (isPositiveSemiDefinite(m)) expect(furthest(clipped, m)).toBeLessThan(1e-8);
      }),
      runs,
    );
  });

  it("a matrix by hand: eigenvalues 3 and −1 become 3 and 0", () => {
    expect(
      furthest(
        nearestPositiveSemiDefinite([
          [1, 2],
          [2, 1],
        ]),
        [
          [1.5, 1.5],
          [1.5, 1.5],
        ],
      ),
    ).toBeLessThan(1e-14);
  });

  it("the square root, squared, is the matrix", () => {
    fc.assert(
      fc.property(square, (a) => {
        const m = times(a, transposed(a));
        const root = symmetricRoot(m);
        expect(furthest(times(root, root), m)).toBeLessThan(1e-6);
        expect(root).toEqual(transposed(root));
      }),
      runs,
    );
  });
});

describe("a quadratic form", () => {
  it("is the variance of a sum", () => {
    expect(
      quadraticForm(
        [
          [4, 1],
          [1, 9],
        ],
        [1, 2],
      ),
    ).toBe(4 + 4 * 9 + 2 * 2 * 1);
  });

  it("is never negative by rounding", () => {
    expect(
      quadraticForm(
        [
          [1, 1],
          [1, 1 - 1e-16],
        ],
        [1, -1],
      ),
    ).toBeGreaterThanOrEqual(0);
    expect(quadraticForm([[-1e-17]], [1])).toBe(0);
  });
});
