import type { KnownColumn, TableLayout } from "../../response/table-head.ts";
import type { Dialect, FirstRows } from "./dialect.ts";
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
    const labels = rows.length > 1 && isSecondHeader(rows, second, own) ? second : null;
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
    reason: own.includes("respondentid")
      ? `first columns ${firstTwo(first.filter((_, at) => own[at] !== null))}`
      : 'a second row with "Response"',
    headerRows: labels === null ? 1 : 2,
    headers: questions.map(({ header }) => header),
    wordings: questions.map(({ wordings }) => wordings),
    choices: questions.map(({ choice }) => choice),
    known: questions.map(({ isComment }, at) =>
      isCustom(at, labels, own) ? CUSTOM : knownAs(own[at] ?? null, isComment),
    ),
    rowRules: [],
    unanswered: [],
    duration: start < 0 || end < 0 ? null : { kind: "between", start, end },
  };
}

/** What is known of the people a survey was sent to, between SurveyMonkey's own columns and the first question. */
const CUSTOM: KnownColumn = { takenFor: "personal", how: "SurveyMonkey's custom data", mayGroup: true };

/** Nothing stands below its header, as below SurveyMonkey's own, and questions only behind it. */
function isCustom(at: number, labels: readonly string[] | null, own: readonly (string | null)[]): boolean {
  if (labels === null || own[at] !== null || !own.slice(0, at).includes("respondentid")) return false;
  if (labels.slice(at).every((label) => label === "")) return false;
  return labels.slice(0, at + 1).every((label) => label === "");
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
 * only one that says so itself. A row of answers whose ids were emptied reads like those below it.
 */
function isSecondHeader(rows: FirstRows["rows"], second: readonly string[], own: readonly (string | null)[]): boolean {
  const always = ["respondentid", "collectorid", "startdate", "datecreated"];
  const told = own.flatMap((name, at) => (name !== null && always.includes(name) ? [at] : []));
  const isBare = (row: readonly string[]): boolean => told.every((at) => (row[at] ?? "").trim() === "");
  if (!isBare(second)) return false;
  if (second.some(isWholeAnswer)) return true;
  const third = rows[2]?.cells;
  return (third === undefined || !isBare(third)) && !readsLikeAnswers(rows, second, own);
}

/** Nothing but numbers, or in half of the columns what stands in them further below, too. */
function readsLikeAnswers(
  rows: FirstRows["rows"],
  second: readonly string[],
  own: readonly (string | null)[],
): boolean {
  const filled = second.flatMap((cell, at) => (own[at] === null && cell !== "" ? [{ cell, at }] : []));
  const below = rows.slice(2);
  const again = filled.filter(({ cell, at }) => below.some(({ cells }) => cells[at]?.trim() === cell));
  const figures = filled.filter(({ cell }) => /^\d+(?:[.,]\d+)?$/.test(cell));
  return filled.length > 0 && (figures.length === filled.length || again.length * 2 >= filled.length);
}
