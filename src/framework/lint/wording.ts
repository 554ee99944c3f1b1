import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import { SECONDS_PER_ITEM } from "../minutes.ts";
import type { ItemEntry, LintContext } from "./context.ts";

const LONGEST_MINUTES = 12;

/** FW037: an item that an audience is asked without a wording for it. */
export function* everyAudienceHasAText({ document, items, dimensions }: LintContext): Iterable<Complaint> {
  const audiences = document.audiences.map((audience) => audience.id);
  for (const entry of items) {
    const { item, index, dimensionId } = entry;
    const dimension = dimensions.find((one) => one.dimension.id === dimensionId);
    // A text for an audience that does not exist is the text that seems to be missing.
    if (typeof item.text !== "string" && Object.keys(item.text).some((id) => !audiences.includes(id))) continue;
    const missing = audiences
      .filter((id) => !hasText(entry, id))
      .filter((id) => {
        if (item.optional === true) return false;
        return dimension?.dimension.optional !== true || dimension.items.some((other) => hasText(other, id));
      });
    if (missing.length === 0) continue;
    yield {
      code: "FW037",
      path: ["items", index, "text"],
      on: "key",
      message: `The item ${quote(item.id)} has no text for ${missing.join(", ")}.`,
      help: "Add one. If these people are not asked it, make the item or its whole dimension `optional: true`.",
    };
  }
}

function hasText({ item }: ItemEntry, audience: string): boolean {
  return typeof item.text === "string" || Object.hasOwn(item.text, audience);
}

/** FW039: more questions than people answer with care, and no shorter form of them. */
export function* shortEnough({ document, items }: LintContext): Iterable<Complaint> {
  const most = (LONGEST_MINUTES * 60) / SECONDS_PER_ITEM;
  const coded = new Set(items.filter(({ scale }) => scale?.kind === "coded").map(({ item }) => item.id));
  const longest = Math.max(
    ...document.audiences.map(
      ({ id }) => items.filter((entry) => coded.has(entry.item.id) && hasText(entry, id)).length,
    ),
  );
  if (longest <= most || (document.forms ?? []).some((form) => form.items.length <= most)) return;
  yield {
    code: "FW039",
    severity: "warning",
    path: ["items"],
    on: "key",
    message: `${longest} questions take longer than ${LONGEST_MINUTES} minutes, and people tire.`,
    help: `Offer a form of at most ${Math.floor(most)} items under \`forms:\`.`,
  };
}
