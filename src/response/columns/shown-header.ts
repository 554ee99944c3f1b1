import { cutMiddle } from "../../problems/cut.ts";
import { quote } from "../../problems/quote.ts";
import type { TableHead } from "../table-head.ts";
import { isPersonal, LIKE_A_NAME, personalLabel } from "./column-kinds.ts";
import { gridRows } from "./item-index.ts";
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

/** What the export says was asked in a column, where that is more than its header; else null, as of the survey tool's own columns. */
export function questionOf(head: Pick<TableHead, "headers" | "wordings" | "known">, at: number): string | null {
  if (head.known[at] != null) return null;
  const header = head.headers[at] ?? "";
  const question = head.wordings[at]?.[0]?.trim() ?? "";
  const isSaid = normaliseWording(header).includes(normaliseWording(question));
  return question === "" || isSaid || question.includes("@") || [header, question].some(isPersonal) ? null : question;
}

/** `4 ("Team")`, `18 ("Q4_1", "News reaches us in time.")`: a column by its number and what tells it from others. */
export function shownColumn(head: Pick<TableHead, "headers" | "wordings" | "known">, at: number): string {
  const header = head.headers[at] ?? "";
  if (header === "") return String(at + 1);
  const question = questionOf(head, at);
  const asked = question === null ? "" : `, ${quote(tellingPart(question, LONGEST))}`;
  return `${at + 1} (${shownHeader(header)}${asked})`;
}

/** Two capitalised words or more and nothing else. Much else is written so: where a header must be told, it is no reason to be silent. */
export function looksLikeName(text: string): boolean {
  return LIKE_A_NAME.test(text.trim());
}

/** A first row with bare numbers or addresses in it may be somebody's answers. */
export function mayBeAnswers(headers: readonly string[]): boolean {
  return headers.some((header) => header.includes("@") || /^[-+]?\d[\d.,:/ -]*$/.test(header.trim()));
}

/** Of some columns, those whose headers may be shown where they may be a person's answers: none where the row looks so, and nothing like a name. */
export function harmlessHeaders(headers: readonly string[], places: readonly number[]): readonly number[] {
  if (mayBeAnswers(headers)) return [];
  return places.filter((at) => !looksLikeName(headers[at] ?? ""));
}
