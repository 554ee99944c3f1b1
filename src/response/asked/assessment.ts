import type { Unit } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { type AssessmentUnit, filledRows, sampledRows, unitOf } from "../columns/survey-columns.ts";
import type { SourcePlan } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";

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
 * What one row of this run stands for, once all rows are counted. Where the framework asks people, a column makes an
 * assessment only of a row that is the whole of the data: several rows are people whatever they are called, for otherwise
 * one word in an export would take the protection off everybody (SC007 says so). Several rows of `self` are people always.
 * read, scored: data rows of all files.
 */
export function settleUnit(
  unit: Unit,
  rows: { readonly claim: AssessmentClaim | null; readonly read: number; readonly scored: number },
): { readonly unit: Unit; readonly problems: readonly Problem[] } {
  const { claim, read, scored } = rows;
  const alone = claim !== null && claim.rows === 1 && read === claim.read && scored <= 1;
  if (unit === "person") {
    const holds = alone && (claim.unit === "self" || claim.unit === "consensus");
    return { unit: holds ? claim.unit : unit, problems: claim === null || holds ? [] : countedAsPeople(claim) };
  }
  const told = alone || claim?.unit === "person" || claim?.unit === "self" ? claim.unit : unit;
  return { unit: told === "self" && (scored > 1 || (claim !== null && !alone)) ? "person" : told, problems: [] };
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
function countedAsPeople({ unit }: AssessmentClaim): readonly Problem[] {
  if (unit !== "consensus" && unit !== "organisation") return [];
  return [
    {
      code: "SC007",
      severity: "warning",
      message: `The column "assessment" says ${quote(unit)}; each row was counted as one person all the same.`,
      help: "One row alone that says consensus is one assessment. For several rooms or organisations, give the framework a unit of its own (unit: consensus or organisation); if the column means something else, another header.",
    },
  ];
}
