import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import { measuresAgreement } from "../measures.ts";
import type { ItemEntry, LintContext } from "./context.ts";

/** At least one item in so many is reverse-keyed, or a habit of agreeing is read as an opinion. */
export const ONE_REVERSED_IN = 5;

/** FW056: a dimension of three or more opinion items that all point the same way. */
export function* dimensionsHaveReversedItems({ dimensions }: LintContext): Iterable<Complaint> {
  for (const { dimension, index, items } of dimensions) {
    const asksOpinions = items.length >= 3 && items.every(isOpinion);
    if (!asksOpinions || items.some(({ item }) => item.reverse === true)) continue;
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
  const opinions = items.filter(isOpinion);
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

/** True for an item of a dimension that is answered from disagreeing to agreeing; figures, practices, trends and stages are not. */
export function isOpinion(entry: ItemEntry): boolean {
  return entry.item.dimension !== undefined && isAgreement(entry);
}

/** True for an item that is answered from disagreeing to agreeing. */
export function isAgreement({ scale }: ItemEntry): boolean {
  return measuresAgreement(scale);
}
