/** The long form as a table: what every row begins with, and one column for each of its parts. */
import type { Audit } from "../../audit/types.ts";
import { textCell } from "../../framework/text-cell.ts";
import { unrounded } from "../numbers.ts";
import type { EstimateRow } from "./row.ts";
import { estimateRows } from "./rows.ts";

export type LongCell = string | number | null;

interface LongColumn<From> {
  readonly name: string;
  readonly of: (from: From) => LongCell;
}

/** What every row is of. */
const ORIGIN: readonly LongColumn<Audit>[] = [
  { name: "framework", of: ({ framework }) => framework.id },
  { name: "framework_version", of: ({ framework }) => framework.version },
  { name: "framework_hash", of: ({ framework }) => framework.hash },
  { name: "subset", of: ({ asked }) => asked.subset },
  { name: "wave", of: ({ change }) => change?.after ?? null },
];

/** Described one by one in docs/outputs.md. Further ones may come at the end. */
const COLUMNS: readonly LongColumn<EstimateRow>[] = [
  { name: "scope", of: ({ scope }) => scope },
  { name: "grouping", of: ({ grouping }) => grouping },
  { name: "group", of: ({ group }) => group },
  { name: "path", of: ({ path }) => path.map((value) => (value === "" ? "(blank)" : value)).join(" / ") },
  { name: "of", of: (row) => row.of },
  { name: "id", of: ({ id }) => id },
  { name: "title", of: ({ title }) => title },
  { name: "than", of: ({ than }) => than },
  { name: "statistic", of: ({ statistic }) => statistic },
  { name: "value", of: ({ value }) => value },
  { name: "low", of: ({ low }) => low },
  { name: "high", of: ({ high }) => high },
  { name: "level", of: ({ level }) => level },
  { name: "n", of: ({ n }) => n },
  { name: "unit", of: ({ unit }) => unit },
  { name: "status", of: ({ status }) => status },
  { name: "words", of: ({ words }) => words },
  { name: "band", of: ({ band }) => band },
  { name: "says", of: ({ says }) => says },
  { name: "target", of: ({ target }) => target },
  { name: "method", of: ({ method }) => method },
  { name: "caveats", of: ({ caveats }) => caveats },
];

/** The parts of a row, for every table in long form, so that they can be stacked. */
export const ROW_HEADERS: readonly string[] = COLUMNS.map(({ name }) => name);

export function rowCells(row: EstimateRow): readonly LongCell[] {
  return COLUMNS.map(({ of }) => of(row));
}

/** A text that a spreadsheet would run is made a text again; a number stays a number, below nought too. */
export function cellText(cell: LongCell): string {
  if (cell === null) return "";
  return typeof cell === "number" ? unrounded(cell) : textCell(cell);
}

export interface LongTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly LongCell[])[];
}

/** Expects an audit whose texts are clean. */
export function longTable(audit: Audit): LongTable {
  const origin = ORIGIN.map(({ of }) => of(audit));
  return {
    headers: [...ORIGIN.map(({ name }) => name), ...ROW_HEADERS],
    rows: estimateRows(audit).map((row) => [...origin, ...rowCells(row)]),
  };
}
