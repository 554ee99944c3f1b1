import { ownName } from "./qualtrics-own.ts";

/** The header rows of a Qualtrics export, put together. All lists have one entry a column. */
export interface QualtricsHeader {
  readonly reason: string;
  readonly headerRows: number;
  /** What the first row calls each column. */
  readonly names: readonly string[];
  /** The text of the question, and of its row; "" where the export does not tell. */
  readonly texts: readonly string[];
  /** `QID5_1`, `startDate`; "" where the export does not tell. */
  readonly importIds: readonly string[];
}

type Rows = readonly (readonly string[])[];

/** Finds the header rows by the first of three kinds that fits; null: no Qualtrics export. */
export function findHeader(rows: Rows, asked: boolean): QualtricsHeader | null {
  return withImportIds(rows) ?? withNumberedNames(rows) ?? withOwnColumns(rows, asked);
}

/** Names, texts, import ids; either of the first two may have been cut off. The texts can be in any language. */
function withImportIds(rows: Rows): QualtricsHeader | null {
  const at = [1, 2].find((row) => holdsImportIds(rows[row] ?? []));
  if (at === undefined) return null;
  const names = trimmed(rows[0] ?? []);
  return {
    reason: `row ${at + 1} holds import ids`,
    headerRows: at + 1,
    names,
    texts: at === 1 ? names.map(() => "") : fitted(rows[1] ?? [], names),
    importIds: importIdsOf(rows[at] ?? [], names.length),
  };
}

/** Exports of old: V1 to V10 are Qualtrics' own, and the second row says what they hold. */
function withNumberedNames(rows: Rows): QualtricsHeader | null {
  const names = trimmed(rows[0] ?? []);
  if (names[0] !== "V1" || names[1] !== "V2") return null;
  const texts = fitted(rows[1] ?? [], names);
  if (ownAmong(texts).length < FEW) return null;
  const importIds = texts.map((text, at) => (/^V\d+$/.test(names[at] ?? "") ? text : ""));
  return { reason: "first column V1, with a row of titles", headerRows: 2, names, texts, importIds };
}

/** Columns that Qualtrics alone writes; this many are no coincidence. */
const TELLING: ReadonlySet<string> = new Set([
  "responseid",
  "responseset",
  "recordeddate",
  "duration",
  "progress",
  "finished",
  "recipientemail",
  "externaldatareference",
  "distributionchannel",
  "userlanguage",
]);
const FEW = 3;

/** What a spreadsheet left of an export: names only, or names and texts. */
function withOwnColumns(rows: Rows, asked: boolean): QualtricsHeader | null {
  const names = trimmed(rows[0] ?? []);
  const own = ownAmong(names);
  if (asked ? own.length === 0 : own.filter((name) => TELLING.has(name)).length < FEW) return null;
  const headerRows = rowsBeforeAnswers(rows, names);
  return {
    reason: "columns that Qualtrics adds to every export",
    headerRows,
    names,
    texts: headerRows === 1 ? names.map(() => "") : fitted(rows[1] ?? [], names),
    importIds: names.map(() => ""),
  };
}

/**
 * A row of titles may still stand below the names, in any language: its response id is none, the next row's is one, and no
 * own column holds a digit, so that no row of answers is taken for it.
 */
function rowsBeforeAnswers([, first = [], second = []]: Rows, names: readonly string[]): number {
  if (ownAmong(fitted(first, names)).length >= FEW) return 2;
  const ids = names.findIndex((name) => ownName(name) === "responseid");
  const isId = (cell: string | undefined): boolean => /^(?:R|FS)_\w{6,}$/.test(cell?.trim() ?? "");
  const digits = names.some((name, at) => ownName(name) !== null && /\d/.test(first[at] ?? ""));
  return !isId(first[ids]) && isId(second[ids]) && !digits && first[ids]?.trim() !== "" ? 2 : 1;
}

const IMPORT_ID = /^\s*\{\s*["'“”‘’]+ImportId["'“”‘’]+\s*:\s*["'“”‘’]+([^"'“”‘’]*)/i;

/** Most cells with text hold one; a comment of somebody who names them does not make a header. */
function holdsImportIds(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.filter((cell) => IMPORT_ID.test(cell)).length * 2 > filled.length;
}

function importIdsOf(cells: readonly string[], columns: number): readonly string[] {
  const whole = cells.length > columns ? rejoined(cells) : cells;
  return Array.from({ length: columns }, (_, at) => IMPORT_ID.exec(whole[at] ?? "")?.[1]?.trim() ?? "");
}

/** Older exports do not quote `{'ImportId': 'QID3', 'choiceId': '1'}`, so that its comma cuts it in two. */
function rejoined(cells: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const cell of cells) {
    const last = whole.at(-1);
    if (last?.trimStart().startsWith("{") && !last.includes("}")) whole[whole.length - 1] = `${last},${cell}`;
    else whole.push(cell);
  }
  return whole;
}

function ownAmong(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(ownName).filter((name) => name !== null))];
}

function trimmed(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.trim());
}

function fitted(cells: readonly string[], names: readonly string[]): readonly string[] {
  return names.map((_, at) => cells[at]?.trim() ?? "");
}
