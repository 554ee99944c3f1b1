import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import type { BinaryKind } from "../csv/binary.ts";
import { binaryProblem } from "../csv/problems.ts";
import type { WorkbookFault } from "./fault.ts";
import type { Merged } from "./read.ts";
import type { Sheet } from "./sheets.ts";

const SAVE_AS_CSV = "Open it in a spreadsheet and save it as CSV (UTF-8).";

function error(code: string, file: string, { message, help }: Pick<Problem, "message"> & { readonly help: string }) {
  return new ProblemsError([{ code, severity: "error", message, help, place: { file } }]);
}

/** What else a ZIP archive may be, by the names of the files in it. */
const ARCHIVES: readonly (BinaryKind & { readonly has: RegExp })[] = [
  { has: /^xl\/workbook\.bin$/i, what: "a binary Excel workbook (.xlsb)", help: "Save it as .xlsx or as CSV (UTF-8)." },
  { has: /^content\.xml$/i, what: "an OpenDocument file (.ods)", help: "Save it as .xlsx or as CSV (UTF-8)." },
  { has: /^word\//i, what: "a Word document", help: "Ask the survey platform for a CSV or Excel (.xlsx) export." },
  {
    has: /\.(?:csv|tsv|txt|xlsx)$/i,
    what: "a ZIP archive with the export inside",
    help: "Unpack it and give the file inside.",
  },
];
const ANY_ARCHIVE: BinaryKind = { what: "a ZIP archive", help: "Unpack it and give the CSV or Excel file inside." };

export function noWorkbook(file: string, names: readonly string[]): ProblemsError {
  const kind = ARCHIVES.find(({ has }) => names.some((name) => has.test(name))) ?? ANY_ARCHIVE;
  return new ProblemsError([binaryProblem(file, kind)]);
}

/** limit: bytes. */
export function tooLarge(file: string, limit: number): ProblemsError {
  const message = `The workbook takes more than ${Math.round(limit / 1_048_576)} MB unpacked.`;
  return error("CSV033", file, { message, help: `${SAVE_AS_CSV} A CSV file may be of any size.` });
}

export function faultProblem(file: string, fault: WorkbookFault, limit: number): ProblemsError {
  if (fault.kind === "too large") return tooLarge(file, limit);
  if (fault.kind === "far cell") return farCell(file);
  const message = `The file is damaged: ${quote(fault.message)}.`;
  return error("CSV035", file, {
    message,
    help: `Download it again. If it opens in a spreadsheet, save it again there.`,
  });
}

function farCell(file: string): ProblemsError {
  return error("CSV033", file, {
    message: "A cell of the sheet stands far from the others: the table would have millions of empty cells.",
    help: "Delete what stands to the right of the table and below it, or save the table as CSV (UTF-8).",
  });
}

export function noSuchSheet(file: string, asked: string, sheets: readonly Sheet[]): ProblemsError {
  const names = sheets.map(({ name }) => name);
  const near = suggest(asked, names);
  const message = `There is no sheet ${quote(asked)}.${near === undefined ? "" : ` Did you mean ${quote(near)}?`}`;
  const list = sheets.map(({ name, hidden }, at) => `${at + 1} ${quote(name)}${hidden ? " (hidden)" : ""}`);
  return error("CSV034", file, { message, help: `The sheets are ${list.join(", ")}: give a name or a number.` });
}

export function allHidden(file: string, sheets: readonly Sheet[]): ProblemsError {
  const list = sheets.map(({ name }, at) => `${at + 1} ${quote(name)}`).join(", ");
  const message =
    sheets.length === 0 ? "The workbook has no sheet with cells." : "Every sheet of the workbook is hidden.";
  const help = sheets.length === 0 ? "Export the answers again." : `Name the one to read with --sheet: ${list}.`;
  return error("CSV034", file, { message, help });
}

export function emptySheet(file: string, sheet: string): ProblemsError {
  const message = `The sheet ${quote(sheet)} is empty.`;
  return error("CSV005", file, { message, help: "Name the sheet with the answers: --sheet NAME." });
}

/** merged: of the rows below the header. */
export function mergedAnswers(file: string, [first, ...more]: readonly [Merged, ...Merged[]]): ProblemsError {
  const others = more.length === 0 ? "" : `, and ${more.length} more,`;
  return new ProblemsError([
    {
      code: "CSV038",
      severity: "error",
      message: `The cells ${first.name}${others} are merged: only the first of them holds the value.`,
      help: "In a spreadsheet take the merging apart, fill in each cell, and save the workbook.",
      place: { file, line: first.row },
    },
  ]);
}

export function hiddenRowsRead(file: string, rows: number): Problem {
  return {
    code: "CSV040",
    severity: "warning",
    message: `${rows === 1 ? "1 row is" : `${rows} rows are`} hidden in the sheet, by a filter or by hand, and ${rows === 1 ? "was" : "were"} read like the others.`,
    help: "If they are not to count, delete them and save the workbook.",
    place: { file },
  };
}

export function otherSheets(file: string, read: string, others: readonly Sheet[]): Problem {
  const names = others.map(({ name }) => quote(name)).join(", ");
  return {
    code: "CSV037",
    severity: "warning",
    message: `Only the first sheet was read, ${quote(read)}; ${names} ${others.length === 1 ? "was" : "were"} not.`,
    help: "If the answers are on another sheet, name it: --sheet NAME.",
    place: { file },
    kept: `Only the first of ${others.length + 1} sheets was read.`,
  };
}
