import type { Problem } from "../../problems/problem.ts";
import type { ColumnDecision } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";

const NAMED = 3;

/**
 * Columns whose header names an item and then has another text: the wording was changed, or turned round, or another question
 * bears the number. taken: position → what the column was taken for.
 */
export function namedOtherwise(
  head: TableHead,
  taken: ReadonlyMap<number, Pick<ColumnDecision, "item" | "sure">>,
  accepted: boolean,
): readonly Problem[] {
  const named = [...taken].flatMap(([at, { item, sure }]) => (item !== null && sure === "guess" ? [{ at, item }] : []));
  if (named.length === 0) return [];
  const shown = named.slice(0, NAMED).map(({ at, item }) => `column ${at + 1} says ${item}`);
  const more = named.length > NAMED ? ` and ${named.length - NAMED} more` : "";
  const message = `The text behind an item's id in the header is not the item's: ${shown.join(", ")}${more}`;
  const place = { file: head.file, line: head.headerLine };
  return accepted
    ? [
        {
          code: "CSV022",
          severity: "warning",
          message: `${message}; taken as asked.`,
          help: "Check that they are the same questions.",
          place,
        },
      ]
    : [
        {
          code: "CSV021",
          severity: "error",
          message: `${message}.`,
          help: "Where it is the same question in other words or another language, rename the column to the id alone, use --accept-guesses, or decide in a mapping (`trust-audit map`).",
          place,
        },
      ];
}
