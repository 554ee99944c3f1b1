import type { Bytes } from "../csv/bytes.ts";
import type { TextFile } from "../csv/open.ts";
import { readable } from "../csv/readable.ts";
import { overruledMarks, tableHead } from "../table/head.ts";
import type { TableOptions, TableSource } from "../table/source.ts";
import { type CellValue, cellText } from "./cell-text.ts";
import { chooseSheet } from "./choose.ts";
import { WorkbookFault } from "./fault.ts";
import {
  emptySheet,
  faultProblem,
  hiddenRowsRead,
  mergedAnswers,
  noWorkbook,
  otherSheets,
  tooLarge,
} from "./problems.ts";
import { type Cells, LARGEST, type Merged, readCells } from "./read.ts";
import { holdsCells, openWorkbookParts, type Sheet, type Workbook } from "./sheets.ts";

/** As many rows as a dialect may look at. */
const FIRST_ROWS = 24;

/** A row with any text. line: the row of the sheet, from 1. */
interface Row {
  readonly cells: readonly CellValue[];
  readonly line: number;
}

/**
 * Opens an Excel workbook: one sheet of it, read whole, since its directory stands at the end and its texts beside the cells.
 * Empty rows, and empty columns before the table, are passed over. Throws ProblemsError (exit 3).
 */
export async function openWorkbook(file: TextFile, options: TableOptions): Promise<TableSource> {
  const { name } = file;
  const packed = await readable(name, () => wholeOf(name, file.bytes));
  file.bytes.close();
  const { sheet, cells, problems } = await faultless(name, () => readChosen(name, packed, options.sheet));
  const table = tableOf(cells);
  if (table.length === 0) throw emptySheet(name, sheet.name);
  const first = table.slice(0, FIRST_ROWS).map(({ cells, line }) => ({ cells: cells.map(cellText), line }));
  const container = { file: name, encoding: null, bom: false, compressed: file.compressed, sheet: sheet.name };
  const beginning = { rows: first, quoted: false, delimiter: null };
  const head = tableHead(container, beginning, options.dialect);
  refuseMerged(name, cells, table[head.headerRows]?.line);
  let rows = table.slice(head.headerRows);
  const unseen = rows.filter(({ line }) => cells.hidden.has(line)).length;
  return {
    head,
    problems: [
      ...problems,
      ...(unseen === 0 ? [] : [hiddenRowsRead(name, unseen)]),
      ...overruledMarks(name, beginning, options.dialect),
    ],
    rows: async (onRow) => {
      for (const { cells, line } of rows) onRow(cells.map(cellText), () => line);
    },
    ...{ size: null, raw: null },
    close: () => {
      rows = [];
    },
  };
}

/** Packed it is smaller than what it may be unpacked. */
async function wholeOf(name: string, bytes: Bytes): Promise<Buffer> {
  const { prefix, complete } = await bytes.atLeast(LARGEST + 1);
  if (prefix.length > LARGEST || !complete) throw tooLarge(name, LARGEST);
  return prefix;
}

async function readChosen(name: string, packed: Buffer, asked: string | undefined) {
  const workbook = openWorkbookParts(packed);
  if (workbook.sheets === null) throw noWorkbook(name, workbook.archive.names);
  const sheet = chooseSheet(name, workbook.sheets, asked);
  const cells = await readCells(workbook, sheet);
  const unread = asked === undefined ? unreadSheets(workbook, sheet) : [];
  return { sheet, cells, problems: unread.length === 0 ? [] : [otherSheets(name, sheet.name, unread)] };
}

function unreadSheets(workbook: Workbook, read: Sheet): readonly Sheet[] {
  return workbook.sheets.filter((sheet) => sheet !== read && !sheet.hidden && holdsCells(workbook, sheet));
}

async function faultless<T>(name: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof WorkbookFault ? faultProblem(name, error, LARGEST) : error;
  }
}

/** Rows with any text in them, from the first column that has some; all equally long. */
function tableOf({ rows }: Cells): readonly Row[] {
  const table = rows.flatMap((cells, at) => (cells.every(isBlank) ? [] : [{ cells, line: at + 1 }]));
  const left = table.reduce(
    (least, { cells }) =>
      Math.min(
        least,
        cells.findIndex((cell) => !isBlank(cell)),
      ),
    Infinity,
  );
  const right = table.reduce(
    (most, { cells }) =>
      Math.max(
        most,
        cells.findLastIndex((cell) => !isBlank(cell)),
      ),
    0,
  );
  return table.map(({ cells, line }) => ({
    cells: Array.from({ length: right + 1 - left }, (_, at) => cells[left + at] ?? null),
    line,
  }));
}

function isBlank(cell: CellValue): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** firstAnswers: the row of the sheet below the header; undefined: there is none. */
function refuseMerged(name: string, { rows, merged }: Cells, firstAnswers: number | undefined): void {
  if (firstAnswers === undefined) return;
  const filled = ({ row, column }: Merged) => !isBlank(rows[row - 1]?.[column - 1] ?? null);
  const [first, ...more] = merged.filter((one) => one.lastRow >= firstAnswers && filled(one));
  if (first !== undefined) throw mergedAnswers(name, [first, ...more]);
}
