import type { Column } from "../sheet.ts";
import { INDENT, type Stylus } from "./stylus.ts";
import { filler, wrap } from "./wrap.ts";

/** A cell and how its lines are painted; the paint must not change how wide a line is. */
export interface GridCell {
  readonly text: string;
  readonly paint: (line: string) => string;
}

/** Cells; a heading over the rows that follow; or text on a line of its own above the next row. */
export type GridRow =
  | readonly GridCell[]
  | { readonly heading: string }
  | { readonly over: readonly [lead: string, text: string] };

export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly GridRow[];
}

const GAP = 2;
/** Where even this is too wide for the page, columns are cut to it. */
const LEAST = 3;

/** A calm table: headings over a thin rule, columns apart by space alone, cells wrapped. */
export function drawGrid(grid: Grid, stylus: Stylus): readonly string[] {
  const widths = columnWidths(grid, stylus);
  const { paint } = stylus;
  const titles = grid.columns.map(({ title }) => ({ text: title, paint: paint.quiet }));
  const rule = widths.map((width) => ({ text: "─".repeat(width), paint: paint.quiet }));
  const draw = (cells: readonly GridCell[]) => drawRow(cells, { columns: grid.columns, widths }, stylus);
  const body = grid.rows.flatMap((row, at) =>
    "heading" in row
      ? [...(at > 0 ? [""] : []), ...spanning(row.heading, paint.strong, stylus)]
      : "over" in row
        ? overLines(row.over, stylus)
        : draw(row),
  );
  return [...bottomAligned(titles, widths, stylus).flatMap(draw), ...draw(rule), ...body];
}

export function isCells(row: GridRow): row is readonly GridCell[] {
  return !("heading" in row || "over" in row);
}

/** Columns a grid takes when nothing but titles is wrapped, from the left edge of the page. */
export function naturalWidth(grid: Grid, stylus: Stylus): number {
  return total(natural(grid, stylus).map(({ cells }) => cells));
}

/** Columns a grid takes when everything is wrapped as far as its columns allow. */
export function narrowestWidth(grid: Grid, stylus: Stylus): number {
  return total(natural(grid, stylus).map(({ wrapped }) => wrapped));
}

function total(widths: readonly number[]): number {
  return INDENT + widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
}

/** The text hangs beside its lead. */
function overLines([lead, text]: readonly [string, string], { width, ruler }: Stylus): readonly string[] {
  const own = ruler.width(lead) + GAP;
  const lines = wrap(text, Math.max(LEAST, width - INDENT - own), ruler);
  return lines.map((line, at) => " ".repeat(INDENT) + (at === 0 ? lead + " ".repeat(GAP) : " ".repeat(own)) + line);
}

function spanning(text: string, paint: (line: string) => string, { width, ruler }: Stylus): readonly string[] {
  return wrap(text, width - INDENT, ruler).map((line) => " ".repeat(INDENT) + paint(line));
}

/** Titles of fewer lines stand at the bottom, right above the rule. */
function bottomAligned(
  titles: readonly GridCell[],
  widths: readonly number[],
  { ruler }: Stylus,
): readonly (readonly GridCell[])[] {
  const lines = titles.map(({ text }, at) => wrap(text, widths[at] ?? LEAST, ruler));
  const height = Math.max(0, ...lines.map((own) => own.length));
  return Array.from({ length: height }, (_, at) =>
    titles.map(({ paint }, column) => {
      const own = lines[column] ?? [];
      return { text: own[at - (height - own.length)] ?? "", paint };
    }),
  );
}

function drawRow(
  cells: readonly GridCell[],
  { columns, widths }: { columns: readonly Column[]; widths: readonly number[] },
  { ruler }: Stylus,
): readonly string[] {
  const wrapped = cells.map(({ text }, at) => wrap(text, widths[at] ?? LEAST, ruler));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map(({ paint }, at) => {
      const text = wrapped[at]?.[line] ?? "";
      const space = filler(text, widths[at] ?? LEAST, ruler);
      const painted = text === "" ? "" : paint(text);
      return columns[at]?.align === "right" ? space + painted : painted + space;
    });
    return (" ".repeat(INDENT) + parts.join(" ".repeat(GAP))).trimEnd();
  });
}

interface Natural {
  /** Nothing wrapped. */
  readonly full: number;
  /** Only the title wrapped. */
  readonly cells: number;
  /** Cells wrapped as far as the column allows. */
  readonly wrapped: number;
}

function natural({ columns, rows }: Grid, { ruler }: Stylus): readonly Natural[] {
  return columns.map(({ title, wrapTo }, at) => {
    const lines = rows.flatMap((row) => (isCells(row) ? (row[at]?.text ?? "").split("\n") : []));
    const cells = Math.max(longest(title.split(" "), ruler), longest(lines, ruler));
    return { full: Math.max(cells, ruler.width(title)), cells, wrapped: Math.min(cells, wrapTo ?? cells) };
  });
}

function longest(texts: readonly string[], ruler: Stylus["ruler"]): number {
  return texts.reduce((most, text) => Math.max(most, ruler.width(text)), 0);
}

/** Titles give way first, then the columns that may be wrapped, then all of them; always the widest. */
function columnWidths(grid: Grid, stylus: Stylus): readonly number[] {
  const available = stylus.width - INDENT - GAP * (grid.columns.length - 1);
  const sizes = natural(grid, stylus);
  const start = sizes.map(({ full }) => Math.min(full, available));
  const floors = [sizes.map(({ cells }) => cells), sizes.map(({ wrapped }) => wrapped), sizes.map(() => LEAST)];
  return floors.reduce((widths, least) => shrink(widths, least, available), start);
}

function shrink(widths: readonly number[], least: readonly number[], available: number): number[] {
  const result = [...widths];
  let excess = result.reduce((sum, width) => sum + width, 0) - available;
  while (excess > 0) {
    const widest = widestAbove(result, least);
    if (widest < 0) return result;
    result[widest] = (result[widest] ?? 0) - 1;
    excess -= 1;
  }
  return result;
}

function widestAbove(widths: readonly number[], least: readonly number[]): number {
  return widths.reduce((best, width, at) => {
    const room = width > (least[at] ?? 0);
    return room && width > (widths[best] ?? 0) ? at : best;
  }, -1);
}
