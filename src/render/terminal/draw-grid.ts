import Table from "cli-table3";
import { type Grid, type GridCell, type GridRow, isCells } from "./grid.ts";
import { createStandIns, type StandIns } from "./stand-ins.ts";
import { INDENT, type Stylus } from "./stylus.ts";
import { columnWidths, GAP, LEAST, total } from "./widths.ts";
import { wrap } from "./wrap.ts";

/**
 * No borders. Two spaces before each column: one where a border would be, one of padding. cli-table3 takes every border
 * for one column, so this way it also knows how wide a cell across several columns is.
 */
const CALM: Table.TableConstructorOptions = {
  chars: {
    ...{ top: "", "top-left": "", "top-mid": "", "top-right": "" },
    ...{ bottom: "", "bottom-left": "", "bottom-mid": "", "bottom-right": "" },
    ...{ left: " ", middle: " ", right: "" },
  },
  style: { "padding-left": 1, "padding-right": 0, head: [], border: [], compact: true },
};
const BORDER = 1;
const PADDING = 1;

/**
 * cli-table3 compares every cell with all cells above it, and looks through the whole text of a cell for each of its
 * lines. So a cell of several lines goes to it line by line, and a long table in parts.
 */
const LINES_AT_ONCE = 8;

/** One line of the table (of titles: several): a text for every column, or one across all of them. */
type Line = readonly GridCell[] | { readonly across: GridCell };

type Align = "left" | "right";

/** Everything that stays the same from row to row. */
interface Layout {
  readonly stylus: Stylus;
  readonly standIns: StandIns;
  readonly widths: readonly number[];
  readonly aligns: readonly Align[];
  /** Columns of an empty last column that makes room for texts wider than the others together; 0 where none is needed. */
  readonly margin: number;
}

/** A calm table: headings over a thin rule, columns apart by space alone, cells wrapped. */
export function drawGrid(grid: Grid, stylus: Stylus): readonly string[] {
  const layout = layOut(grid, stylus);
  const body = grid.rows.flatMap((row, at) => rowLines(row, { first: at === 0 }, layout));
  const lines = [titles(grid, layout), rule(layout), ...body];
  const parts = Array.from({ length: Math.ceil(lines.length / LINES_AT_ONCE) }, (_, part) =>
    lines.slice(part * LINES_AT_ONCE, (part + 1) * LINES_AT_ONCE),
  );
  return parts.flatMap((part) => typeset(part, layout));
}

function layOut(grid: Grid, stylus: Stylus): Layout {
  const widths = columnWidths(grid, stylus);
  const rest = stylus.width - total(widths) - BORDER - PADDING;
  return {
    stylus,
    standIns: createStandIns(stylus.ruler),
    widths,
    aligns: grid.columns.map(({ align }) => align ?? "left"),
    margin: grid.rows.every(isCells) ? 0 : Math.max(0, rest),
  };
}

/** cli-table3 sets texts in columns: fills them up, aligns them, spans columns. */
function typeset(lines: readonly Line[], layout: Layout): readonly string[] {
  const { widths, aligns, margin, standIns } = layout;
  const columns = margin > 0 ? [...widths, margin] : widths;
  const table = new Table({
    ...CALM,
    colWidths: columns.map((width) => width + PADDING),
    colAligns: [...aligns],
    // Titles of fewer lines stand at the bottom, right above the rule.
    rowAligns: lines.map(() => "bottom"),
  });
  table.push(...lines.map((line) => tableRow(line, layout)));
  const text = standIns.restore(table.toString());
  return text.split("\n").map((line) => line.trimEnd());
}

function titles({ columns }: Grid, { widths, stylus }: Layout): Line {
  return columns.map(({ title }, at) => ({
    text: wrap(title, widths[at] ?? LEAST, stylus.ruler).join("\n"),
    paint: stylus.paint.quiet,
  }));
}

function rule({ widths, stylus }: Layout): Line {
  const text = widths.map((width) => "─".repeat(width)).join(" ".repeat(GAP));
  return { across: { text, paint: stylus.paint.quiet } };
}

/** Most of a wrapped row is empty, and every cell costs: so the text before takes the empty columns after it as well. */
function tableRow(line: Line, layout: Layout): Table.HorizontalTableRow {
  const columns = layout.widths.length + (layout.margin > 0 ? 1 : 0);
  if ("across" in line) return [{ content: inked(line.across, layout), colSpan: columns, hAlign: "left" }];
  const cells: { content: string; colSpan: number; hAlign: Align }[] = [];
  for (let at = 0; at < columns; at += 1) {
    const cell = line[at];
    const before = cells.at(-1);
    if ((cell === undefined || cell.text === "") && before?.hAlign === "left") before.colSpan += 1;
    else cells.push({ content: cell ? inked(cell, layout) : "", colSpan: 1, hAlign: layout.aligns[at] ?? "left" });
  }
  return cells;
}

function inked({ text, paint }: GridCell, { standIns }: Layout): string {
  return text
    .split("\n")
    .map((line) => paint(standIns.give(line)))
    .join("\n");
}

function rowLines(row: GridRow, { first }: { first: boolean }, layout: Layout): readonly Line[] {
  const { paint, ruler } = layout.stylus;
  if (isCells(row)) return cellLines(row, layout);
  if ("over" in row) return overLines(row.over, layout);
  const lines = wrap(row.heading, roomAcross(layout), ruler).map((text) => ({ across: { text, paint: paint.strong } }));
  return first ? lines : [{ across: { text: "", paint: paint.plain } }, ...lines];
}

function cellLines(cells: readonly GridCell[], { widths, stylus }: Layout): readonly Line[] {
  const wrapped = cells.map(({ text }, at) => wrap(text, widths[at] ?? LEAST, stylus.ruler));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    cells.map(({ paint }, column) => ({ text: wrapped[column]?.[at] ?? "", paint })),
  );
}

/** The text hangs beside its lead. */
function overLines([lead, text]: readonly [string, string], layout: Layout): readonly Line[] {
  const { ruler, paint } = layout.stylus;
  const own = lead === "" ? 0 : ruler.width(lead) + GAP;
  const lines = wrap(text, Math.max(LEAST, roomAcross(layout) - own), ruler);
  return lines.map((line, at) => {
    const start = at === 0 && own > 0 ? lead + " ".repeat(GAP) : " ".repeat(own);
    return { across: { text: start + line, paint: paint.plain } };
  });
}

/** Columns for a text across the table. */
function roomAcross({ widths, margin, stylus }: Layout): number {
  const table = total(widths) + (margin > 0 ? BORDER + PADDING + margin : 0);
  return Math.max(LEAST, Math.min(table, stylus.width) - INDENT);
}
