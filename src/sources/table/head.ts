import { type Problem, ProblemsError } from "../../problems/problem.ts";
import type { DialectName, MarkedRow, SampleRow, TableHead } from "../../response/table-head.ts";
import type { FirstRows } from "../dialects/dialect.ts";
import { looksOf, recogniseDialect } from "../dialects/recognise.ts";

const SAMPLE = 20;

type Container = Pick<TableHead, "file" | "encoding" | "bom" | "compressed" | "sheet">;

/** The head of a table by its first rows, whatever file they came from. Throws ProblemsError where it is not as asked. */
export function tableHead(container: Container, table: FirstRows, asked: DialectName | undefined): TableHead {
  const recognised = recogniseDialect(table, asked);
  if (recognised === null) throw notAsAsked(container.file, table, asked ?? "plain");
  const { dialect, layout } = recognised;
  const sample = table.rows.slice(layout.headerRows, layout.headerRows + SAMPLE);
  return {
    ...container,
    ...layout,
    dialect,
    reason: asked === undefined ? layout.reason : "as asked",
    delimiter: table.delimiter,
    headerLine: table.rows[0]?.line ?? 1,
    trailing: trailingCells(sample, layout.headers.length),
    sample,
  };
}

/** How many more cells than headers every row has, where all of these are empty; else 0. */
function trailingCells(sample: readonly SampleRow[], columns: number): number {
  const filled = sample.filter(({ cells }) => !cells.every(isBlank));
  const more = (filled[0]?.cells.length ?? 0) - columns;
  const alike = filled.every(({ cells }) => cells.length === columns + more && cells.slice(columns).every(isBlank));
  return more > 0 && alike ? more : 0;
}

function isBlank(cell: string): boolean {
  return cell.trim() === "";
}

/** What to say of a table that was read as plain because the user says so, and that looks like a tool's export. */
export function overruledMarks(file: string, table: FirstRows, asked: DialectName | undefined): readonly Problem[] {
  if (asked !== "plain") return [];
  const found = recogniseDialect(table, undefined);
  if (found === null || found.layout.rowRules.length === 0) return [];
  const marks = [...new Set(found.layout.rowRules.map(({ exclude }) => MARKS[exclude]))].join(", ");
  const tool = found.dialect === "plain" ? "has columns of a survey tool" : `looks like a ${found.dialect} export`;
  return [
    {
      code: "CSV042",
      severity: "warning",
      message: `The file ${tool} (${found.layout.reason}). Read as plain, as asked, rows it marks are scored like any other: ${marks}.`,
      help: "Leave --dialect out to have them left out and counted.",
      place: { file },
    },
  ];
}

const MARKS: Readonly<Record<MarkedRow, string>> = { preview: "trial runs", spam: "spam", incomplete: "unfinished" };

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
