import { meanOfKept } from "../framework/formula/mean.ts";
import type { Composite } from "../framework/types.ts";
import { evaluate, type FormulaNode } from "../numeric/formula.ts";

/** A formula worked out on one respondent's own scores. */
export interface OwnValue {
  readonly terms: readonly { readonly name: string; readonly value: number | null }[];
  /** Null when a score is missing or the arithmetic has no result. */
  readonly value: number | null;
  /** Names that a mean which skips what is missing is made without. */
  readonly left: readonly string[];
}

/** scoreOf: of a dimension, in its item metric; null: none. */
export function ownValue(
  { tree, inputs, skipMissing }: Pick<Composite, "tree" | "inputs" | "skipMissing">,
  scoreOf: (dimension: string) => number | null,
): OwnValue {
  const terms = inputs.map((name) => ({ name, value: scoreOf(name) }));
  const left = skipMissing ? terms.filter((term) => term.value === null).map((term) => term.name) : [];
  const bindings = Object.fromEntries(terms.map((term) => [term.name, term.value ?? Number.NaN]));
  const value = left.length > 0 && left.length === terms.length ? Number.NaN : evaluate(without(tree, left), bindings);
  return { terms, left, value: Number.isFinite(value) ? value : null };
}

/** A mean without the terms of some names. */
function without(tree: FormulaNode, names: readonly string[]): FormulaNode {
  return names.length === 0 ? tree : meanOfKept(tree, (name) => !names.includes(name));
}
