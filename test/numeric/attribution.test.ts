import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFormula } from "../../src/framework/formula/parse.ts";
import { type Attributed, attribution } from "../../src/numeric/attribution.ts";
import { evaluate, type FormulaNode } from "../../src/numeric/formula.ts";

const NAMES = ["a", "b", "c", "d"];

function treeOf(text: string): FormulaNode {
  const parsed = parseFormula(text);
  if ("fault" in parsed) throw new Error(parsed.fault.message);
  return parsed.tree;
}

function split(text: string, before: readonly number[], after: readonly number[]): readonly number[] | undefined {
  const names = NAMES.slice(0, before.length);
  return attribution({ tree: treeOf(text), names, before, after })?.parts;
}

const close = (parts: readonly number[] | undefined, wanted: readonly number[]) => {
  expect(parts).toHaveLength(wanted.length);
  for (const [at, value] of wanted.entries()) expect(parts?.[at]).toBeCloseTo(value, 11);
};

/** Formulas that are positive wherever their names are, so that every quotient and logarithm has a value. */
const positive: fc.Memo<FormulaNode> = fc.memo((depth) => {
  const leaf = fc.oneof(
    fc.constantFrom(...NAMES).map((name): FormulaNode => ({ kind: "name", name })),
    fc.double({ min: 0.5, max: 4, noNaN: true }).map((value): FormulaNode => ({ kind: "number", value })),
  );
  if (depth <= 1) return leaf;
  const inner = positive(depth - 1);
  return fc.oneof(
    leaf,
    fc
      .tuple(fc.constantFrom("+" as const, "*" as const, "/" as const), inner, inner)
      .map(([op, left, right]): FormulaNode => ({ kind: "binary", op, left, right })),
    fc
      .tuple(
        fc.constantFrom("mean" as const, "min" as const, "max" as const),
        fc.array(inner, { minLength: 1, maxLength: 3 }),
      )
      .map(([fn, args]): FormulaNode => ({ kind: "call", fn, args })),
    inner.map(
      (arg): FormulaNode => ({
        kind: "call",
        fn: "log",
        args: [{ kind: "binary", op: "+", left: { kind: "number", value: 2 }, right: arg }],
      }),
    ),
  );
});

const answers = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 });
const given: fc.Arbitrary<Attributed> = fc
  .record({ tree: positive(4), before: answers, after: answers })
  .map((one) => ({ ...one, names: NAMES }));

const at = ({ tree, names }: Attributed, values: readonly number[]) =>
  evaluate(tree, Object.fromEntries(names.map((name, place) => [name, values[place] ?? 0])));

describe("what each argument brings to a change", () => {
  it("adds up to the change, of any formula", () => {
    fc.assert(
      fc.property(given, (one) => {
        const parts = attribution(one)?.parts;
        const change = at(one, one.after) - at(one, one.before);
        expect(parts).toBeDefined();
        expect(Math.abs((parts ?? []).reduce((sum, part) => sum + part, 0) - change)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(change)),
        );
      }),
    );
  });

  it("is nothing for one that has not changed, of any formula", () => {
    fc.assert(
      fc.property(given, fc.nat({ max: 3 }), (one, still) => {
        const after = one.after.map((value, place) => (place === still ? (one.before[place] ?? 0) : value));
        expect(attribution({ ...one, after })?.parts[still]).toBe(0);
      }),
    );
  });

  it("is the other way round on the way back", () => {
    fc.assert(
      fc.property(given, (one) => {
        const back = attribution({ ...one, before: one.after, after: one.before })?.parts ?? [];
        for (const [place, part] of (attribution(one)?.parts ?? []).entries())
          expect(Math.abs(part + (back[place] ?? 0))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(part)));
      }),
    );
  });

  it.each(["log((a + b + c) / d)", "min(a, b, c) / d", "a * b * c"])(
    "is alike for those that enter alike: %s",
    (text) => {
      const [first, second] = [split(text, [2, 2, 3, 2], [3, 3, 4, 1]), split(text, [2, 2, 3, 2], [3, 3, 4, 1])];
      expect(first?.[0]).toBeCloseTo(first?.[1] ?? Number.NaN, 12);
      expect(second).toEqual(first);
    },
  );

  it("is the weight times the difference of a weighted sum", () => {
    close(split("0.3 * a + 0.7 * b - 1", [2, 4], [3, 3.5]), [0.3, -0.35]);
  });

  it("is over the logarithmic mean of a ratio on the log scale", () => {
    const [before, after] = [
      [3.1, 3.4, 2.2, 2.9],
      [3.6, 3.3, 3.1, 2.5],
    ];
    const sums = [before, after].map((values) => (values ?? []).slice(0, 3).reduce((sum, value) => sum + value, 0));
    const logMean = (x = 0, y = 0) => (y - x) / (Math.log(y) - Math.log(x));
    const difference = (place: number) => (after?.[place] ?? 0) - (before?.[place] ?? 0);
    const above = logMean(sums[0], sums[1]);
    close(split("log((a + b + c) / d)", before ?? [], after ?? []), [
      ...[0, 1, 2].map((place) => difference(place) / above),
      -difference(3) / logMean(before?.[3], after?.[3]),
    ]);
  });

  it("is the mean over all orders where the formula has a kink", () => {
    // Orders abc, acb, bac, bca, cab, cba of min(a, b) · c from (1, 2, 1) to (3, 2.5, 2), written out by hand.
    const orders: readonly (readonly [number, number, number])[] = [
      [1, 0.5, 2.5],
      [1, 1, 2],
      [1.5, 0, 2.5],
      [3, 0, 1],
      [2, 1, 1],
      [3, 0, 1],
    ];
    expect(orders.map((row) => row.reduce((sum, part) => sum + part, 0))).toEqual([4, 4, 4, 4, 4, 4]);
    const means = [0, 1, 2].map((place) => orders.reduce((sum, row) => sum + (row[place] ?? 0), 0) / 6);
    close(split("min(a, b) * c", [1, 2, 1], [3, 2.5, 2]), means);
  });

  it("is none where the formula has no value at either end or on the way", () => {
    expect(split("1 / a", [0], [1])).toBeUndefined();
    expect(split("log(a)", [1], [-1])).toBeUndefined();
    expect(split("1 / a", [-1], [1])).toBeUndefined();
    expect(split("min(a, b) / c", [1, 1, 0], [1, 1, 1])).toBeUndefined();
  });

  it("is none of more than ten that have changed under min", () => {
    const names = Array.from({ length: 11 }, (_, place) => `x${place}`);
    const tree = treeOf(`min(${names.join(", ")})`);
    const [before, after] = [names.map(() => 1), names.map(() => 2)];
    expect(attribution({ tree, names, before, after })).toBeNull();
    const ten = after.map((value, place) => (place === 0 ? 1 : value));
    expect(attribution({ tree, names, before, after: ten })?.parts).toHaveLength(11);
  });
});
