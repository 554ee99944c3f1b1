import { BLOCK_STRIDE, type ScanColumn, type ScanCore } from "../../../src/engines/scan/core.ts";

/** Files as strings of one character a byte, read by regular expressions: slow, and easily seen to be right. */
export interface NaiveTable {
  readonly columns: readonly ScanColumn[];
  readonly delimiter: string;
  readonly items: number;
  /** Per column: cell text → value. */
  readonly taught: readonly ReadonlyMap<string, number>[];
}

/** A row as a block holds it. line: line ends before it. texts: as they stand in the file; one with doubled quotation marks begins with another one. */
export interface SeenRow {
  readonly line: number;
  readonly codes: readonly number[];
  readonly keys: readonly number[];
  readonly texts: readonly string[];
}

/** A text's UTF-8 bytes as a string of as many characters. */
export function asBytes(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** A row of the block. */
export function rowAt(core: ScanCore, { columns, items }: NaiveTable, row: number): SeenRow {
  const slots = (kind: "key" | "text") => columns.flatMap((one) => (one.kind === kind ? [one.slot] : [])).toSorted();
  return {
    line: core.lineOf[row] ?? -1,
    codes: Array.from({ length: items }, (_, slot) => core.codes[slot * BLOCK_STRIDE + row] ?? Number.NaN),
    keys: slots("key").map((slot) => core.keys[slot * BLOCK_STRIDE + row] ?? Number.NaN),
    texts: slots("text").map((slot) => {
      const begin = core.texts[2 * (slot * BLOCK_STRIDE + row)] ?? 0;
      const size = core.texts[2 * (slot * BLOCK_STRIDE + row) + 1] ?? 0;
      return (size % 2 === 1 ? '"' : "") + core.input.toString("latin1", begin, begin + (size >> 1));
    }),
  };
}

/** Reads a whole file. unusual: where rows begin that are not ordinary. position: where it ends, or a row that is not complete begins. */
export function readNaively(table: NaiveTable, file: string) {
  const rows: SeenRow[] = [];
  const unusual: number[] = [];
  let [at, lines] = [0, 0];
  while (at < file.length) {
    const blank = lineEndAt(file, at);
    const row = blank === null ? readRow(table, file, at) : null;
    const end = blank === null ? (row ?? recordEnd(file, at, file.length)) : { position: blank, lines: 1 };
    if (end === null) break;
    if (row !== null) rows.push({ ...row.row, line: lines });
    else if (blank === null) unusual.push(at);
    at = end.position;
    lines += end.lines;
  }
  return { rows, unusual, position: at };
}

/** Behind a line end at this place; null: there is none, or it may be but a half. */
function lineEndAt(file: string, at: number): number | null {
  if (file.startsWith("\r\n", at)) return at + 2;
  if (file[at] === "\n") return at + 1;
  return file[at] === "\r" && at + 1 < file.length ? at + 1 : null;
}

/** Where a record ends if every quotation mark opens or closes something; null: not before `to`. */
export function recordEnd(file: string, from: number, to: number) {
  const seen = file.slice(0, to);
  let isOpen = false;
  let lines = 0;
  for (let at = from; at < to; ) {
    if (seen[at] === '"') isOpen = !isOpen;
    const behind = lineEndAt(seen, at);
    if (behind !== null) lines++;
    if (behind !== null && !isOpen) return { position: behind, lines };
    at = behind ?? at + 1;
  }
  return null;
}

/** An ordinary row; null: it is none. */
function readRow(table: NaiveTable, file: string, from: number) {
  const cells = cellsAt(table, file, from) ?? [];
  const position = lineEndAt(file, cells.at(-1)?.end ?? file.length);
  const row = rowOf(table, cells);
  const isOrdinary = position !== null && ![...row.codes, ...row.keys].includes(Number.NaN);
  return isOrdinary && row.codes.some((code) => code !== -128) ? { position, lines: 1, row } : null;
}

/** What cells say; NaN: nothing that was taught. */
function rowOf({ columns, items, taught }: NaiveTable, cells: readonly { readonly text: string }[]) {
  const codes = Array.from({ length: items }, () => -128);
  const [keys, texts]: [number[], string[]] = [[], []];
  for (const [place, column] of columns.entries()) {
    const text = cells[place]?.text ?? "";
    const value = text.includes('"') ? Number.NaN : (taught[place]?.get(text) ?? Number.NaN);
    if (column.kind === "item") codes[column.slot] = value;
    if (column.kind === "key") keys[column.slot] = value;
    if (column.kind === "text") texts[column.slot] = (text.includes('""') ? '"' : "") + text;
  }
  return { codes, keys, texts };
}

/** As many cells as there are columns, and where each ends; null: there are not, or they are malformed. */
function cellsAt({ columns, delimiter }: NaiveTable, file: string, from: number) {
  const pattern = new RegExp(`"(?<quoted>(?:[^"\\r\\n]|"")*)"|(?<bare>[^"\\r\\n${delimiter}]*)`, "y");
  const cells: { readonly text: string; readonly end: number }[] = [];
  for (let at = from; cells.length < columns.length; at++) {
    if (cells.length > 0 && file[at - 1] !== delimiter) return null;
    pattern.lastIndex = at;
    const { quoted, bare } = pattern.exec(file)?.groups ?? {};
    at = pattern.lastIndex;
    cells.push({ text: quoted ?? bare ?? "", end: at });
  }
  return cells;
}
