import type { OutlookResult } from "../audit/types.ts";
import type { CostRule, Outlook } from "../framework/types.ts";
import { evaluate } from "../numeric/formula.ts";

/** What is at stake, in words; a cost only where the user gave every figure of its formula and it comes to a number. */
export function outlookOf(outlook: Outlook | null, figures: ReadonlyMap<string, number>): OutlookResult | null {
  if (outlook === null) return null;
  const { title, about, parts, costs } = outlook;
  return { title, about: about ?? null, parts, costs: costs.map((rule) => costOf(rule, figures)) };
}

function costOf(rule: CostRule, given: ReadonlyMap<string, number>): OutlookResult["costs"][number] {
  const { id, title, formula, tree, note } = rule;
  const figures = [...rule.figures].map(([name, what]) => ({ name, title: what, value: given.get(name) ?? null }));
  const bindings = Object.fromEntries(figures.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));
  // A figure that was not given is an unbound name, and makes the whole NaN.
  const value = evaluate(tree, bindings);
  return { id, title, value: Number.isFinite(value) ? value : null, formula, figures, note: note ?? null };
}
