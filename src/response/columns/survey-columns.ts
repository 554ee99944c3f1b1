import type { Framework, Unit } from "../../framework/types.ts";
import { audienceNames, audienceOf } from "../asked/audience-names.ts";
import type { ColumnDecision } from "../source-plan.ts";
import type { SampleRow, TableHead } from "../table-head.ts";

/** The columns that a survey answered at the keyboard writes beside its items. */
type SurveyColumn = Pick<ColumnDecision, "takenFor" | "item" | "how">;

export type AssessmentUnit = Exclude<Unit, "person">;
const UNITS: readonly string[] = ["self", "consensus", "organisation"] satisfies readonly AssessmentUnit[];

/** Sampled rows as the file will hand them over, in order: what stands on no line at all is passed over. */
export function sampledRows({ sample, headers }: TableHead): readonly SampleRow[] {
  return sample.filter(({ cells }) => cells.length > 1 || headers.length === 1 || cells[0]?.trim() !== "");
}

/** Rows with any text in them; sheets end with rows of delimiters. */
export function filledRows(head: TableHead): readonly (readonly string[])[] {
  return sampledRows(head).flatMap(({ cells }) => (cells.some((cell) => cell.trim() !== "") ? [cells] : []));
}

/** Position of a column headed `audience` of which a sampled row names an audience, by id or title; null without one. */
export function audienceColumn(
  framework: Pick<Framework, "audiences">,
  head: TableHead,
): { readonly at: number } | null {
  const column = onlyColumn(head, "audience");
  if (column === null) return null;
  const names = audienceNames(framework);
  return column.cells.some((cell) => audienceOf(names, cell) !== null) ? { at: column.at } : null;
}

/** Positions of all columns headed `audience`, whatever their case; none where no sampled row names an audience in any of them. */
export function audienceColumns(framework: Pick<Framework, "audiences">, head: TableHead): readonly number[] {
  const found = head.headers.flatMap((header, at) => (header.toLowerCase() === "audience" ? [at] : []));
  const names = audienceNames(framework);
  const isTold = filledRows(head).some((row) => found.some((at) => audienceOf(names, row[at] ?? "") !== null));
  return isTold ? found : [];
}

/** Position of a column headed `assessment` that holds words of ours and no others; blank rows do not speak against it. */
function assessmentIn(head: TableHead): { readonly at: number; readonly words: readonly string[] } | null {
  const column = onlyColumn(head, "assessment");
  if (column === null) return null;
  const words = column.cells.map((cell) => cell.toLowerCase());
  return words.some((word) => UNITS.includes(word)) ? { at: column.at, words } : null;
}

/** What a word of the column stands for; null: a person's row. */
export function unitOf(cell: string): AssessmentUnit | null {
  const word = cell.trim().toLowerCase();
  return word === "self" || word === "consensus" || word === "organisation" ? word : null;
}

/** The only column with this header, whatever its case, and its cells in the filled rows, trimmed. */
function onlyColumn(head: TableHead, name: string): { readonly at: number; readonly cells: readonly string[] } | null {
  const [at, ...others] = head.headers.flatMap((header, place) => (header.toLowerCase() === name ? [place] : []));
  if (at === undefined || others.length > 0) return null;
  return { at, cells: filledRows(head).map((row) => (row[at] ?? "").trim()) };
}

/** Position → what a column of the survey is. Hands and notes only where a room has filled in the one row there is. */
export function surveyColumns(framework: Framework, head: TableHead): ReadonlyMap<number, SurveyColumn> {
  const found = new Map<number, SurveyColumn>();
  const audience = audienceColumn(framework, head);
  if (audience !== null) found.set(audience.at, { takenFor: "audience", item: null, how: "names the audience" });
  const assessment = assessmentIn(head);
  if (assessment === null) return found;
  found.set(assessment.at, { takenFor: "assessment", item: null, how: "says what a row stands for" });
  if (assessment.words.join() !== "consensus") return found;
  const items = new Map(framework.items.map(({ id }) => [id.toLowerCase(), id]));
  for (const [at, header] of head.headers.entries()) {
    const [, id = "", kind = ""] = /^(.+?)\s+(hands|note)$/i.exec(header) ?? [];
    const item = items.get(id.toLowerCase());
    if (item === undefined) continue;
    const hands = kind.toLowerCase() === "hands";
    found.set(at, { takenFor: hands ? "hands" : "note", item, how: hands ? "a show of hands" : "the room's note" });
  }
  return found;
}
