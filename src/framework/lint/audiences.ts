import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import type { DimensionEntry, ItemEntry, LintContext } from "./context.ts";

/**
 * FW037: an item without a wording for an audience that is asked the rest of its dimension. A dimension whose items are
 * all worded for the same audiences is not asked of the others, and neither is an item outside every dimension.
 */
export function* everyAudienceHasAText({ document, items, dimensions }: LintContext): Iterable<Complaint> {
  const audiences = document.audiences.map((audience) => audience.id);
  for (const { item, index, dimensionId } of items) {
    const dimension = dimensions.find((one) => one.dimension.id === dimensionId);
    if (dimension === undefined || item.optional === true) continue;
    // A text for an audience that does not exist is the text that seems to be missing.
    if (typeof item.text !== "string" && Object.keys(item.text).some((id) => !audiences.includes(id))) continue;
    const missing = audiences.filter((id) => !hasText({ item }, id) && isAsked(dimension, id));
    if (missing.length === 0) continue;
    yield {
      code: "FW037",
      path: ["items", index, "text"],
      on: "key",
      message: `The item ${quote(item.id)} has no text for ${missing.join(", ")}.`,
      help: "Add one, or make the item `optional: true`. A dimension is asked of those for whom its items have a text.",
    };
  }
}

/** FW110: an audience that no dimension is asked of. */
export function* everyAudienceIsAsked(context: LintContext): Iterable<Complaint> {
  const { document, dimensions } = context;
  if (!canTellWhoIsAsked(context) || dimensions.every(({ items }) => items.length === 0)) return;
  for (const [index, { id }] of document.audiences.entries()) {
    if (dimensions.some((dimension) => isAsked(dimension, id))) continue;
    yield {
      code: "FW110",
      path: ["audiences", index, "id"],
      message: `The audience ${quote(id)} is asked nothing that is scored.`,
      help: "Give items of a dimension a text for it, or remove the audience.",
    };
  }
}

/** False where an item's dimension, or the audience of a text, cannot be told: it may be the one that seems to be missing. */
export function canTellWhoIsAsked({ document, items }: LintContext): boolean {
  const known = new Set(document.audiences.map(({ id }) => id));
  return items.every(
    ({ item, dimensionId }) =>
      (item.dimension === undefined || dimensionId !== undefined) &&
      (typeof item.text === "string" || Object.keys(item.text).every((id) => known.has(id))),
  );
}

/** True when the dimension has an item with a text for this audience. */
export function isAsked({ items }: DimensionEntry, audience: string): boolean {
  return items.some((entry) => hasText(entry, audience));
}

/** True when the item has a text for this audience: its own, or the one for all. */
export function hasText({ item }: Pick<ItemEntry, "item">, audience: string): boolean {
  return typeof item.text === "string" || Object.hasOwn(item.text, audience);
}
