import writeExcelFile from "write-excel-file/node";
import type { Audit } from "../audit/types.ts";
import { cleanDeep } from "./clean.ts";
import { longTable } from "./estimates/columns.ts";
import { withLocale } from "./locale.ts";
import { type HouseStyle, PLAIN_STYLE } from "./style.ts";
import { changesSheet, findingsSheet, planSheet } from "./xlsx/advice.ts";
import { itemsSheet } from "./xlsx/items.ts";
import { methodSheet, summarySheet } from "./xlsx/pages.ts";
import { groupsSheet, scoresSheet } from "./xlsx/scores.ts";
import { tableSheet } from "./xlsx/table.ts";
import { withFixedDates } from "./xlsx/zip-dates.ts";

/** The report as an Excel workbook: a sheet for each part, and all numbers in long form on the last one. Same audit, same bytes. */
export async function renderXlsx(audit: Audit, style: HouseStyle = PLAIN_STYLE): Promise<Uint8Array> {
  const clean = cleanDeep(audit);
  const sheets = withLocale(style.locale, () => sheetsOf(clean, style));
  return withFixedDates(await writeExcelFile(sheets).toBuffer());
}

function sheetsOf(clean: Audit, style: HouseStyle) {
  return [
    summarySheet(clean, style),
    scoresSheet(clean),
    ...(clean.groupings.length === 0 ? [] : [groupsSheet(clean)]),
    ...(clean.items.length === 0 ? [] : [itemsSheet(clean)]),
    findingsSheet(clean),
    planSheet(clean),
    ...(clean.change === null ? [] : [changesSheet(clean.change)]),
    methodSheet(clean),
    estimatesSheet(clean),
  ];
}

const NARROW = 14;
const WIDE = 28;
const LONG = new Set(["title", "group", "method", "caveats", "words", "statistic"]);

function estimatesSheet(audit: Audit) {
  const { headers, rows } = longTable(audit);
  const columns = headers.map((title, at) => ({
    title,
    width: LONG.has(title) ? WIDE : NARROW,
    of: (row: (typeof rows)[number]) => row[at] ?? null,
  }));
  return tableSheet("Estimates", columns, rows);
}
