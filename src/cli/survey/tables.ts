import { csvText } from "../../interview/csv.ts";
import { answersTable, commentsTable } from "../../interview/table.ts";
import type { InterviewPlan, Seat } from "../../interview/types.ts";
import { keepNew, type SurveyFiles, sameLines } from "./files.ts";
import { inNoOrder } from "./permutation.ts";
import type { Kept } from "./words.ts";

/**
 * The files of answers and of comments. Rows stand in no order; comments have a file and an order of their own, so that
 * nothing puts them beside their answers. `kept` grows as files are written, whatever happens next. Throws ProblemsError (OUT001).
 * @returns the CSV of answers, as it stands there
 */
export async function keepTables(
  { plan, files }: { readonly plan: InterviewPlan; readonly files: Pick<SurveyFiles, "csv" | "comments"> },
  finished: readonly Seat[],
  kept: Kept[] = [],
): Promise<{ readonly path: string; readonly text: string; readonly kept: readonly Kept[] }> {
  const answers = answersTable(plan, finished);
  const csv = await keepNew(files.csv, csvText({ ...answers, rows: inNoOrder(answers.rows) }), sameLines);
  kept.push({ path: csv.path, what: "answers" });
  const comments = commentsTable(plan, finished);
  if (comments.rows.length > 0)
    kept.push({ path: (await keepNew(files.comments, csvText(comments))).path, what: "comments" });
  return { ...csv, kept };
}
