import { excerptAt } from "../problems/excerpt.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import type { Sheet } from "./sheet.ts";
import { parseSheetLine } from "./sheet-line.ts";
import type { SheetProblem } from "./sheet-problems.ts";
import type { InterviewPlan } from "./types.ts";

/** More would be another kind of file, not slips of the finger. */
const MOST_PROBLEMS = 100;

/**
 * All sheets of a text, one a line; blank lines and lines that begin with `#` are passed over.
 * Throws ProblemsError with everything that is wrong in it (SL001 to SL016); warnings come back with the sheets.
 */
export function readSheets(
  plan: InterviewPlan,
  text: string,
  file: string,
): { readonly sheets: readonly Sheet[]; readonly warnings: readonly Problem[] } {
  const sheets: Sheet[] = [];
  const problems: Problem[] = [];
  const numbers = new Map<number, number>();
  const plain = text.replace(/^\ufeff/, "");
  for (const [at, line] of plain.split("\n").entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const read = parseSheetLine(plan, line, numbers);
    problems.push(...read.problems.map((problem) => located(problem, { file, line: at + 1, text: plain })));
    if (read.sheet === null) continue;
    sheets.push(read.sheet);
    if (read.sheet.number !== null) numbers.set(read.sheet.number, at + 1);
  }
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new ProblemsError(atMost(errors, file));
  if (sheets.length === 0) throw new ProblemsError([noSheet(file)]);
  return { sheets, warnings: problems };
}

function located(
  { column, length, ...problem }: SheetProblem,
  { file, line, text }: { readonly file: string; readonly line: number; readonly text: string },
): Problem {
  return { ...problem, place: { file, line, column, excerpt: excerptAt(text, { line, column, length }) } };
}

function noSheet(file: string): Problem {
  return {
    code: "SL015",
    severity: "error",
    message: "There is no sheet in it.",
    help: "Write one sheet a line, such as 43-n5 =2. Lines that begin with # are not read.",
    place: { file },
  };
}

function atMost(problems: readonly Problem[], file: string): readonly Problem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const more: Problem = {
    code: "SL016",
    severity: "error",
    message: `${problems.length - MOST_PROBLEMS} more problems are not listed.`,
    help: "Put those above right first; a table of answers with a header is scored directly, by trust-audit score.",
    place: { file },
  };
  return [...problems.slice(0, MOST_PROBLEMS), more];
}
