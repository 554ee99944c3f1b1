import type { AnswerTable } from "../source-plan.ts";
import type { DialectName } from "../table-head.ts";
import { type ReadAnswer, readAnswer } from "./answers.ts";

/** What a spreadsheet would take for the beginning of a formula, behind the apostrophe that LimeSurvey puts before it. */
const BEFORE_FORMULA = /^'(?=[=+\-@])/;

/** A cell of this tool's file without the apostrophe that only the tool put there. cell: trimmed. */
export function withoutApostrophe(dialect: DialectName, cell: string): string {
  return dialect === "limesurvey" ? cell.replace(BEFORE_FORMULA, "") : cell;
}

/** An answer as this tool writes it. As it stands it comes first: a mapping lists texts as they stand. */
export function readWritten(table: AnswerTable, cell: string, dialect: DialectName): ReadAnswer {
  const read = readAnswer(table, cell);
  if (typeof read.value === "number") return read;
  const plain = withoutApostrophe(dialect, cell.trim());
  return plain === cell.trim() ? read : readAnswer(table, plain);
}
