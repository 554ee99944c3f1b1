import type { Cell, Column, Matrix, MatrixCell, Table } from "../sheet.ts";
import { drawGrid } from "./draw-grid.ts";
import { type Grid, type GridCell, type GridRow, isCells } from "./grid.ts";
import type { Stylus } from "./stylus.ts";
import { GAP, LEAST, narrowestWidth, naturalWidth, WORD } from "./widths.ts";

export function gridCell(cell: Cell, { paint }: Stylus): GridCell {
  return typeof cell === "string" ? { text: cell, paint: paint.plain } : { text: cell.text, paint: paint[cell.tone] };
}

/** A table; where it is too wide, its leading columns stand on a line of their own above the other cells. */
export function drawTable({ columns, rows, leading = 0 }: Table, stylus: Stylus): readonly string[] {
  const cells: readonly GridRow[] = rows.map((row) =>
    "heading" in row ? row : row.map((cell) => gridCell(cell, stylus)),
  );
  const whole = { columns, rows: cells };
  if (leading === 0 || narrowestWidth(whole, stylus) <= stylus.width) return drawGrid(whole, stylus);
  const parted = cells.flatMap((row): GridRow[] => {
    if (!isCells(row)) return [row];
    const texts = row.slice(0, leading).map(({ text }) => text);
    const [lead = ""] = leading === 1 ? [] : texts.splice(0, 1);
    return [{ over: [lead, texts.join("  ")] }, row.slice(leading)];
  });
  return drawGrid({ columns: underLead(columns, leading), rows: parted }, stylus);
}

/** What stays of the columns; the first also has the lead of the line above under its title: "Item / n", parted after the stroke. */
function underLead(columns: readonly Column[], leading: number): readonly Column[] {
  const [first, ...others] = columns.slice(leading);
  const lead = columns[0];
  if (leading === 1 || lead === undefined || first === undefined) return columns.slice(leading);
  return [{ ...first, title: `${lead.title}\u00a0/ ${first.title}` }, ...others];
}

/** Labels of rows are wrapped to this before the other way round is tried. */
const LABEL = 14;
/** Titles of columns are wrapped to this. */
const TITLE = 16;

/** In as few parts as fit the page: rows as they are, else the other way round, else either with the intervals beneath. */
export function drawMatrix(matrix: Matrix, stylus: Stylus): readonly string[] {
  const ways = [matrix, transposed(matrix)];
  const most = Math.max(...ways.map(({ columns }) => columns.length));
  for (let parts = 1; parts <= most; parts += 1)
    for (const beneath of [false, true])
      for (const way of ways) {
        const grids = inParts(way, { parts, beneath }, stylus);
        if (grids.every((grid) => fits(grid, stylus))) return drawParts(grids, stylus);
      }
  return drawParts(inParts(transposed(matrix), { parts: most, beneath: true }, stylus), stylus);
}

function drawParts(grids: readonly Grid[], stylus: Stylus): readonly string[] {
  return grids.flatMap((grid, at) => [...(at > 0 ? [""] : []), ...drawGrid(grid, stylus)]);
}

function transposed({ corner, rows, columns, cells }: Matrix): Matrix {
  return {
    kind: "matrix",
    corner: { row: corner.column, column: corner.row },
    rows: columns,
    columns: rows,
    cells: columns.map((_, column) => cells.map((row) => row[column] ?? { text: "–", interval: null })),
  };
}

function matrixGrid(matrix: Matrix, beneath: boolean, stylus: Stylus): Grid {
  const columns: Column[] = [
    { title: matrix.corner.row, wrapTo: LABEL },
    ...matrix.columns.map((title) => ({ title, wrapTo: TITLE })),
  ];
  const rows = matrix.rows.map((label, at) => [
    { text: label, paint: stylus.paint.plain },
    ...(matrix.cells[at] ?? []).map((cell) => matrixCell(cell, beneath, stylus)),
  ]);
  return { columns, rows };
}

function matrixCell({ text, interval, mark = null }: MatrixCell, beneath: boolean, stylus: Stylus): GridCell {
  const cell = gridCell(text, stylus);
  const word = mark === null ? "" : ` ${mark}`;
  if (interval === null) return { ...cell, text: cell.text + word };
  return { ...cell, text: beneath ? `${cell.text}${word}\n${interval}` : `${cell.text} (${interval})${word}` };
}

/** What a part of the page holds beside the labels; columns are dealt out evenly. */
function inParts(
  matrix: Matrix,
  { parts, beneath }: { readonly parts: number; readonly beneath: boolean },
  stylus: Stylus,
): readonly Grid[] {
  const each = Math.max(1, Math.ceil(matrix.columns.length / parts));
  const starts = Array.from({ length: Math.max(1, Math.ceil(matrix.columns.length / each)) }, (_, part) => part * each);
  return starts.map((from) => {
    const columns = matrix.columns.slice(from, from + each);
    const cells = matrix.cells.map((row) => row.slice(from, from + each));
    return matrixGrid({ ...matrix, columns, cells }, beneath, stylus);
  });
}

/** As much of a label as must stand on one line: its beginning, and no word of it is cut. */
function labelCut(text: string): string {
  const words = text.split(" ").map((word) => word.slice(0, WORD));
  return [text.slice(0, LABEL), ...words].reduce((longest, one) => (one.length > longest.length ? one : longest));
}

/** Whether all numbers, and the words of all titles, have room. A great many columns have not, whatever is in them. */
function fits(grid: Grid, stylus: Stylus): boolean {
  if (grid.columns.length * (LEAST + GAP) > stylus.width) return false;
  const cut = (text: string) =>
    text
      .split(" ")
      .map((word) => word.slice(0, WORD))
      .join(" ");
  const short = {
    columns: grid.columns.map((column) => ({ ...column, title: cut(column.title) })),
    rows: grid.rows.map((row) =>
      !isCells(row) ? row : row.map((cell, at) => (at === 0 ? { ...cell, text: labelCut(cell.text) } : cell)),
    ),
  };
  return naturalWidth(short, stylus) <= stylus.width;
}
