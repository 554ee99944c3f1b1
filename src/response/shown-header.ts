import { cutMiddle } from "../problems/cut.ts";
import { quote } from "../problems/quote.ts";
import { isPersonal, personalLabel } from "./column-kinds.ts";
import { gridRows } from "./item-index.ts";
import type { TableHead } from "./table-head.ts";
import { normaliseWording } from "./wording.ts";

/** As many characters as a quotation shows. */
const LONGEST = 48;

/** A header as it may be printed: in quotation marks, without what it tells of a person. */
export function shownHeader(header: string): string {
  if (header.includes("@")) return "(an e-mail address)";
  const label = personalLabel(header);
  return quote(label === null ? tellingPart(header, LONGEST) : `${label}: …`);
}

/** What tells a header from its neighbours: all of a short one, the row of a grid question, else its two ends. */
export function tellingPart(header: string, longest: number): string {
  if ([...header].length <= longest) return header;
  const [row] = gridRows(header);
  return row === undefined || row.trim() === "" ? cutMiddle(header, longest) : `…[${cutMiddle(row, longest - 3)}]`;
}

/** What the export says was asked in a column, where that is more than its header; else null. */
export function questionOf(head: Pick<TableHead, "headers" | "wordings">, at: number): string | null {
  const header = head.headers[at] ?? "";
  const question = head.wordings[at]?.[0]?.trim() ?? "";
  const isSaid = normaliseWording(header).includes(normaliseWording(question));
  return question === "" || isSaid || question.includes("@") || [header, question].some(isPersonal) ? null : question;
}
