import { createHmac } from "node:crypto";
import { textCell } from "../framework/text-cell.ts";
import type { Framework } from "../framework/types.ts";
import { csvLine } from "../interview/csv.ts";
import { UNIT_WEIGHT } from "../response/rows/weight-text.ts";
import type { SourcePlan } from "../response/source-plan.ts";
import { isMissing, NOT_ASKED } from "../response/types.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import { isCareless } from "../scoring/quality.ts";
import { type Column, scoreColumns } from "./respondent-scores.ts";
import type { RespondentSink, ScoredRespondent } from "./types.ts";

/** Where the rows go, and what ids become in them. */
export interface RespondentTable {
  /** Takes whole lines, each ended by "\n", in order. Throws nothing. */
  readonly write: (lines: string) => void;
  /** Ids become their HMAC-SHA-256 under it; null: there is no column of ids. */
  readonly key: Uint8Array | null;
}

/** How the respondents are read. */
export interface RespondentLayout {
  readonly framework: Framework;
  readonly program: ScoringProgram;
  readonly plan: SourcePlan;
  /** The only one; "" where there are several. */
  readonly audience: string;
  /** The segment that tells several apart; null with one. */
  readonly audienceColumn: string | null;
  /** Who is written; null: everybody who is scored. */
  readonly where: { test(value: (column: string) => string): boolean } | null;
}

/**
 * A CSV of one scored respondent a row. NOT ANONYMOUS, which its first header says; no answer, no id and no column that was
 * not asked for is in it.
 *
 * shape: row, file (of several), id (with a key), the columns of --by and --wave, audience (of several), weight (if any), score
 *   and index of each dimension, value and index of each composite, patterns of answering, items answered and asked.
 * units: scores in the metric of their items, indexes 0–100 (a composite's not held to it), flags 0 or 1.
 * missing: an empty cell. numbers: in full, with a point.
 * memory: one row.
 */
export function createRespondentSink(layout: RespondentLayout, { write, key }: RespondentTable): RespondentSink {
  const columns = [...whoColumns(layout, key), ...scoreColumns(layout), ...patternColumns()];
  const isKept = filterOf(layout);
  write(csvLine(columns.map(({ header }) => textCell(header))));
  return {
    respondent(one) {
      if (isKept(one.groups)) write(csvLine(columns.map(({ cell }) => cell(one))));
    },
  };
}

/** Of the filter's own columns nothing is written: nobody has looked whether they hold what tells people apart. */
function whoColumns({ plan, audienceColumn }: RespondentLayout, key: Uint8Array | null): readonly Column[] {
  const names = plan.files.map(({ name }) => textCell(name.replace(/^.*[/\\]/s, "")));
  const audience = plan.segments.findIndex(({ column }) => column === audienceColumn);
  return [
    { header: "not_anonymous_row", cell: ({ row }) => String(row) },
    ...columnIf(names.length > 1, { header: "file", cell: ({ file }) => names[file] ?? "" }),
    ...(key === null ? [] : [{ header: "id", cell: ({ id }: ScoredRespondent) => sealed(id, key) }]),
    ...plan.segments.flatMap(({ flag, column }, at): readonly Column[] =>
      flag === "--by" || flag === "--wave"
        ? [{ header: `group.${column}`, cell: ({ groups }) => textCell(groups[at] ?? "") }]
        : [],
    ),
    ...columnIf(audience >= 0, { header: "audience", cell: ({ groups }) => textCell(groups[audience] ?? "") }),
    ...columnIf(plan.weight !== null, { header: "weight", cell: ({ weight }) => String(weight / UNIT_WEIGHT) }),
  ];
}

function patternColumns(): readonly Column[] {
  const flag = (is: boolean): string => (is ? "1" : "0");
  return [
    { header: "careless", cell: ({ flags }) => flag(isCareless(flags)) },
    { header: "long_run", cell: ({ flags }) => flag(flags.longRun) },
    { header: "straight_line", cell: ({ flags }) => flag(flags.straightLine) },
    { header: "fast", cell: ({ flags }) => (flags.timed ? flag(flags.fast) : "") },
    { header: "answered", cell: ({ answers }) => String(answered(answers)) },
    { header: "asked", cell: ({ answers }) => String(asked(answers)) },
  ];
}

function columnIf(is: boolean, column: Column): readonly Column[] {
  return is ? [column] : [];
}

/** The same id has the same code under the same key, and nobody without the key can tell which id it was, or try ids out. */
function sealed(id: string, key: Uint8Array): string {
  return id === "" ? "" : createHmac("sha256", key).update(id, "utf8").digest("hex");
}

function filterOf({ plan, where }: RespondentLayout): (groups: readonly string[]) => boolean {
  if (where === null) return () => true;
  const places = new Map(plan.segments.map(({ column }, at) => [column, at]));
  return (groups) => where.test((column) => groups[places.get(column) ?? -1] ?? "");
}

function answered(answers: Float64Array): number {
  let counted = 0;
  for (const answer of answers) if (!isMissing(answer)) counted += 1;
  return counted;
}

function asked(answers: Float64Array): number {
  let counted = 0;
  for (const answer of answers) if (answer !== NOT_ASKED) counted += 1;
  return counted;
}
