import type { Framework } from "../framework/types.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import type { DialectName } from "../response/table-head.ts";
import { openTable } from "../sources/table/open.ts";
import type { TableInput, TableSource } from "../sources/table/source.ts";
import { planReading, type Reading, type ReadingRequest } from "./reading.ts";

export interface InputsRequest extends ReadingRequest {
  readonly inputs: readonly TableInput[];
  readonly dialect: DialectName | null;
  /** Of workbooks: a sheet's name or number. */
  readonly sheet: string | null;
}

/** Opened exports, not yet read, and how they will be. */
export interface OpenedInputs {
  readonly sources: readonly TableSource[];
  readonly reading: Reading;
}

/**
 * Opens every file and plans how it is read, before a row of any is taken. What is wrong with any head, and with the
 * columns of those that could be opened, is told together; then every file is closed. Throws ProblemsError.
 */
export async function openInputs(framework: Framework, request: InputsRequest): Promise<OpenedInputs> {
  const options = { dialect: request.dialect ?? undefined, sheet: request.sheet ?? undefined };
  const opened = await Promise.allSettled(request.inputs.map((input) => openTable(input, options)));
  const sources = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failures = opened.flatMap((one): readonly unknown[] => (one.status === "rejected" ? [one.reason] : []));
  try {
    const problems = failures.flatMap(problemsOf);
    problems.push(...noWorkbook(request, sources));
    const reading = sources.length === 0 ? null : plan(framework, sources, { request, problems });
    // A warning of a head, such as that a workbook has more sheets, may be the reason.
    const warnings = sources.flatMap((source) => source.problems);
    if (reading === null || problems.length > 0) throw new ProblemsError([...problems, ...warnings]);
    return { sources, reading };
  } catch (error) {
    for (const source of sources) source.close();
    throw error;
  }
}

function isText({ head }: TableSource): boolean {
  return head.sheet === null;
}

/** A sheet was asked for, and no file has any. */
export function noWorkbook(request: InputsRequest, sources: readonly TableSource[]): readonly Problem[] {
  if (!isSheetAsked(request) || sources.length === 0 || !sources.every(isText)) return [];
  return [WITHOUT_SHEETS];
}

const WITHOUT_SHEETS: Problem = {
  code: "CSV036",
  severity: "error",
  message: "--sheet names a sheet, and no file given is a workbook.",
  help: "Leave --sheet out, or give the Excel file (.xlsx).",
};

function plan(
  framework: Framework,
  sources: readonly TableSource[],
  { request, problems }: { readonly request: ReadingRequest; readonly problems: Problem[] },
): Reading | null {
  const heads = sources.map((source) => source.head);
  try {
    return planReading(framework, heads, request);
  } catch (error) {
    problems.push(...problemsOf(error));
    return null;
  }
}

/** By the user; a mapping says itself what it misses. */
function isSheetAsked({ sheet, mapping = null }: InputsRequest): boolean {
  return sheet !== null && sheet !== mapping?.sheet;
}

/** What is no problem of the user's goes on as it is. */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ProblemsError) return error.problems;
  throw error;
}
