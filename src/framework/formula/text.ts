import type { FormulaNode } from "../../numeric/formula.ts";

/** How tightly a sign binds; what binds less stands in parentheses. */
const BINDS = { "+": 1, "-": 1, "*": 2, "/": 2 } as const;
const NEGATED = 3;
const WHOLE = 4;

/** A tree as it would be written, with no more parentheses than it needs: "mean((5 - a) / 4, b / 3)". */
export function formulaText(tree: FormulaNode): string {
  switch (tree.kind) {
    case "number":
      return String(tree.value);
    case "name":
      return tree.name;
    case "negate":
      return `-${inside(tree.operand, NEGATED)}`;
    case "binary": {
      const binds = BINDS[tree.op];
      // a - (b - c) and a / (b / c) are not the same without parentheses.
      return `${inside(tree.left, binds)} ${tree.op} ${inside(tree.right, binds + 1)}`;
    }
    case "call":
      return `${tree.fn}(${tree.args.map(formulaText).join(", ")})`;
  }
}

function inside(tree: FormulaNode, least: number): string {
  const text = formulaText(tree);
  return bindingOf(tree) < least ? `(${text})` : text;
}

function bindingOf(tree: FormulaNode): number {
  if (tree.kind === "binary") return BINDS[tree.op];
  return tree.kind === "negate" || (tree.kind === "number" && tree.value < 0) ? NEGATED : WHOLE;
}
