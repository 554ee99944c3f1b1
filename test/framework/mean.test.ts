import { describe, expect, it } from "vitest";
import { meanOfKept, meanTerms } from "../../src/framework/formula/mean.ts";
import { parseFormula } from "../../src/framework/formula/parse.ts";
import { formulaText } from "../../src/framework/formula/text.ts";

function tree(formula: string) {
  const parsed = parseFormula(formula);
  return "fault" in parsed ? expect.fail(parsed.fault.message) : parsed.tree;
}

describe("the terms of a mean", () => {
  it.each([
    ["mean(a, b)", ["a", "b"]],
    ["mean((5 - a) / 4, b / 3)", ["a", "b"]],
    ["mean(a + a, b)", ["a", "b"]],
    ["mean(a + b, c)", null],
    ["mean(a, 6 - a)", null],
    ["mean(a, 1)", null],
    ["min(a, b)", null],
    ["a + b", null],
  ])("%s: %j", (formula, names) => {
    expect(meanTerms(tree(formula))?.map(({ name }) => name) ?? null).toEqual(names);
  });

  it("are left out whole", () => {
    expect(formulaText(meanOfKept(tree("mean((5 - a) / 4, b / 3, c)"), (name) => name !== "b"))).toBe(
      "mean((5 - a) / 4, c)",
    );
    expect(formulaText(meanOfKept(tree("a + b"), () => false))).toBe("a + b");
  });
});

describe("a formula in words", () => {
  it.each([
    "mean((5 - a) / 4, b / 3)",
    "a - (b - c)",
    "a - b - c",
    "a / (b / c)",
    "a / (b * c)",
    "(a + b) * c",
    "-(a + b)",
    "-a * b",
    "max(a, -b)",
    "0.3 * a + 0.7 * b",
  ])("%s comes back as it was written", (formula) => expect(formulaText(tree(formula))).toBe(formula));
});
