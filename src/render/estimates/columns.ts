/** The long form as a table: what every row begins with, and one column for each of its parts. */
import type { Audit } from "../../audit/types.ts";
import type { EstimateRow } from "./row.ts";
import { estimateRows } from "./rows.ts";

export type LongCell = string | number | null;

interface LongColumn {
  readonly name: string;
  readonly of: (row: EstimateRow, audit: Audit) => LongCell;
}

/** Described one by one in docs/outputs.md. Further ones may come at the end. */
const COLUMNS: readonly LongColumn[] = [
  { name: "framework", of: (_, { framework }) => framework.id },
  { name: "framework_version", of: (_, { framework }) => framework.version },
  { name: "framework_hash", of: (_, { framework }) => framework.hash },
  { name: "subset", of: (_, { asked }) => asked.subset },
  { name: "wave", of: (_, { change }) => change?.after ?? null },
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

export interface LongTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly LongCell[])[];
}

/** Expects an audit whose texts are clean. */
export function longTable(audit: Audit): LongTable {
  return {
    headers: COLUMNS.map(({ name }) => name),
    rows: estimateRows(audit).map((row) => COLUMNS.map(({ of }) => of(row, audit))),
  };
}
