import { isPercentage } from "../../framework/figure-limits.ts";
import type { Problem } from "../../problems/problem.ts";
import { itemsNamed } from "../answers/answer-names.ts";
import type { ScaleColumns } from "./scale-columns.ts";

const FEWEST = 5;
/** Where the scale itself ends near 1, such figures are what it is for. */
const LEAST_END = 10;

/** ANS020: percentages of at most 1 all through, and not 0 and 1 only: fractions, as spreadsheets keep them. Null: none. */
export function fractionsProblem({ file, columns, answers }: ScaleColumns): Problem | null {
  const fractions = columns.filter(
    ({ table, counted, low, high, hasFraction, hasUnit }) =>
      table.kind === "figure" &&
      isPercentage(table.units[0] ?? "") &&
      (table.ends?.high ?? 0) >= LEAST_END &&
      counted.figures >= FEWEST &&
      low >= 0 &&
      high <= 1 &&
      hasFraction &&
      !hasUnit,
  );
  if (fractions.length === 0) return null;
  return {
    code: "ANS020",
    severity: "error",
    message: `No percentage in ${itemsNamed(
      fractions.map(({ item }) => item),
      answers,
    )} is above 1: they look like fractions.`,
    help: "45 % is written 45, not 0.45. If they are as small as that, write the sign behind them: 0.45 %.",
    place: { file },
    kept: "Percentages look like fractions.",
  };
}
