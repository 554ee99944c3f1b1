import type { Audit } from "../audit/types.ts";
import { csvText } from "../interview/csv.ts";
import { cleanDeep } from "./clean.ts";
import { cellText, longTable } from "./estimates/columns.ts";

/** Every published number, one a row, with a header: RFC 4180 in UTF-8, but lines end with "\n". */
export function renderCsv(audit: Audit): string {
  const { headers, rows } = longTable(cleanDeep(audit));
  return csvText({ headers, rows: rows.map((cells) => cells.map(cellText)) });
}
