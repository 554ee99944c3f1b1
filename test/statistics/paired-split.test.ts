import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPairedPlan, emptyPaired, foldJoiner, foldLeaver, foldPair } from "../../src/aggregate/paired.ts";
import type { Framework } from "../../src/framework/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { NO_SCORE } from "../../src/scoring/scorer.ts";
import { pairedBasis } from "../../src/statistics/paired-composite.ts";
import { pairedChange } from "../../src/statistics/waves.ts";
import { binary, call, composite, dimension, framework, item, name } from "./small-framework.ts";

const QUOTIENT = binary(name("a"), "/", name("b"));
const ASKED: Framework = framework({
  items: [item("A1", { dimension: "a" }), item("B1", { dimension: "b" })],
  dimensions: [dimension("a", ["A1"]), dimension("b", ["B1"])],
  composites: [
    composite("ratio", "a / b", { tree: QUOTIENT, inputs: ["a", "b"], worst: 0.2 }),
    composite("growth", "a / b", { tree: QUOTIENT, inputs: ["a", "b"], worst: 0.2, transform: "log" }),
    composite("middle", "mean(a, b)", { tree: call("mean", name("a"), name("b")), inputs: ["a", "b"] }),
  ],
});
const program = compileProgram(ASKED);
const [unitA = 1, unitB = 1] = program.dimensions.map(({ unitsPerPoint }) => unitsPerPoint);
type Scores = readonly [a: number | null, b: number | null];
const units = ([a, b]: Scores) => Float64Array.of(a === null ? NO_SCORE : a * unitA, b === null ? NO_SCORE : b * unitB);

function pairedOf(pairs: readonly (readonly [Scores, Scores])[]) {
  const paired = emptyPaired(createPairedPlan(program));
  for (const [before, after] of pairs) foldPair(paired, units(before), units(after));
  return paired;
}

async function changeOf(pairs: readonly (readonly [Scores, Scores])[]) {
  const released = { paired: pairedOf(pairs), hidden: new Set<string>(), reason: null };
  return pairedChange({ framework: ASKED, pairs: released, seed: 1, before: "then" });
}

/** a: 2, 3, 1 → 4, 3, 5 (means 2 → 4); b of the first two alone: 4, 2 → 1, 2 (means 3 → 1.5). */
const PAIRS: readonly (readonly [Scores, Scores])[] = [
  [
    [2, 4],
    [4, 1],
  ],
  [
    [3, 2],
    [3, 2],
  ],
  [
    [1, null],
    [5, 3],
  ],
];

describe("the split of the change of the same people", () => {
  it("goes from the means before to those after, each of those who have the input both times", () => {
    const paired = pairedOf(PAIRS);
    foldJoiner(paired, units([5, 5]));
    foldLeaver(paired, units([1, 1]));
    expect(pairedBasis(ASKED, paired, "ratio")).toMatchObject({ names: ["a", "b"], before: [2, 3], after: [4, 1.5] });
    expect(pairedBasis(ASKED, paired, "growth")).toMatchObject({ before: [2, 3], after: [4, 1.5] });
    expect(pairedBasis(ASKED, paired, "absent")).toBe("both waves were read as those of several audiences");
  });

  it("is that worked out by hand", async () => {
    const { splits } = await changeOf(PAIRS);
    const parts = (id: string) => splits.find((one) => one.composite === id)?.parts.map(({ points }) => points) ?? [];
    // a/b from 2/3 to 4/1.5: a brings 2 over the logarithmic mean of 3 and 1.5, b the rest of the change of 2.
    const mean = (3 - 1.5) / Math.log(3 / 1.5);
    const a = 2 / mean;
    expect(parts("ratio")[0]).toBeCloseTo((100 * a) / 4.8, 9);
    expect(parts("ratio")[1]).toBeCloseTo((100 * (2 - a)) / 4.8, 9);
    // Its logarithm: ln 4/2 and ln 3/1.5, alike.
    const half = (100 * Math.log(2)) / Math.log(25);
    for (const part of parts("growth")) expect(part).toBeCloseTo(half, 9);
    // The mean: half of +2, half of -1.5.
    expect(parts("middle")[0]).toBeCloseTo(25, 9);
    expect(parts("middle")[1]).toBeCloseTo(-18.75, 9);
  });

  it("of a weighted sum is the same to the last digit wherever the pairs stand", async () => {
    const step = fc.constantFrom(-1, 0, 1);
    const steps = fc.array(fc.tuple(step, step), { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, fc.infiniteStream(fc.integer({ min: 2, max: 4 })), async (moves, levels) => {
        const at = (low: number | null) =>
          moves.map(([a, b]): readonly [Scores, Scores] => {
            const [x, y] = [low ?? levels.next().value, low ?? levels.next().value] as [number, number];
            return [
              [x, y],
              [x + a, y + b],
            ];
          });
        const told = async (pairs: readonly (readonly [Scores, Scores])[]) => {
          const { changes, splits } = await changeOf(pairs);
          const middle = changes.find(({ id }) => id === "middle");
          const value = middle?.index.kind === "estimate" ? middle.index.value : null;
          return [value, splits.find((one) => one.composite === "middle")?.parts.map(({ points }) => points)];
        };
        expect(await told(at(null))).toEqual(await told(at(3)));
      }),
    );
  });
});
