import { ProblemsError } from "../../problems/problem.ts";
import type { DialectName, TableHead } from "../../response/table-head.ts";
import type { FirstRows } from "../dialects/dialect.ts";
import { looksOf, recogniseDialect } from "../dialects/recognise.ts";

const SAMPLE = 20;

type Container = Pick<TableHead, "file" | "encoding" | "bom" | "compressed" | "sheet">;

/** The head of a table by its first rows, whatever file they came from. Throws ProblemsError where it is not as asked. */
export function tableHead(container: Container, table: FirstRows, asked: DialectName | undefined): TableHead {
  const recognised = recogniseDialect(table, asked);
  if (recognised === null) throw notAsAsked(container.file, table, asked ?? "plain");
  const { dialect, layout } = recognised;
  return {
    ...container,
    ...layout,
    dialect,
    reason: asked === undefined ? layout.reason : "as asked",
    delimiter: table.delimiter,
    headerLine: table.rows[0]?.line ?? 1,
    sample: table.rows.slice(layout.headerRows, layout.headerRows + SAMPLE),
  };
}

function notAsAsked(file: string, { rows }: FirstRows, asked: DialectName): ProblemsError {
  return new ProblemsError([
    {
      code: "CSV024",
      severity: "error",
      message: `The file is not laid out as ${asked} exports are: ${looksOf(asked)}.`,
      help: "Leave --dialect out to have it detected, or name the tool that wrote the file.",
      place: { file, line: rows[0]?.line ?? 1 },
    },
  ]);
}
