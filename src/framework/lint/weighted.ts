import type { FormulaNode } from "../../numeric/formula.ts";
import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import { endsOf, type Range } from "../ends.ts";
import { meanTerms } from "../formula/mean.ts";
import { parseFormula } from "../formula/parse.ts";
import { formulasOf } from "../formula/written.ts";
import type { LintContext } from "./context.ts";
import { rangesOf } from "./ranges.ts";

/** Weights are written with two or three decimals; what is farther from 1 than rounding can be is a slip. */
const ROUNDING = 1e-6;

/** FW112: a composite with neither formula nor weights, or with both. */
export function* oneKindOfFormula({ document }: LintContext): Iterable<Complaint> {
  for (const [index, { id, formula, weights }] of document.composites.entries()) {
    if ((formula === undefined) !== (weights === undefined)) continue;
    const found = formula === undefined ? "neither" : "both";
    yield {
      code: "FW112",
      path: ["composites", index, "id"],
      message: `The composite ${quote(id)} must have one of \`formula\` and \`weights\`, and it has ${found}.`,
      help: 'Write `formula: "mean(a, b)"`, or `weights: { customers: { a: 0.6, b: 0.4 } }`.',
    };
  }
}

/** FW114: weights of an audience that do not sum to 1. */
export function* weightsSumToOne({ document }: LintContext): Iterable<Complaint> {
  for (const [index, { id, weights = {} }] of document.composites.entries()) {
    for (const [audience, own] of Object.entries(weights)) {
      const sum = Object.values(own).reduce((total, weight) => total + weight, 0);
      if (Math.abs(sum - 1) <= ROUNDING) continue;
      yield {
        code: "FW114",
        path: ["composites", index, "weights", audience],
        on: "key",
        message: `The weights of ${quote(id)} for ${quote(audience)} sum to ${Number(sum.toFixed(4))}, not to 1.`,
        help: "Change the weights so that they sum to 1.",
      };
    }
  }
}

/**
 * FW117: `skip_missing` on anything but a mean of terms that each name one dimension and go between the same two ends: what
 * is left out would change the meaning.
 */
export function* skipsOnlyFromAMean(context: LintContext): Iterable<Complaint> {
  const ids = context.document.audiences.map((audience) => audience.id);
  const ranges = rangesOf(context);
  for (const [index, composite] of context.document.composites.entries()) {
    if (composite.skip_missing !== true) continue;
    const formulas = new Set(formulasOf(composite, ids).map(({ formula }) => formula));
    const trees = [...formulas].flatMap((formula) => {
      const parsed = parseFormula(formula);
      return "fault" in parsed ? [] : [parsed.tree];
    });
    const isMean = (tree: FormulaNode) => isPlainMean(tree, ranges, context.compositeIds);
    if (composite.weights === undefined && trees.every(isMean)) continue;
    yield {
      code: "FW117",
      path: ["composites", index, "skip_missing"],
      on: "key",
      message: `${quote(composite.id)} skips what is missing, and it is no mean of terms that each name one dimension and have the same ends.`,
      help: 'Write `formula: "mean(a, b, c)"` over dimensions with the same ends and direction, bring each to one scale, as in "mean((5 - a) / 4, b / 3)", or remove `skip_missing`.',
    };
  }
}

function isPlainMean(tree: FormulaNode, ranges: ReadonlyMap<string, Range>, composites: ReadonlySet<string>): boolean {
  const terms = meanTerms(tree);
  if (terms === null || terms.some(({ name }) => composites.has(name))) return false;
  // A name that is not known is spoken of elsewhere.
  const known = terms.filter(({ name }) => ranges.has(name)).map((term) => endsOf(term.tree, ranges));
  const [first] = known;
  return known.every(({ worst, best }) => isNear(worst, first?.worst) && isNear(best, first?.best));
}

function isNear(one: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(one - other) <= ROUNDING;
}
