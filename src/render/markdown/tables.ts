import type { Cell, Chart, ChartRow, Column, Matrix, MatrixCell, Table, TableRow } from "../sheet.ts";
import { escapeMarkdown } from "./escape.ts";

/** A GitHub-flavoured table; a heading over rows becomes a row of its own. */
export function markdownTable({ columns, rows }: Pick<Table, "columns" | "rows">): readonly string[] {
  return [line(columns.map(({ title }) => title)), rule(columns), ...rows.map((row) => tableRow(row, columns.length))];
}

export function markdownChart(chart: Chart): readonly string[] {
  const columns = [
    { title: chart.label },
    { title: chart.score, align: "right" as const },
    ...chart.columns,
    ...chart.more,
  ];
  return markdownTable({ columns, rows: chart.rows.map((row) => ("heading" in row ? row : chartCells(row))) });
}

/** Where there is no bar, the score's cell says why. */
function chartCells({ label, score, mark, cells, more }: ChartRow): readonly Cell[] {
  return [label, typeof mark === "string" ? mark : score, ...cells, ...more];
}

export function markdownMatrix({ corner, rows, columns, cells }: Matrix): readonly string[] {
  return markdownTable({
    columns: [{ title: corner.row }, ...columns.map((title) => ({ title }))],
    rows: rows.map((label, at) => [label, ...(cells[at] ?? []).map(matrixText)]),
  });
}

function matrixText({ text, interval, mark = null }: MatrixCell): string {
  return `${plain(text)}${interval === null ? "" : ` (${interval})`}${mark === null ? "" : ` ${mark}`}`;
}

function tableRow(row: TableRow, width: number): string {
  if (!("heading" in row)) return line(row.map(plain));
  const blanks = Array.from({ length: width - 1 }, () => "");
  return `| **${escapeMarkdown(row.heading)}** |${blanks.map(() => "  |").join("")}`;
}

function plain(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(" | ")} |`;
}

function rule(columns: readonly Column[]): string {
  return `| ${columns.map(({ align }) => (align === "right" ? "---:" : "---")).join(" | ")} |`;
}
