import type { Cell, Column, Matrix, MatrixCell, Table } from "../sheet.ts";
import { drawGrid } from "./draw-grid.ts";
import { type Grid, type GridCell, type GridRow, isCells } from "./grid.ts";
import type { Stylus } from "./stylus.ts";
import { narrowestWidth, naturalWidth } from "./widths.ts";

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
    const [lead = "", ...texts] = row.slice(0, leading).map(({ text }) => text);
    return [{ over: [lead, texts.join("  ")] }, row.slice(leading)];
  });
  return drawGrid({ columns: columns.slice(leading), rows: parted }, stylus);
}

/** Labels are wrapped to this before the other way round is tried. */
const LABEL = 16;

/** Rows as they are if they fit, else the other way round, else with intervals beneath, else in several parts. */
export function drawMatrix(matrix: Matrix, stylus: Stylus): readonly string[] {
  const ways = [matrix, transposed(matrix)];
  const grids = [false, true].flatMap((beneath) => ways.map((way) => matrixGrid(way, beneath, stylus)));
  const fitting = grids.find((grid) => fits(grid, stylus));
  if (fitting) return drawGrid(fitting, stylus);
  return inParts(transposed(matrix), stylus).flatMap((part, at) => [
    ...(at > 0 ? [""] : []),
    ...drawGrid(part, stylus),
  ]);
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
    ...matrix.columns.map((title) => ({ title, wrapTo: LABEL })),
  ];
  const rows = matrix.rows.map((label, at) => [
    { text: label, paint: stylus.paint.plain },
    ...(matrix.cells[at] ?? []).map((cell) => matrixCell(cell, beneath, stylus)),
  ]);
  return { columns, rows };
}

function matrixCell({ text, interval }: MatrixCell, beneath: boolean, stylus: Stylus): GridCell {
  const cell = gridCell(text, stylus);
  if (interval === null) return cell;
  return { ...cell, text: beneath ? `${cell.text}\n${interval}` : `${cell.text} (${interval})` };
}

function fits(grid: Grid, stylus: Stylus): boolean {
  const short = {
    columns: grid.columns.map((column) => ({ ...column, title: "" })),
    rows: grid.rows.map((row) =>
      !isCells(row) ? row : row.map((cell, at) => (at === 0 ? { ...cell, text: cell.text.slice(0, LABEL) } : cell)),
    ),
  };
  return naturalWidth(short, stylus) <= stylus.width && longestWord(grid, stylus) <= LABEL;
}

function longestWord({ columns }: Grid, { ruler }: Stylus): number {
  return Math.max(...columns.flatMap(({ title }) => title.split(" ").map((word) => ruler.width(word))));
}

/** Columns of a part: what a page of this width holds beside the labels, intervals beneath the numbers. */
function inParts(matrix: Matrix, stylus: Stylus): readonly Grid[] {
  const each = 10;
  const most = Math.max(1, Math.floor((stylus.width - LABEL * 2) / each));
  const starts = Array.from({ length: Math.ceil(matrix.columns.length / most) }, (_, part) => part * most);
  return starts.map((from) => {
    const columns = matrix.columns.slice(from, from + most);
    const cells = matrix.cells.map((row) => row.slice(from, from + most));
    return matrixGrid({ ...matrix, columns, cells }, true, stylus);
  });
}
