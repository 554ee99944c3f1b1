import { endsOf } from "../ends.ts";
import { meanOfKept } from "../formula/mean.ts";
import { formulaText } from "../formula/text.ts";
import { namesOf } from "../formula/tree.ts";
import type { Composite, CompositeFormula, Dimension } from "../types.ts";

/** True when an audience (null: nobody in particular) is asked a dimension. */
export type Asks = (dimension: string, audience: string | null) => boolean;

interface Fit {
  readonly dimensions: readonly Dimension[];
  /** Whose formulas are kept, in the order of the framework. */
  readonly audiences: readonly string[];
  readonly asks: Asks;
}

/**
 * The composite as far as it is asked: with the formulas of these audiences that still have all their inputs, or, where
 * missing inputs are skipped, any of them. Null when no formula is left.
 */
export function fitComposite(composite: Composite, fit: Fit): Composite | null {
  const { byAudience } = composite;
  if (byAudience === null) {
    // An input of one audience and an input of another never meet in a respondent.
    if (fit.audiences.every((audience) => fitFormula(composite, composite, { fit, audience }) === null)) return null;
    const together = fitFormula(composite, composite, { fit, audience: null });
    if (together === null || together === composite) return together === null ? null : composite;
    return { ...composite, ...together };
  }
  const kept = fit.audiences.flatMap((audience): [string, CompositeFormula][] => {
    const formula = byAudience.get(audience);
    const own = formula === undefined ? null : fitFormula(composite, formula, { fit, audience });
    return own === null ? [] : [[audience, own]];
  });
  const [first] = kept;
  if (first === undefined) return null;
  const isOne =
    kept.length === fit.audiences.length && new Set(kept.map(([, own]) => JSON.stringify(own.tree))).size === 1;
  return { ...composite, ...first[1], byAudience: isOne ? null : new Map(kept) };
}

/** A formula whose inputs are asked, as it is; of a mean that skips what is missing, without the others; else null. */
function fitFormula(
  { skipMissing }: Composite,
  formula: CompositeFormula,
  { fit, audience }: { readonly fit: Fit; readonly audience: string | null },
): CompositeFormula | null {
  const inputs = formula.inputs.filter((id) => fit.asks(id, audience));
  if (inputs.length === formula.inputs.length) return formula;
  if (!skipMissing || inputs.length === 0) return null;
  const tree = meanOfKept(formula.tree, (id) => inputs.includes(id));
  const ranges = new Map(fit.dimensions.map((dimension) => [dimension.id, dimension]));
  return { formula: formulaText(tree), tree, inputs: namesOf(tree), ...endsOf(tree, ranges) };
}
