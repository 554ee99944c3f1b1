import { escapeHtml as text } from "../paper/escape.ts";
import type { Cell, Column, Table, TableRow } from "../sheet.ts";
import { HIDDEN } from "../words.ts";
import { toneClass } from "./tone-class.ts";

/** What stands side by side in a row, in characters: from so many on it is set smaller on paper, at last broken within words. */
const SIZES = [
  { from: 125, size: " crowded broken" },
  { from: 102, size: " crowded" },
  { from: 80, size: " wide" },
];
/** What a cell that wraps takes at least. Characters. */
const WRAPPED = 18;
/** A table of no more rows is not parted between two pages. */
const SHORT = 9;
/** Intervals and words of a band are kept on one line on a screen. Characters. */
const WHOLE = 26;

/** A table within a region of its own, so that a narrow page can move it sideways by finger and by key. */
export function table({ columns, rows, id, name }: Pick<Table, "columns" | "rows"> & Region): string {
  const head = columns.map(columnHead).join("");
  return inRegion({ id, name, line: lineOf(columns, rows), height: rows.length }, [
    `<thead><tr>${head}</tr></thead>`,
    ...bodies(rows, columns),
  ]);
}

export interface Region {
  readonly id: string;
  /** What it is called for whoever hears the page. */
  readonly name: string;
}

/** Puts the parts of a table into it. */
export function inRegion(
  { id, name, line, height }: Region & { readonly line: number; readonly height: number },
  parts: readonly string[],
): string {
  const size = SIZES.find(({ from }) => line > from)?.size ?? "";
  return `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}">
<table class="table${size}${height <= SHORT ? " short" : ""}">
<caption id="${id}" class="unseen">${text(name)}</caption>
${parts.join("\n")}
</table>
</div>`;
}

/** Characters of the longest row, were every column as wide as its widest cell that does not wrap. */
function lineOf(columns: readonly Column[], rows: readonly TableRow[]): number {
  const cells = rows.flatMap((row) => ("heading" in row ? [] : [row]));
  return sum(
    columns.map(({ title }, at) => roomFor([...cells.map((row) => wordsOf(row[at] ?? "")), ...title.split(" ")])),
  );
}

/** What a column of these texts takes. Characters. */
export function roomFor(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => (length > WHOLE ? WRAPPED : length)));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

export function columnHead({ title, align }: Column): string {
  const side = align === "right" ? ["right"] : [];
  return title === ""
    ? "<td></td>"
    : `<th scope="col"${toneClass("plain", ...side, ...endless(title))}>${text(title)}</th>`;
}

/** Rows under a heading are a body of their own, which the heading is read with. */
function bodies(rows: readonly TableRow[], columns: readonly Column[]): readonly string[] {
  const groups: { heading: string | null; rows: (readonly Cell[])[] }[] = [{ heading: null, rows: [] }];
  for (const row of rows) {
    if ("heading" in row) groups.push({ heading: row.heading, rows: [] });
    else groups.at(-1)?.rows.push(row);
  }
  return groups.flatMap(({ heading, rows: lines }) => {
    const head =
      heading === null ? [] : [`<tr><th scope="rowgroup" colspan="${columns.length}">${text(heading)}</th></tr>`];
    const all = [...head, ...lines.map((cells) => tableRow(cells, columns))];
    return all.length === 0 ? [] : [`<tbody>\n${all.join("\n")}\n</tbody>`];
  });
}

function tableRow(cells: readonly Cell[], columns: readonly Column[]): string {
  return `<tr>${cells.map((cell, at) => (at === 0 ? rowHead(cell) : dataCell(cell, columns[at]))).join("")}</tr>`;
}

function rowHead(cell: Cell): string {
  const said = wordsOf(cell);
  return said === "" ? "<td></td>" : `<th scope="row"${toneClass(toneOf(cell), ...endless(said))}>${text(said)}</th>`;
}

/** A word that no column has room for may be broken anywhere. */
export function endless(said: string): readonly string[] {
  return /\S{25}/u.test(said) ? ["endless"] : [];
}

function dataCell(cell: Cell, column: Column | undefined): string {
  const said = wordsOf(cell);
  const classes = [
    ...(column?.align === "right" ? ["right"] : []),
    ...widthClass(said, column),
    ...(isHidden(said) ? ["hidden"] : []),
  ];
  return `<td${toneClass(toneOf(cell), ...classes)}>${text(said)}</td>`;
}

function widthClass({ length }: string, column: Column | undefined): readonly string[] {
  if (length <= WHOLE) return ["whole"];
  return column?.wrapTo === undefined ? [] : ["wraps"];
}

export function wordsOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

export function toneOf(cell: Cell) {
  return typeof cell === "string" ? "plain" : cell.tone;
}

/** Protected, which is not the same as absent: in full, or the first word of it where there is no room. */
export function isHidden(said: string): boolean {
  return said === HIDDEN || said === HIDDEN.split(" ")[0];
}
