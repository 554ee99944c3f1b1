import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { asWritten, itemsNamed } from "../answers/answer-names.ts";
import type { AnswerTable } from "../source-plan.ts";
import { isMissing } from "../types.ts";
import type { CountedColumn, ScaleColumns } from "./scale-columns.ts";

/** Fewer people may well have given two of the answers only. */
const FEWEST_PEOPLE = 5;
/** The numbers that tools write for no and yes, or for yes and no. */
const PAIRS: readonly (readonly number[])[] = [
  [0, 1],
  [1, 2],
];
const YES_NO: readonly (readonly [string, string])[] = [
  ["yes", "no"],
  ["ja", "nein"],
  ["ja", "nee"],
  ["ja", "nej"],
  ["oui", "non"],
  ["sí", "no"],
  ["sì", "no"],
  ["sim", "não"],
];

/**
 * ANS018: numbers that tools write for yes and no, on a scale whose codes are others: 1 would be read as whatever the scale
 * has under 1. A mapping says what the numbers mean. A warning where they are codes of the scale, and more speaks for that.
 * Null where there are none.
 */
export function yesNoProblem(scale: ScaleColumns): Problem | null {
  const { columns, people } = scale;
  const table = columns[0]?.table;
  if (table?.kind !== "coded" || table.closed === true || people < FEWEST_PEOPLE) return null;
  const numbered = columns.filter(({ numbers }) => numbers.size > 0);
  const suspicious = columns.some(({ hasWords }) => hasWords)
    ? numbered.filter((column) => arePair(table, [column]))
    : arePair(table, numbered)
      ? numbered
      : [];
  if (suspicious.length === 0) return null;
  const isTaken = suspicious.length === columns.length && areCodes(table, suspicious);
  return isTaken ? taken(scale, table, suspicious) : problem(scale, table, suspicious);
}

/**
 * 1 and 2, or 2 alone, on a scale that has both beside a third answer, under headers that are the items' ids: who wrote them
 * knew the framework, and nobody chose the third. 0 and 1 there are how tools write yes and no whatever the headers are.
 */
function areCodes(table: AnswerTable, columns: readonly CountedColumn[]): boolean {
  const numbers = new Set(columns.flatMap((column) => [...column.numbers]));
  const codes = codesOf(table);
  return (
    codes.length > 2 &&
    numbers.has(2) &&
    [...numbers].every((number) => number > 0 && codes.includes(number)) &&
    columns.every(({ isById }) => isById)
  );
}

/** Nothing but a pair, where the scale knows yes and no by other codes; or 0 and 1 where it has no 0. */
function arePair(table: AnswerTable, columns: readonly CountedColumn[]): boolean {
  const numbers = [...new Set(columns.flatMap((column) => [...column.numbers]))];
  const codes = codesOf(table);
  const pairs = PAIRS.filter((pair) => numbers.every((number) => pair.includes(number)));
  if (numbers.length === 0 || pairs.length === 0 || pairs.some((pair) => pair.join() === codes.join())) return false;
  return yesOf(table) !== undefined || (numbers.length === 2 && numbers.includes(0) && !codes.includes(0));
}

function codesOf({ codes }: AnswerTable): readonly number[] {
  return [...new Set([...codes.values()].filter((code) => !isMissing(code)))].sort((a, b) => a - b);
}

/** What the scale calls yes, where it has both yes and no. */
function yesOf({ codes, languages }: AnswerTable): string | undefined {
  const isAnswer = (text: string): boolean => languages?.has(text) === true && !isMissing(codes.get(text) ?? -Infinity);
  return YES_NO.find(([yes, no]) => isAnswer(yes) && isAnswer(no))?.[0];
}

function taken({ file, answers }: ScaleColumns, table: AnswerTable, columns: readonly CountedColumn[]): Problem {
  const numbers = numbersIn(columns);
  const meant = numbers.map((number) => `${number} as ${quote(labelOf(table, number))}`).join(" and ");
  const items = itemsNamed(
    columns.map(({ item }) => item),
    answers,
  );
  return {
    code: "ANS018",
    severity: "warning",
    message: `Only ${numbers.join(" and ")} as ${numbers.length === 1 ? "a number" : "numbers"} in ${items}: read as codes of the scale ${table.scale}, ${meant}.`,
    help: "If they were written for yes and no, write a mapping (`trust-audit map`) that says what each number means.",
    place: { file },
    kept: `Numbers as tools write them for yes and no were read as codes of the scale ${table.scale}.`,
  };
}

function labelOf(table: AnswerTable, code: number): string {
  return table.shown.find((text) => table.codes.get(text.toLowerCase()) === code) ?? String(code);
}

function numbersIn(columns: readonly CountedColumn[]): readonly number[] {
  return [...new Set(columns.flatMap((column) => [...column.numbers]))].sort((a, b) => a - b);
}

function problem({ file, answers }: ScaleColumns, table: AnswerTable, columns: readonly CountedColumn[]): Problem {
  const numbers = numbersIn(columns);
  const yes = yesOf(table);
  const known = yes === undefined ? "" : `, where ${quote(asWritten(yes, table))} is ${table.codes.get(yes) ?? ""}`;
  const items = itemsNamed(
    columns.map(({ item }) => item),
    answers,
  );
  return {
    code: "ANS018",
    severity: "error",
    message: `Only ${numbers.join(" and ")} as numbers in ${items}: that is how tools write yes and no, and not how the scale ${table.scale} does (${codesOf(table).join(", ")})${known}.`,
    help: "Export the answers as words, or write a mapping (`trust-audit map`) that says what each number means.",
    place: { file },
    kept: "Columns hold numbers as tools write them for yes and no.",
  };
}
