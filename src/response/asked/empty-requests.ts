import type { Problem } from "../../problems/problem.ts";
import type { ReadingRules } from "../source-plan.ts";
import { MARKED_ROWS, type MarkedRow, type TableHead } from "../table-head.ts";

const MARKS: Readonly<Record<MarkedRow, string>> = {
  preview: "trial runs",
  spam: "spam",
  incomplete: "not finished",
};

/** A warning for each `--include` of a mark that no file knows: whoever asked for it believes that it does something. */
export function emptyRequests(heads: readonly TableHead[], { include }: ReadingRules): readonly Problem[] {
  const marked = new Set(heads.flatMap(({ rowRules }) => rowRules.map(({ exclude }) => exclude)));
  return MARKED_ROWS.filter((mark) => include.includes(mark) && !marked.has(mark)).map((mark) => ({
    code: "SC010",
    severity: "warning",
    message: `--include ${mark} changes nothing: no file says which rows are ${MARKS[mark]}.`,
    help: "Leave it out; or, if the survey tool was taken for another one, name it with --dialect.",
  }));
}
