import type { Problem } from "../../problems/problem.ts";
import type { SourcePlan } from "../source-plan.ts";
import { answered, type FileCounts } from "./column-counts.ts";
import type { ColumnTexts } from "./column-texts.ts";
import { fractionsProblem } from "./fractions.ts";
import { ticksProblem } from "./ticks.ts";
import { unmetEndsProblem } from "./unmet-ends.ts";
import { yesNoProblem } from "./yes-no-numbers.ts";

/** What whole columns tell when all rows of a file are counted: answers that are read without a fault, and may be wrong all the same. */
export function doubtfulColumns(
  plan: Pick<SourcePlan, "answers" | "files">,
  texts: readonly ColumnTexts[],
  files: readonly FileCounts[],
): readonly Problem[] {
  const { answers } = plan;
  return files.flatMap(({ file, people, items }) => {
    const isById = byId(plan, file);
    const found = texts.flatMap((column) => {
      const counted = items[column.item];
      return column.file === file && counted !== undefined && answered(counted) > 0
        ? [{ ...column, counted, isById: isById(column.item) }]
        : [];
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

/** Whether the header of an item's column is its id. */
function byId({ files }: Pick<SourcePlan, "files">, name: string): (item: number) => boolean {
  const file = files.find((one) => one.name === name);
  return (item) => file?.columns[file.itemColumns[item] ?? -1]?.how === "id equal";
}
