import type { Audit } from "../audit/types.ts";
import { textCell } from "../framework/text-cell.ts";
import { csvText } from "../interview/csv.ts";
import { cleanDeep } from "./clean.ts";
import { type LongCell, longTable } from "./estimates/columns.ts";
import { unrounded } from "./numbers.ts";

/** Every published number, one a row, with a header: RFC 4180 in UTF-8, but lines end with "\n". */
export function renderCsv(audit: Audit): string {
  const { headers, rows } = longTable(cleanDeep(audit));
  return csvText({ headers, rows: rows.map((cells) => cells.map(cellText)) });
}

/** A text that a spreadsheet would run is made a text again; a number stays a number, below nought too. */
function cellText(cell: LongCell): string {
  if (cell === null) return "";
  return typeof cell === "number" ? unrounded(cell) : textCell(cell);
}
