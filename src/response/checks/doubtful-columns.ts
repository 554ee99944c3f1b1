import type { Problem } from "../../problems/problem.ts";
import type { AnswerTable } from "../source-plan.ts";
import { answered, type FileCounts } from "./column-counts.ts";
import type { ColumnTexts } from "./column-texts.ts";
import { fractionsProblem } from "./fractions.ts";
import { ticksProblem } from "./ticks.ts";
import { unmetEndsProblem } from "./unmet-ends.ts";
import { yesNoProblem } from "./yes-no-numbers.ts";

/** What whole columns tell when all rows of a file are counted: answers that are read without a fault, and may be wrong all the same. */
export function doubtfulColumns(
  answers: readonly AnswerTable[],
  texts: readonly ColumnTexts[],
  files: readonly FileCounts[],
): readonly Problem[] {
  return files.flatMap(({ file, people, items }) => {
    const found = texts.flatMap((column) => {
      const counted = items[column.item];
      return column.file === file && counted !== undefined && answered(counted) > 0 ? [{ ...column, counted }] : [];
    });
    const columns = found.sort((a, b) => a.item - b.item);
    const scales = new Set(columns.map(({ table }) => table.codes));
    return [...scales].flatMap((codes) => {
      const own = { file, people, answers, columns: columns.filter(({ table }) => table.codes === codes) };
      const wrong = ticksProblem(own) ?? yesNoProblem(own) ?? fractionsProblem(own) ?? unmetEndsProblem(own);
      return wrong === null ? [] : [wrong];
    });
  });
}
