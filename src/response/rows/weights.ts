import { ownCopy } from "../own-copy.ts";
import type { PlannedFile } from "../source-plan.ts";
import type { AnswerProblems } from "./problems.ts";
import { readWeightText, UNIT_WEIGHT } from "./weight-text.ts";

/** Distinct texts remembered. */
const REMEMBERED = 4096;
/** Characters; what is longer is no weight and looked at each time. */
const LONGEST = 40;

/** The weight of a cell in units of 1/100,000. What cannot be read is noted, an error, and counts as 1. */
export function createWeights(
  { name }: Pick<PlannedFile, "name">,
  problems: Pick<AnswerProblems, "weights">,
): (cell: string, line: () => number) => number {
  const known = new Map<string, number>();
  return (cell, line) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const weight = readWeightText(cell);
    if (typeof weight !== "number") {
      problems.weights.bad(weight, { file: name, line: line() });
      return UNIT_WEIGHT;
    }
    if (known.size < REMEMBERED && cell.length <= LONGEST) known.set(ownCopy(cell), weight);
    return weight;
  };
}
