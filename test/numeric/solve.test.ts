import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEquations, solvePositiveDefinite } from "../../src/numeric/solve.ts";

/** x with A x = b; null when A is not positive definite. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] | null {
  const equations = createEquations(vector.length);
  equations.matrix.set(matrix.flat());
  equations.vector.set(vector);
  return solvePositiveDefinite(equations) ? [...equations.solution] : null;
}

describe("linear equations", () => {
  it("by hand: 4x + 2y = 2, 2x + 3y = −3 has x = 1.5, y = −2", () => {
    const solution = solve(
      [
        [4, 2],
        [2, 3],
      ],
      [2, -3],
    );
    expect(solution?.[0]).toBeCloseTo(1.5, 14);
    expect(solution?.[1]).toBeCloseTo(-2, 14);
  });

  it.each([
    [
      "one direction without variance",
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      "a negative direction",
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      "zero",
      [
        [0, 0],
        [0, 0],
      ],
    ],
    ["a negative number", [[-1]]],
  ])("none for %s", (_, matrix) => {
    expect(
      solve(
        matrix,
        matrix.map(() => 1),
      ),
    ).toBeNull();
  });

  it("one workspace serves one set of equations after another", () => {
    const equations = createEquations(2);
    equations.matrix.set([1, 2, 2, 1]);
    expect(solvePositiveDefinite(equations)).toBe(false);
    equations.matrix.set([4, 2, 2, 3]);
    equations.vector.set([2, -3]);
    expect(solvePositiveDefinite(equations)).toBe(true);
    expect([...equations.solution]).toEqual(
      solve(
        [
          [4, 2],
          [2, 3],
        ],
        [2, -3],
      ),
    );
  });

  it("gives back the right-hand side", () => {
    const entry = fc.double({ min: -2, max: 2, noNaN: true });
    const root = fc.array(fc.array(entry, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(root, fc.array(entry, { minLength: 5, maxLength: 5 }), (rows, vector) => {
        const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
        const matrix = rows.map((a, i) => rows.map((b, j) => dot(a, b) + (i === j ? 0.5 : 0)));
        const x = solve(matrix, vector) ?? [];
        for (const [i, row] of matrix.entries()) expect(dot(row, x)).toBeCloseTo(vector[i] ?? 0, 9);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
