import { quote } from "../../problems/quote.ts";
import type { Complaint, Path } from "../complaint.ts";
import type { CompositeDocument } from "../document.ts";
import { parseFormula } from "../formula/parse.ts";
import { namesOf } from "../formula/tree.ts";
import { type AudienceFormula, formulasOf } from "../formula/written.ts";
import { canTellWhoIsAsked, isAsked } from "./audiences.ts";
import type { DimensionEntry, LintContext } from "./context.ts";

/** A composite's formula for one audience, and the dimensions in it once those of composites are put in. */
interface Effective extends AudienceFormula {
  readonly inputs: readonly string[];
}

/** FW113: an audience for which a composite has no formula; of the headline, or of one that then has none, an error. */
export function* everyAudienceHasAFormula(context: LintContext): Iterable<Complaint> {
  const { composites, headline, audiences } = context.document;
  const ids = audiences.map(({ id }) => id);
  // A formula for an audience that does not exist is the one that seems to be missing.
  if (composites.some((one) => formulasOf(one, ids).some(({ audience }) => !ids.includes(audience)))) return;
  const effective = effectiveFormulas(context);
  for (const [index, composite] of composites.entries()) {
    const own = formulasOf(composite, ids);
    if (own.length === 0) continue;
    const found = effective.get(composite.id) ?? [];
    const missing = ids.filter((id) => !found.some(({ audience }) => audience === id));
    if (missing.length === 0) continue;
    const isNeeded = composite.id === headline || found.length === 0;
    yield {
      code: "FW113",
      severity: isNeeded ? "error" : "warning",
      path: placeOf(index, composite),
      on: "key",
      message: `The composite ${quote(composite.id)} has no formula for ${missing.join(", ")}.`,
      help: "Give one for each audience; a composite it names must have one for that audience, too.",
    };
  }
}

/** FW115: a composite of a dimension that is asked beside. */
export function* supplementaryStaysOutside(context: LintContext): Iterable<Complaint> {
  const { composites, audiences, dimensions } = context.document;
  const beside = new Set(dimensions.filter(({ supplementary }) => supplementary === true).map(({ id }) => id));
  if (beside.size === 0) return;
  const ids = audiences.map(({ id }) => id);
  for (const [index, composite] of composites.entries()) {
    const formulas = new Set(formulasOf(composite, ids).map(({ formula }) => formula));
    const name = [...formulas].flatMap(namesIn).find((one) => beside.has(one));
    if (name === undefined) continue;
    yield {
      code: "FW115",
      path: placeOf(index, composite),
      on: "key",
      message: `The composite ${quote(composite.id)} uses ${quote(name)}, which is supplementary and stands outside every composite.`,
      help: "Leave it out of the formula, or remove `supplementary` from the dimension.",
    };
  }
}

/** FW116: a composite that nobody, or an audience with a formula of its own, is asked enough for. */
export function* formulasAreAsked(context: LintContext): Iterable<Complaint> {
  if (!canTellWhoIsAsked(context)) return;
  const { composites, headline, audiences } = context.document;
  const effective = effectiveFormulas(context);
  for (const [index, composite] of composites.entries()) {
    const own = effective.get(composite.id) ?? [];
    const unasked = own.flatMap(({ audience, inputs, by }) => {
      const missing = unaskedOf(context, inputs, audience);
      const enough = composite.skip_missing === true ? missing.length < inputs.length : missing.length === 0;
      return enough ? [] : [{ audience, missing, by }];
    });
    const [first] = unasked;
    // One formula for all may be for some only, as long as the report has something to lead with.
    const isFine = first?.by === "all" && composite.id !== headline && unasked.length < audiences.length;
    if (first === undefined || isFine) continue;
    yield {
      code: "FW116",
      path: first.by === "all" ? placeOf(index, composite) : [...placeOf(index, composite), first.audience],
      on: "key",
      message: `The composite ${quote(composite.id)} needs ${first.missing.join(", ")}, and ${quote(first.audience)} is not asked about it.`,
      help: "Give each audience a formula over the dimensions it is asked: `formula: { customers: …, employees: … }`.",
    };
  }
}

function unaskedOf({ dimensions }: LintContext, inputs: readonly string[], audience: string): readonly string[] {
  const isMissing = ({ dimension, items }: DimensionEntry) =>
    inputs.includes(dimension.id) &&
    dimension.supplementary !== true &&
    items.length > 0 &&
    !isAsked({ dimension, items, index: 0 }, audience);
  return dimensions.filter(isMissing).map(({ dimension }) => dimension.id);
}

/** By composite id: the formulas that have a value, audience by audience, as far as names are known. */
function effectiveFormulas({ document, dimensionIds }: LintContext): ReadonlyMap<string, readonly Effective[]> {
  const ids = document.audiences.map(({ id }) => id);
  const found = new Map<string, readonly Effective[]>();
  const composites = new Set(document.composites.map(({ id }) => id));
  const named = new Map<string, readonly string[]>();
  for (const composite of document.composites) {
    const own = formulasOf(composite, ids).flatMap((one): Effective[] => {
      const names = named.get(one.formula) ?? namesIn(one.formula);
      named.set(one.formula, names);
      const parts = names.map((name): readonly string[] | undefined => {
        if (dimensionIds.has(name)) return [name];
        // What is no name at all, or stands further down, is spoken of elsewhere.
        if (!composites.has(name) || !found.has(name)) return [];
        return found.get(name)?.find(({ audience }) => audience === one.audience)?.inputs;
      });
      if (parts.includes(undefined)) return [];
      return [{ ...one, inputs: [...new Set(parts.flatMap((part) => part ?? []))] }];
    });
    if (!found.has(composite.id)) found.set(composite.id, own);
  }
  return found;
}

function namesIn(formula: string): readonly string[] {
  const parsed = parseFormula(formula);
  return "fault" in parsed ? [] : namesOf(parsed.tree);
}

/** The key under which a composite says how it is made. */
function placeOf(index: number, { formula, weights }: CompositeDocument): Path {
  return ["composites", index, formula === undefined && weights !== undefined ? "weights" : "formula"];
}
