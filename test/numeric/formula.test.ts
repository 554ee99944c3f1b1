import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dividesByName, evaluate, type FormulaNode, gradient, hasKink, isAffine } from "../../src/numeric/formula.ts";

const n = (value: number): FormulaNode => ({ kind: "number", value });
const v = (name: string): FormulaNode => ({ kind: "name", name });
const bin = (left: FormulaNode, op: "+" | "-" | "*" | "/", right: FormulaNode): FormulaNode => ({
  kind: "binary",
  op,
  left,
  right,
});
const neg = (operand: FormulaNode): FormulaNode => ({ kind: "negate", operand });
const call = (fn: "min" | "max" | "mean" | "log", ...args: FormulaNode[]): FormulaNode => ({ kind: "call", fn, args });

const [a, b, c] = [v("a"), v("b"), v("c")];
const at = { a: 3, b: 2, c: 0 };

describe("evaluating a formula", () => {
  it.each([
    ["a number", n(4.5), 4.5],
    ["a name", a, 3],
    ["a sum", bin(a, "+", b), 5],
    ["a difference", bin(a, "-", b), 1],
    ["a product", bin(a, "*", b), 6],
    ["a quotient", bin(a, "/", b), 1.5],
    ["a negation", neg(a), -3],
    ["min", call("min", a, b, n(7)), 2],
    ["max", call("max", a, b, n(1)), 3],
    ["mean", call("mean", a, b, n(7)), 4],
    ["log", call("log", a), Math.log(3)],
    ["the trust quotient", bin(bin(bin(a, "+", b), "+", n(4)), "/", b), 4.5],
  ])("%s", (_, tree, wanted) => {
    expect(evaluate(tree, at)).toBe(wanted);
  });

  it.each([
    ["division by zero", bin(a, "/", c)],
    ["zero divided by zero", bin(c, "/", c)],
    ["log of zero", call("log", c)],
    ["log of a negative number", call("log", neg(a))],
    ["a name without a value", v("nobody")],
    ["a name that every object inherits", v("constructor")],
    ["min hides nothing behind it", call("min", a, bin(a, "/", c), b)],
    ["max hides nothing behind it", call("max", bin(a, "/", c), a)],
    ["a denominator that is infinite hides nothing", bin(n(1), "/", bin(n(1), "/", c))],
    ["mean of nothing", call("mean")],
  ])("%s has no value", (_, tree) => {
    expect(evaluate(tree, at)).toBeNaN();
  });

  it("takes a dimension named like an inherited property", () => {
    expect(evaluate(v("constructor"), { constructor: 2 } as unknown as Record<string, number>)).toBe(2);
  });
});

describe("the gradient of a formula", () => {
  it.each([
    ["a sum", bin(a, "+", b), [1, 1, 0]],
    ["a quotient", bin(a, "/", b), [0.5, -0.75, 0]],
    ["a product", bin(a, "*", b), [2, 3, 0]],
    ["log", call("log", a), [1 / 3, 0, 0]],
    ["mean", call("mean", a, b, c), [1 / 3, 1 / 3, 1 / 3]],
    ["min: that of the smallest", call("min", a, b), [0, 1, 0]],
    ["max at a tie: that of the first", call("max", a, n(3), bin(b, "+", n(1))), [1, 0, 0]],
  ])("of %s", (_, tree, wanted) => {
    for (const [i, slope] of gradient(tree, at, ["a", "b", "c"]).entries()) expect(slope).toBeCloseTo(wanted[i]!, 14);
  });

  it("agrees with small steps on random formulas without a kink", () => {
    const names = ["a", "b", "c"];
    const leaf = fc.oneof(fc.constantFrom(...names).map(v), fc.double({ min: 0.5, max: 3, noNaN: true }).map(n));
    const tree = fc.letrec<{ node: FormulaNode }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc
          .tuple(tie("node"), fc.constantFrom<"+" | "*" | "/">("+", "*", "/"), tie("node"))
          .map(([l, op, r]) => bin(l, op, r)),
        fc.tuple(tie("node"), tie("node")).map(([l, r]) => call("mean", l, r)),
        // All names and numbers are positive, so the logarithm stays away from 0.
        tie("node").map((x) => call("log", bin(x, "+", n(1)))),
      ),
    })).node;
    const values = fc.record({
      a: fc.double({ min: 1, max: 5, noNaN: true }),
      b: fc.double({ min: 1, max: 5, noNaN: true }),
      c: fc.double({ min: 1, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(tree, values, (node, bindings) => {
        const slopes = gradient(node, bindings, names);
        for (const [i, name] of names.entries()) {
          const step = 1e-5;
          const moved = (by: number) => evaluate(node, { ...bindings, [name]: bindings[name as "a"] + by });
          const numeric = (moved(step) - moved(-step)) / (2 * step);
          const size = Math.max(1, Math.abs(evaluate(node, bindings)), Math.abs(slopes[i]!));
          expect(Math.abs(slopes[i]! - numeric) / size).toBeLessThan(1e-5);
        }
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});

describe("what a formula is made of", () => {
  it.each([
    [bin(a, "/", b), false, true],
    [bin(a, "/", n(2)), false, false],
    [call("log", call("max", a, b)), true, false],
    [neg(bin(n(1), "-", call("min", a, n(2)))), true, false],
    [call("mean", a, bin(n(1), "/", neg(b))), false, true],
    [call("log", a), false, false],
  ])("formula %#", (tree, kink, ratio) => {
    expect(hasKink(tree)).toBe(kink);
    expect(dividesByName(tree)).toBe(ratio);
  });
});

describe("a weighted sum", () => {
  it.each([
    ["a number", n(4)],
    ["a name", a],
    ["weights before and behind", bin(bin(n(0.5), "*", a), "-", bin(b, "*", n(2)))],
    ["division by a number", bin(bin(a, "+", n(1)), "/", bin(n(2), "*", n(3)))],
    ["a negation", neg(bin(a, "+", b))],
    ["mean", call("mean", a, bin(b, "*", n(2)), n(3))],
    ["what is worked out of numbers alone", bin(bin(a, "*", call("log", n(2))), "+", call("max", n(1), n(2)))],
    ["a mean in a mean", call("mean", call("mean", a, b), c)],
  ])("is %s", (_, tree) => {
    expect(isAffine(tree)).toBe(true);
  });

  it.each([
    ["a product of names", bin(a, "*", b)],
    ["a square", bin(a, "*", a)],
    ["division by a name", bin(n(1), "/", a)],
    ["a quotient of names", bin(a, "/", b)],
    ["log", call("log", a)],
    ["min", call("min", a, n(3))],
    ["max", call("max", a, b)],
    ["a sum with a kink in it", bin(a, "+", call("min", b, c))],
    ["a mean with a product in it", call("mean", a, bin(b, "*", c))],
    ["a negation of a quotient", neg(bin(a, "/", b))],
    ["a kink in what is divided", bin(call("max", a, b), "/", n(2))],
  ])("is not %s", (_, tree) => {
    expect(isAffine(tree)).toBe(false);
  });

  it("has the same gradient everywhere", () => {
    const tree = bin(call("mean", a, neg(b)), "-", bin(c, "/", n(4)));
    expect(isAffine(tree)).toBe(true);
    fc.assert(
      fc.property(fc.record({ a: fc.integer(), b: fc.integer(), c: fc.integer() }), (bindings) => {
        expect(gradient(tree, bindings, ["a", "b", "c"])).toEqual([0.5, -0.5, -0.25]);
      }),
      { seed: 20261122 },
    );
  });
});
