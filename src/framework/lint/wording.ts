import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import { SECONDS_PER_ITEM } from "../minutes.ts";
import type { Scale } from "../types.ts";
import type { ItemEntry, LintContext } from "./context.ts";

const LONGEST_MINUTES = 12;
/** At least one item in so many is reverse-keyed, or a habit of agreeing is read as an opinion. */
const ONE_REVERSED_IN = 5;

/** FW037: an item that an audience is asked without a wording for it. */
export function* everyAudienceHasAText({ document, items, dimensions }: LintContext): Iterable<Complaint> {
  const audiences = document.audiences.map((audience) => audience.id);
  for (const entry of items) {
    const { item, index } = entry;
    const dimension = dimensions.find((one) => one.dimension.id === item.dimension);
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

/** FW056: a dimension of three or more opinion items that all point the same way. */
export function* dimensionsHaveReversedItems({ dimensions }: LintContext): Iterable<Complaint> {
  for (const { dimension, index, items } of dimensions) {
    const isOpinion = items.length >= 3 && items.every(({ scale }) => asksAgreement(scale));
    if (!isOpinion || items.some(({ item }) => item.reverse === true)) continue;
    yield {
      code: "FW056",
      severity: "warning",
      path: ["dimensions", index, "id"],
      message: `No item of ${quote(dimension.id)} is reverse-keyed, so agreeing out of habit looks like an opinion.`,
      help: "Word one item the other way round, and give it `reverse: true`.",
    };
  }
}

/** FW057: an opinion framework with fewer than one reverse-keyed item in five. */
export function* enoughReversedItems({ items }: LintContext): Iterable<Complaint> {
  const opinions = items.filter(({ item, scale }) => item.dimension !== undefined && asksAgreement(scale));
  const reversed = opinions.filter(({ item }) => item.reverse === true).length;
  if (opinions.length < ONE_REVERSED_IN || reversed * ONE_REVERSED_IN >= opinions.length) return;
  yield {
    code: "FW057",
    severity: "warning",
    path: ["items"],
    on: "key",
    message: `${reversed} of ${opinions.length} opinion items ${reversed === 1 ? "is" : "are"} reverse-keyed.`,
    help: `Make at least one in ${ONE_REVERSED_IN} reverse-keyed: ${Math.ceil(opinions.length / ONE_REVERSED_IN)} of them.`,
  };
}

/** An opinion scale is one from disagreeing to agreeing; figures, practices, trends and stages are none. */
function asksAgreement(scale: Scale | undefined): boolean {
  return scale?.kind === "coded" && scale.points.some((point) => /agree/i.test(point.label ?? ""));
}
