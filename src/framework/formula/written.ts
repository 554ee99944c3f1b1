import type { CompositeDocument } from "../document.ts";

/** A formula of a composite for one audience, and the key under which it is written. */
export interface AudienceFormula {
  readonly audience: string;
  readonly formula: string;
  readonly by: "formula" | "weights" | "all";
}

/**
 * What a composite says by audience: its formula for all, its formulas by audience, or its weights as arithmetic. Those
 * for audiences that are not among `audiences` as well, so that a misspelt one can be spoken of.
 */
export function formulasOf(
  { formula, weights }: Pick<CompositeDocument, "formula" | "weights">,
  audiences: readonly string[],
): readonly AudienceFormula[] {
  if (typeof formula === "string") return audiences.map((audience) => ({ audience, formula, by: "all" }));
  if (formula !== undefined)
    return Object.entries(formula).map(([audience, own]) => ({ audience, formula: own, by: "formula" }));
  return Object.entries(weights ?? {}).map(([audience, own]) => ({
    audience,
    formula: weightedSum(own),
    by: "weights",
  }));
}

/** Weights as a formula: `0.3 * competence + 0.7 * integrity`. */
function weightedSum(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([name, weight]) => `${weight} * ${name}`)
    .join(" + ");
}
