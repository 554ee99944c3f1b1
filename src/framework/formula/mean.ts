import type { FormulaNode } from "../../numeric/formula.ts";
import { namesOf } from "./tree.ts";

/** One term of a mean, and the one score that it is about. */
export interface MeanTerm {
  readonly name: string;
  readonly tree: FormulaNode;
}

/** The terms of `mean(…)` where each names one score, a different one each; null of every other formula. */
export function meanTerms(tree: FormulaNode): readonly MeanTerm[] | null {
  if (tree.kind !== "call" || tree.fn !== "mean") return null;
  const terms = tree.args.flatMap((term) => {
    const [name, ...others] = namesOf(term);
    return name === undefined || others.length > 0 ? [] : [{ name, tree: term }];
  });
  const isWhole = terms.length === tree.args.length && new Set(terms.map(({ name }) => name)).size === terms.length;
  return isWhole ? terms : null;
}

/** The mean of those terms alone whose score is kept; a formula that is no such mean stays as it is. */
export function meanOfKept(tree: FormulaNode, isKept: (name: string) => boolean): FormulaNode {
  const terms = meanTerms(tree);
  if (terms === null) return tree;
  return { kind: "call", fn: "mean", args: terms.filter(({ name }) => isKept(name)).map((term) => term.tree) };
}
