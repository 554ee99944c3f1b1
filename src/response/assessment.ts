import type { Unit } from "../framework/types.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import type { SourcePlan, TableHead } from "./source-plan.ts";
import { type AssessmentUnit, filledRows, sampledRows, unitOf } from "./survey-columns.ts";

/** What the column `assessment` of a survey says of the rows, as far as they were sampled. */
export interface AssessmentClaim {
  /** `person`: the rows are of several people, whatever the framework calls a row. */
  readonly unit: Unit;
  /** Rows with anything in them. */
  readonly rows: number;
  /** So many rows must be read in the end for the claim to be about all of them. */
  readonly read: number;
}

/**
 * What each row stands for, where the files say so; null where they say nothing. `self` is one row alone: several such rows
 * are several people, and the minimum group protects them. Rows of a room or an organisation beside others are SC006.
 */
export function claimAssessment(
  plan: Pick<SourcePlan, "files">,
  heads: readonly TableHead[],
): { readonly claim: AssessmentClaim | null; readonly problems: readonly Problem[] } {
  const columns = heads.map((_, at) => assessmentColumn(plan, at));
  if (columns.every((at) => at < 0)) return { claim: null, problems: [] };
  const said = heads.flatMap((head, file) =>
    filledRows(head).map((row) => unitOf(row[columns[file] ?? -1] ?? "") ?? "person"),
  );
  const read = heads.reduce((sum, head) => sum + sampledRows(head).length, 0);
  const [first = "person", ...others] = new Set<Unit>(said);
  const rows = said.length;
  if (others.length === 0) return { claim: { unit: oneOrSeveral(first, rows), rows, read }, problems: [] };
  const room = said.find((unit) => unit === "consensus" || unit === "organisation");
  if (room === undefined) return { claim: { unit: "person", rows, read }, problems: [] };
  return { claim: null, problems: [mixed(heads, columns, room)] };
}

function oneOrSeveral(unit: Unit, rows: number): Unit {
  return unit === "self" && rows !== 1 ? "person" : unit;
}

function assessmentColumn({ files }: Pick<SourcePlan, "files">, file: number): number {
  return files[file]?.columns.findIndex(({ takenFor }) => takenFor === "assessment") ?? -1;
}

/**
 * What one row of this run stands for, once all rows are counted. A claim that was made of a sample holds only when there
 * was nothing beyond it (SC007 says so where not); else the framework's own unit counts. Several rows that are each one
 * person's own view are people, whoever calls them `self`.
 * read, scored: data rows of all files.
 */
export function settleUnit(
  unit: Unit,
  rows: { readonly claim: AssessmentClaim | null; readonly read: number; readonly scored: number },
): { readonly unit: Unit; readonly problems: readonly Problem[] } {
  const { claim, read, scored } = rows;
  const holds = claim === null || claim.unit === "person" || read === claim.read;
  const told = claim !== null && (holds || claim.unit === "self") ? claim.unit : unit;
  const settled = told === "self" && (!holds || scored > 1) ? "person" : told;
  return { unit: settled, problems: claim === null || holds || settled !== "person" ? [] : tooManyRows(claim) };
}

function mixed(heads: readonly TableHead[], columns: readonly number[], room: AssessmentUnit): Problem {
  const odd = heads.findIndex((head, file) =>
    filledRows(head).some((row) => unitOf(row[columns[file] ?? -1] ?? "") !== room),
  );
  const head = heads[odd];
  const row = head && sampledRows(head).find(({ cells }) => isOther(cells, columns[odd] ?? -1, room));
  return {
    code: "SC006",
    severity: "error",
    message: `Some rows say ${quote(room)} under "assessment", and others do not: an assessment and single answers cannot be scored together.`,
    help: 'Score them apart: put the rows of each kind into a file of their own. If the column means something else, give it another header than "assessment".',
    ...(head && row ? { place: { file: head.file, line: row.line } } : {}),
  };
}

function isOther(cells: readonly string[], at: number, room: AssessmentUnit): boolean {
  return cells.some((cell) => cell.trim() !== "") && unitOf(cells[at] ?? "") !== room;
}

/** Of `self` there is nothing to tell: several are people. */
function tooManyRows({ unit }: AssessmentClaim): readonly Problem[] {
  if (unit === "self") return [];
  return [
    {
      code: "SC007",
      severity: "warning",
      message: `There are too many rows for assessments of the kind ${quote(unit)}: each row was counted as one person.`,
      help: "Up to 20 rows a file can be assessments of this kind; split the file if that is what they are.",
    },
  ];
}
