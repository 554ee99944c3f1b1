import type { KnownColumn, TableLayout } from "../../response/table-head.ts";
import type { Dialect } from "./dialect.ts";
import { isWholeAnswer, questionsOf } from "./surveymonkey-questions.ts";

/** Its own columns: name without spaces, in lower case → what they are. `date_created` and its like are of newer exports. */
const OWN: ReadonlyMap<string, KnownColumn["takenFor"]> = new Map([
  ["respondentid", "id"],
  ["collectorid", "ignored"],
  ["startdate", "time"],
  ["datecreated", "time"],
  ["enddate", "time"],
  ["datemodified", "time"],
  ["ipaddress", "personal"],
  ["emailaddress", "personal"],
  ["firstname", "personal"],
  ["lastname", "personal"],
  ["customdata", "personal"],
  ["custom", "personal"],
]);

/**
 * SurveyMonkey: the question in the first row, above the first of its columns only, and below it "Response", the row of a
 * grid, or a choice. Rows of people who stopped early are not marked.
 */
export const surveymonkey: Dialect = {
  name: "surveymonkey",
  looks:
    "the first columns are Respondent ID and Collector ID, with the rows and choices of each question in a second row",
  layout: ({ rows }, asked) => {
    const first = (rows[0]?.cells ?? []).map((cell) => cell.trim());
    const second = first.map((_, at) => rows[1]?.cells[at]?.trim() ?? "");
    const own = first.map(ownName);
    const labels = rows.length > 1 && isSecondHeader(second, rows[2]?.cells ?? null, own) ? second : null;
    const named = own.includes("respondentid") && own.includes("collectorid");
    const laidOut = own.some((name) => name !== null) && labels?.some(isWholeAnswer) === true;
    return named || laidOut || asked ? layoutOf(first, labels, own) : null;
  },
};

function layoutOf(
  first: readonly string[],
  labels: readonly string[] | null,
  own: readonly (string | null)[],
): TableLayout {
  const start = own.findIndex((name) => name === "startdate" || name === "datecreated");
  const end = own.findIndex((name) => name === "enddate" || name === "datemodified");
  const questions = questionsOf(first, labels, own);
  return {
    reason: own.includes("respondentid") ? `first columns ${firstTwo(first)}` : 'a second row with "Response"',
    headerRows: labels === null ? 1 : 2,
    headers: questions.map(({ header }) => header),
    wordings: questions.map(({ wordings }) => wordings),
    choices: questions.map(({ choice }) => choice),
    known: questions.map(({ isComment }, at) => knownAs(own[at] ?? null, isComment)),
    rowRules: [],
    unanswered: [],
    duration: start < 0 || end < 0 ? null : { kind: "between", start, end },
  };
}

function firstTwo(first: readonly string[]): string {
  return `"${first[0] ?? ""}" and "${first[1] ?? ""}"`;
}

function knownAs(own: string | null, isComment: boolean): KnownColumn | null {
  if (own !== null) return { takenFor: OWN.get(own) ?? "personal", how: "SurveyMonkey's own column" };
  return isComment ? { takenFor: "ignored", how: "a text beside the choices" } : null;
}

function ownName(header: string): string | null {
  const name = header
    .replace(/[\s_]+/g, "")
    .toLowerCase()
    .replace(/^(custom(?:data)?)\d+$/, "$1");
  return OWN.has(name) ? name : null;
}

/**
 * Every answer has an id and a date, so a row without them is the second header row; where somebody emptied these columns,
 * only one that says so itself.
 */
function isSecondHeader(
  second: readonly string[],
  third: readonly string[] | null,
  own: readonly (string | null)[],
): boolean {
  const always = ["respondentid", "collectorid", "startdate", "datecreated"];
  const told = own.flatMap((name, at) => (name !== null && always.includes(name) ? [at] : []));
  const isBare = (row: readonly string[]): boolean => told.every((at) => (row[at] ?? "").trim() === "");
  return isBare(second) && (second.some(isWholeAnswer) || third === null || !isBare(third));
}
