import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import type { FormDocument } from "../document.ts";
import type { ItemEntry, LintContext } from "./context.ts";
import { resolveAll } from "./resolve.ts";
import { isOpinion, ONE_REVERSED_IN } from "./reversed.ts";

/** A form, its place, and the items it asks. */
interface FormEntry {
  readonly form: FormDocument;
  readonly index: number;
  readonly items: readonly ItemEntry[];
}

/** FW075: a form that leaves a dimension without any item, so that composites over it have no score. */
export function* formsCoverDimensions(context: LintContext): Iterable<Complaint> {
  for (const { form, index, items } of formsOf(context)) {
    // An item whose dimension cannot be told may be the one that seems to be missing.
    if (items.some(({ item, dimensionId }) => item.dimension !== undefined && dimensionId === undefined)) continue;
    const covered = new Set(items.map(({ dimensionId }) => dimensionId));
    const left = context.dimensions.filter(
      ({ dimension, items: own }) =>
        dimension.optional !== true && dimension.supplementary !== true && own.length > 0 && !covered.has(dimension.id),
    );
    if (left.length === 0) continue;
    yield {
      code: "FW075",
      severity: "warning",
      path: ["forms", index, "items"],
      on: "key",
      message: `The form ${quote(form.id)} asks nothing about ${left.map(({ dimension }) => dimension.id).join(", ")}.`,
      help: "Add an item of each; a composite without one of its dimensions has no score.",
    };
  }
}

/** FW076: a form with fewer than one reverse-keyed item in five, though the framework has enough of them. */
export function* formsKeepReversedItems(context: LintContext): Iterable<Complaint> {
  const available = context.items.filter((entry) => isOpinion(entry) && entry.item.reverse === true).length;
  for (const { form, index, items } of formsOf(context)) {
    const opinions = items.filter(isOpinion);
    const reversed = opinions.filter(({ item }) => item.reverse === true).length;
    const needed = Math.ceil(opinions.length / ONE_REVERSED_IN);
    // Where the framework itself has too few, FW057 says so.
    if (opinions.length < ONE_REVERSED_IN || reversed >= needed || available < needed) continue;
    yield {
      code: "FW076",
      severity: "warning",
      path: ["forms", index, "items"],
      on: "key",
      message: `${reversed} of ${opinions.length} opinion items in the form ${quote(form.id)} ${reversed === 1 ? "is" : "are"} reverse-keyed.`,
      help: `Take at least ${needed} that are, in place of others of the same dimensions.`,
    };
  }
}

/** The forms whose items can all be told. */
function formsOf({ document, items }: LintContext): FormEntry[] {
  const known = new Set(items.map(({ item }) => item.id));
  return (document.forms ?? []).flatMap((form, index) => {
    const asked = resolveAll(form.items, known);
    return asked === undefined ? [] : [{ form, index, items: items.filter(({ item }) => asked.has(item.id)) }];
  });
}
