import type { Framework, Unit } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { type AssessmentUnit, filledRows, sampledRows, unitOf } from "../columns/survey-columns.ts";
import type { SourcePlan } from "../source-plan.ts";
import type { Spot } from "../spot.ts";
import type { TableHead } from "../table-head.ts";
import type { Ledger } from "../types.ts";
import { figuresOf } from "./form.ts";

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

/** What is known of the rows once all of them are counted. */
export interface CountedRows {
  readonly claim: AssessmentClaim | null;
  readonly plan: { readonly files: readonly Pick<SourcePlan["files"][number], "columns">[] };
  readonly ledger: Pick<Ledger, "read" | "scored" | "excluded">;
}

/**
 * What one row of this run stands for, once all rows are counted. Where the framework asks people, a column makes an
 * assessment only of a row that is the whole of the data: several rows are people whatever they are called, for otherwise
 * one word in an export would take the protection off everybody (SC007 says so). Several rows of `self` are people always.
 * Where the framework is one for rooms or organisations, several rows are people too unless each says what it is, or they hold
 * nothing but figures and nothing personal (SC034): the sheet of one manager looks the same as that of a firm.
 */
export function settleUnit(
  framework: Pick<Framework, "unit" | "items" | "scales">,
  rows: CountedRows,
): { readonly unit: Unit; readonly problems: readonly Problem[] } {
  const { claim, ledger } = rows;
  const alone = claim !== null && claim.rows === 1 && ledger.read === claim.read && ledger.scored <= 1;
  if (framework.unit === "person") return settleOfPeople(claim, alone);
  const told = alone || claim?.unit === "person" || claim?.unit === "self" ? claim.unit : framework.unit;
  const several = claim === null ? somebodysRows(ledger) > 1 : !alone;
  if (told === "self") return { unit: several ? "person" : told, problems: [] };
  if (told === "person" || claim !== null || !several) return { unit: told, problems: [] };
  return settleUnsaid(told, framework, rows);
}

function settleOfPeople(
  claim: AssessmentClaim | null,
  alone: boolean,
): { readonly unit: Unit; readonly problems: readonly Problem[] } {
  const holds = alone && (claim?.unit === "self" || claim?.unit === "consensus");
  if (holds) return { unit: claim.unit, problems: [] };
  return { unit: "person", problems: claim === null ? [] : countedAsPeople(claim) };
}

/** Several rows that do not say what they are: people where they hold answers, or tell who somebody is. */
function settleUnsaid(
  unit: AssessmentUnit,
  { items, scales }: Pick<Framework, "items" | "scales">,
  { plan }: CountedRows,
): { readonly unit: Unit; readonly problems: readonly Problem[] } {
  const isPersonal = plan.files.some(({ columns }) => columns.some(({ takenFor }) => takenFor === "personal"));
  const figures = figuresOf({ items, scales });
  if (!isPersonal && items.every(({ id }) => figures.has(id))) return { unit, problems: [] };
  return { unit: "person", problems: [takenForPeople(unit, isPersonal)] };
}

/** Rows that somebody filled in for good or ill: those left out count, for who is left must not stand alone. */
function somebodysRows({ read, excluded }: CountedRows["ledger"]): number {
  return read - excluded.empty - excluded.preview - excluded.spam;
}

/** Nothing of the data is told, not even how many rows there are. */
function takenForPeople(unit: AssessmentUnit, isPersonal: boolean): Problem {
  const whose = unit === "consensus" ? "a room" : "an organisation";
  return {
    code: "SC034",
    severity: "warning",
    message: `Nothing says that each row is the assessment of ${whose}${isPersonal ? ", and columns tell who somebody is" : ""}: each was counted as one person, under the minimum group.`,
    help: `If each row is one assessment, add a column headed assessment with ${quote(unit)} in every row${isPersonal ? ", and leave names and addresses out" : ""}.`,
  };
}

function mixed(heads: readonly TableHead[], columns: readonly number[], room: AssessmentUnit): Problem {
  const odd = heads.findIndex((head, file) =>
    filledRows(head).some((row) => unitOf(row[columns[file] ?? -1] ?? "") !== room),
  );
  const head = heads[odd];
  const row = head && sampledRows(head).find(({ cells }) => isOther(cells, columns[odd] ?? -1, room));
  return mixedRows(room, head && row ? { file: head.file, line: row.line } : null);
}

/** Rows of rooms or organisations stand beside others. spot: of one of the others. */
export function mixedRows(room: AssessmentUnit, spot: Spot | null): Problem {
  return {
    code: "SC006",
    severity: "error",
    message: `Some rows say ${quote(room)} under "assessment", and others do not: an assessment and single answers cannot be scored together.`,
    help: 'Score them apart: put the rows of each kind into a file of their own. If the column means something else, give it another header than "assessment".',
    ...(spot === null ? {} : { place: spot }),
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
