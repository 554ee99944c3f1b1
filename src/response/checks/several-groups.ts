import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import type { SegmentColumn } from "../source-plan.ts";

/** What stands between the values of a question that takes several. */
const SEPARATORS: readonly RegExp[] = [/\s*;\s*/, /,\s+/, /\s*\|\s*/];

/**
 * Throws SC008 where people chose several values of the grouping column: a value that is made of others would be a group of its
 * own, and its people would be missing in theirs. values: of the column, "" where blank.
 */
export function refuseSeveralGroups(segment: SegmentColumn, values: Iterable<string>): void {
  const known = [...new Set(values)];
  const several = new Set(SEPARATORS.flatMap((separator) => madeOfOthers(known, separator)));
  const [first] = several;
  if (first !== undefined) throw new ProblemsError([severalGroups(segment, first, several.size)]);
}

/** A single value may have a separator behind it too, as some tools write it. */
function madeOfOthers(values: readonly string[], separator: RegExp): readonly string[] {
  const split = values.map((value) => ({ value, parts: value.split(separator).filter((part) => part !== "") }));
  const alone = new Set(split.flatMap(({ value, parts }) => (parts.length === 1 ? [value, ...parts] : [])));
  return split.flatMap(({ value, parts }) =>
    parts.length > 1 && parts.every((part) => alone.has(part)) ? [value] : [],
  );
}

function severalGroups({ flag, column }: SegmentColumn, example: string, count: number): Problem {
  const values = count === 1 ? "one value is" : `${count} values are`;
  return {
    code: "SC008",
    severity: "error",
    message: `${flag} ${column}: ${values} made of others, such as ${quote(example)}, so people could choose several.`,
    help: "Each such value would be a group of its own, and its people would be missing in theirs: group by a column in which everybody has one value.",
  };
}
