import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../../src/framework/formula/interval.ts";
import { parseFormula } from "../../src/framework/formula/parse.ts";
import { expand, expandedSize, namesOf } from "../../src/framework/formula/tree.ts";
import { evaluate, type FormulaNode } from "../../src/numeric/formula.ts";

function tree(text: string): FormulaNode {
  const parsed = parseFormula(text);
  if ("fault" in parsed) throw new Error(parsed.fault.message);
  return parsed.tree;
}

/** Written with every bracket, so that reading it back needs no rule of precedence. */
function print(node: FormulaNode): string {
  switch (node.kind) {
    case "number":
      return String(node.value);
    case "name":
      return node.name;
    case "negate":
      return `(-${print(node.operand)})`;
    case "binary":
      return `(${print(node.left)} ${node.op} ${print(node.right)})`;
    case "call":
      return `${node.fn}(${node.args.map(print).join(", ")})`;
  }
}

const trees = fc.letrec<{ node: FormulaNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.record({ kind: fc.constant("number" as const), value: fc.integer({ min: 0, max: 400 }).map((n) => n / 8) }),
    fc.record({ kind: fc.constant("name" as const), name: fc.constantFrom("a", "b_1", "trust", "minimum") }),
    fc.record({ kind: fc.constant("negate" as const), operand: tie("node") }),
    fc.record({
      kind: fc.constant("binary" as const),
      op: fc.constantFrom("+" as const, "-" as const, "*" as const, "/" as const),
      left: tie("node"),
      right: tie("node"),
    }),
    fc.record({
      kind: fc.constant("call" as const),
      fn: fc.constantFrom("min" as const, "max" as const, "mean" as const),
      args: fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("call" as const), fn: fc.constant("log" as const), args: fc.tuple(tie("node")) }),
  ),
})).node;

const seeded = { seed: 20261122, numRuns: 300 };

describe("parseFormula", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["8 / 4 / 2", 1],
    ["8 - 4 - 2", 2],
    ["-2 * -3", 6],
    ["2 - -3", 5],
    ["-(1 + 2)", -3],
    ["min(3, 1, 2) + max(3, 1, 2)", 4],
    ["mean(1, 2, 6)", 3],
    ["log(1)", 0],
    [".5 * 4", 2],
    ["0.25*8", 2],
    ["a / (b + c)", 0.5],
  ])("%s is %d", (text, value) => {
    expect(evaluate(tree(text), { a: 3, b: 2, c: 4 })).toBeCloseTo(value, 12);
  });

  it.each([
    ["", 0],
    ["1 +", 2],
    ["1 + * 2", 4],
    ["+1", 0],
    ["(1", 1],
    ["1)", 1],
    ["a b", 0],
    ["a, b", 0],
    ["a ? 1 : 2", 2],
    ["a = 1", 2],
    ["a == 1", 2],
    ["a && b", 2],
    ["!a", 0],
    ["a % 2", 2],
    ["a ^ 2", 2],
    ["a ** 2", 3],
    ["a.b", 1],
    ["a[0]", 1],
    ["'a'", 0],
    ["`a`", 0],
    ["[1]", 0],
    ["{a}", 0],
    ["1e9", 0],
    ["0x1f", 0],
    ["2a", 0],
    ["a$", 1],
    ["sum(a)", 0],
    ["constructor(a)", 0],
    ["1 + sqrt(a)", 4],
    ["log()", 0],
    ["log(a, b)", 0],
    ["min()", 0],
    ["(a)(b)", 1],
    ["a; b", 1],
    ["é", 0],
  ])("refuses %j at %i", (text, offset) => {
    const parsed = parseFormula(text);
    expect("fault" in parsed ? parsed.fault.offset : parsed).toBe(offset);
  });

  it("takes true, false, null and this for names", () => {
    expect(namesOf(tree("true + false + null + this"))).toEqual(["true", "false", "null", "this"]);
  });

  it("suggests the function that was meant", () => {
    expect(parseFormula("meen(a)")).toMatchObject({ fault: { suggestion: "mean", offset: 0, length: 4 } });
  });

  it("reads back what is printed, and knows where the names stand", () => {
    fc.assert(
      fc.property(trees, (node) => {
        const text = print(node);
        const parsed = parseFormula(text);
        if ("fault" in parsed) throw new Error(`${text}: ${parsed.fault.message}`);
        expect(parsed.tree).toEqual(node);
        for (const [one, offset] of parsed.offsets) {
          const written = one.kind === "name" ? one.name : one.kind === "call" ? one.fn : "/";
          expect(text.slice(offset, offset + written.length)).toBe(written);
        }
      }),
      seeded,
    );
  });
});

describe("boundsOf", () => {
  const between = fc.tuple(
    fc.integer({ min: -50, max: 50 }),
    fc.integer({ min: 0, max: 50 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  const point = fc.record({ a: between, b_1: between, trust: between, minimum: between });

  it("holds every value of the formula, unless it warns of a hazard", () => {
    fc.assert(
      fc.property(trees, point, (node, at) => {
        const names = Object.entries(at);
        const ranges = new Map(names.map(([name, [low, width]]) => [name, { low, high: low + width }]));
        const values = Object.fromEntries(names.map(([name, [low, width, share]]) => [name, low + width * share]));
        const { interval, hazards } = boundsOf(node, ranges);
        if (hazards.length > 0) return;
        const value = evaluate(node, values);
        const slack = 1e-9 * Math.max(1, Math.abs(value));
        expect(value).toBeGreaterThanOrEqual(interval.low - slack);
        expect(value).toBeLessThanOrEqual(interval.high + slack);
      }),
      seeded,
    );
  });

  it.each([
    ["1 / a", ["division"]],
    ["1 / (a - 1)", ["division"]],
    ["1 / (a + 1)", []],
    ["log(a)", ["log"]],
    ["log(a + 1)", []],
    ["1 / log(a + 1)", ["division"]],
    ["1 / a + log(0 - a)", ["division", "log"]],
  ])("%s over 0 to 4", (text, expected) => {
    const { hazards } = boundsOf(tree(text), new Map([["a", { low: 0, high: 4 }]]));
    expect(hazards.map((hazard) => hazard.kind)).toEqual(expected);
  });

  it("is exact where no name appears twice", () => {
    const ranges = new Map(["c", "r", "i", "s"].map((name) => [name, { low: 1, high: 5 }]));
    const { interval } = boundsOf(tree("(c + r + i) / s"), ranges);
    expect(interval).toEqual({ low: 0.6, high: 15 });
  });
});

describe("expand", () => {
  it("writes a formula over dimensions alone, as large as was reckoned", () => {
    const symptoms = tree("mean(a, b)");
    const composites = new Map([["symptoms", symptoms]]);
    const node = tree("0.5 * symptoms + 0.5 * c");
    expect(expand(node, composites)).toEqual(tree("0.5 * mean(a, b) + 0.5 * c"));
    expect(namesOf(expand(node, composites))).toEqual(["a", "b", "c"]);
    expect(expandedSize(node, new Map([["symptoms", expandedSize(symptoms, new Map())]]))).toBe(9);
  });
});
