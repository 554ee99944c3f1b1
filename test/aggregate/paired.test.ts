import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createPairedPlan,
  emptyPaired,
  foldJoiner,
  foldLeaver,
  foldPair,
  mergePaired,
  type PairedAggregate,
} from "../../src/aggregate/paired.ts";
import { exactSum } from "../../src/aggregate/wide.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { NO_SCORE } from "../../src/scoring/scorer.ts";
import { dimension, framework, item } from "../fixture.ts";
import { composite, name } from "../statistics/small-framework.ts";

const program = compileProgram(
  framework({
    items: ["A1", "A2", "B1", "B2"].map((id) => item(id, id.startsWith("A") ? "a" : "b")),
    dimensions: [dimension("a", ["A1", "A2"]), dimension("b", ["B1", "B2"])],
    composites: [composite("c", "b", { tree: name("b"), inputs: ["a", "b"] })],
  }),
);
const plan = createPairedPlan(program);
const seeded = { seed: 20261122 };
const score = fc.oneof(fc.integer({ min: 2, max: 10 }), fc.constant(NO_SCORE));
const wave = fc.tuple(score, score);
const person = fc.oneof(
  fc.record({ before: wave, after: wave }),
  fc.record({ before: wave, after: fc.constant(null) }),
  fc.record({ before: fc.constant(null), after: wave }),
);
type Person = { readonly before: readonly number[] | null; readonly after: readonly number[] | null };

function folded(people: readonly Person[]): PairedAggregate {
  const paired = emptyPaired(plan);
  for (const { before, after } of people) {
    if (before !== null && after !== null) foldPair(paired, Float64Array.from(before), Float64Array.from(after));
    else if (before !== null) foldLeaver(paired, Float64Array.from(before));
    else if (after !== null) foldJoiner(paired, Float64Array.from(after));
  }
  return paired;
}

const bits = ({ cell, both, joiners, leavers }: PairedAggregate) => [...cell, both, joiners, leavers];

describe("two waves of the same people", () => {
  it("fold to the same bits in any order, and in parts", () => {
    fc.assert(
      fc.property(fc.array(person), fc.array(person), (xs, ys) => {
        const whole = bits(folded([...xs, ...ys]));
        expect(bits(folded([...xs, ...ys].reverse()))).toEqual(whole);
        expect(bits(mergePaired(folded(xs), folded(ys)))).toEqual(whole);
        expect(bits(mergePaired(folded(ys), folded(xs)))).toEqual(whole);
        expect(bits(mergePaired(folded(xs), emptyPaired(plan)))).toEqual(bits(folded(xs)));
      }),
      seeded,
    );
  });

  const three = folded([
    { before: [4, 6], after: [10, 8] },
    { before: [6, NO_SCORE], after: [3, 9] },
    { before: [2, 5], after: [NO_SCORE, 5] },
    { before: [8, NO_SCORE], after: null },
    { before: null, after: [7, 7] },
  ]);
  const at = (place: number | undefined) => three.cell[place ?? -1];

  it("counts who is in both, who came and who left", () => {
    expect([three.both, three.joiners, three.leavers]).toEqual([3, 1, 1]);
  });

  it("sums changes over the people with the score in both, and counts those with it in one", () => {
    const places = plan.dimensions.map((d) => [
      d.n,
      d.sum,
      d.sumSquares,
      d.sumBefore,
      d.sumAfter,
      d.beforeOnly,
      d.afterOnly,
    ]);
    expect(places[0]?.map(at)).toEqual([2, 3, 45, 10, 13, 2, 1]);
    expect(places[1]?.map(at)).toEqual([2, 2, 4, 11, 13, 0, 2]);
  });

  it("sums squares of each wave beside those of the changes, which give their products", () => {
    const places = plan.dimensions.map(({ squaresBefore, squaresAfter }) => [squaresBefore, squaresAfter]);
    expect(places[0]?.map(at)).toEqual([16 + 36, 100 + 9]);
    expect(places[1]?.map(at)).toEqual([36 + 25, 64 + 25]);
  });

  it("keeps sums and products of two inputs of a composite at both waves, of those who have both both times", () => {
    expect(plan.composites).toEqual([{ id: "c", inputs: [0, 1] }]);
    const [pair] = plan.pairs;
    expect([pair?.a, pair?.b, at(pair?.n)]).toEqual([0, 1, 1]);
    const [sums = 0, products = 0] = [pair?.sums, pair?.products];
    expect([...three.cell.slice(sums, sums + 4)]).toEqual([4, 10, 6, 8]);
    expect([...three.cell.slice(products, products + 4)]).toEqual([24, 32, 60, 80]);
  });

  it("keeps no sums of two dimensions that no composite shares", () => {
    expect(createPairedPlan({ ...program, composites: [{ id: "c", inputs: [1], tree: name("b") }] }).pairs).toEqual([]);
  });

  it("refuses to merge sums of different plans", () => {
    const other = createPairedPlan({ ...program, composites: [] });
    expect(() => mergePaired(three, emptyPaired(other))).toThrow("different plans");
  });

  it("stays exact where a double would round", () => {
    const fine = {
      ...program,
      dimensions: program.dimensions.map((d) => ({ ...d, min: 0, max: 100, unitsPerPoint: 100_000_007 })),
    };
    const paired = emptyPaired(createPairedPlan(fine));
    const most = 100 * 100_000_007;
    for (const after of [most, most - 1, 1]) foldPair(paired, Float64Array.of(0, 3), Float64Array.of(after, most));
    const [slots] = paired.plan.dimensions;
    if (slots === undefined) throw new Error("no dimension");
    const squares = BigInt(most) ** 2n + BigInt(most - 1) ** 2n + 1n;
    expect(exactSum(paired.cell, slots.sumSquares, slots.wide)).toBe(squares);
    expect(exactSum(paired.cell, slots.squaresAfter, slots.wide)).toBe(squares);
    const [pair] = paired.plan.pairs;
    if (pair === undefined) throw new Error("no pair");
    const product = (i: number) => exactSum(paired.cell, pair.products + 2 * i, pair.wide);
    expect([0, 1, 2, 3].map(product)).toEqual([0n, 0n, 3n * 2n * BigInt(most), BigInt(most) * 2n * BigInt(most)]);
  });
});
