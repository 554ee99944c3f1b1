import type { Audit } from "../../audit/types.ts";
import type { Cell, Chart, ChartRow, Column, Table } from "../sheet.ts";

/** What stands where a column does not apply. */
export const NOT_APPLICABLE = "–";

/** One assessment alone: every n is 1 and tells nothing. */
export function isAlone({ framework, overall }: Audit): boolean {
  return framework.unit !== "person" && overall?.people === 1;
}

/** The table without the columns that do not apply to any of its rows: intervals of one assessment, say. */
export function applicable(table: Table): Table {
  const kept = keptColumns(
    table.columns,
    table.rows.flatMap((row) => ("heading" in row ? [] : [row])),
  );
  return {
    ...table,
    columns: pick(table.columns, kept),
    rows: table.rows.map((row) => ("heading" in row ? row : pick(row, kept))),
  };
}

/** The same for the columns beside the bars of a chart. */
export function applicableChart(chart: Chart): Chart {
  const rows = chart.rows.flatMap((row) => ("heading" in row ? [] : [row]));
  const beside = keptColumns(
    chart.columns,
    rows.map(({ cells }) => cells),
  );
  const further = keptColumns(
    chart.more,
    rows.map(({ more }) => more),
  );
  const row = (one: ChartRow) => ({ ...one, cells: pick(one.cells, beside), more: pick(one.more, further) });
  return {
    ...chart,
    columns: pick(chart.columns, beside),
    more: pick(chart.more, further),
    rows: chart.rows.map((one) => ("heading" in one ? one : row(one))),
  };
}

/** Positions of the columns in which some row has more than a dash. */
function keptColumns(columns: readonly Column[], rows: readonly (readonly Cell[])[]): ReadonlySet<number> {
  return new Set(columns.flatMap((_, at) => (rows.some((row) => says(row[at])) ? [at] : [])));
}

function says(cell: Cell | undefined): boolean {
  return cell !== undefined && (typeof cell === "string" ? cell : cell.text) !== NOT_APPLICABLE;
}

function pick<T>(values: readonly T[], kept: ReadonlySet<number>): readonly T[] {
  return values.filter((_, at) => kept.has(at));
}
