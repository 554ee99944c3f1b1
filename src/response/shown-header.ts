import { quote } from "../problems/quote.ts";
import { personalLabel } from "./column-kinds.ts";

/** A header as it may be printed: in quotation marks, without what it tells of a person. */
export function shownHeader(header: string): string {
  if (header.includes("@")) return "(an e-mail address)";
  const label = personalLabel(header);
  return quote(label === null ? header : `${label}: …`);
}
