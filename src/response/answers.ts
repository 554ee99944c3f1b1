import { normaliseAnswer } from "../framework/answer-text.ts";
import type { CodedScale, FigureScale, Scale } from "../framework/types.ts";
import type { AnswerFault } from "./fault.ts";
import { readFigure } from "./figure.ts";
import type { AnswerTable } from "./source-plan.ts";
import { MISSING } from "./types.ts";
import { DONT_KNOW, NOT_APPLICABLE } from "./words.ts";

const UNKNOWN: AnswerFault = { kind: "unknown" };

/**
 * What each text means on a scale: labels and aliases, codes as digits, and the words for "not applicable" and
 * "don't know". Where one text could mean two things the scale's own points win, then its own words, then the built-in.
 */
export function answerTable(item: string, scale: Scale): AnswerTable {
  const codes = new Map<string, number>();
  const enter = (texts: readonly string[], code: number): void => {
    for (const text of texts) codes.set(normaliseAnswer(text), code);
  };
  enter(DONT_KNOW, MISSING.dontKnow);
  enter(NOT_APPLICABLE, MISSING.notApplicable);
  enter(scale.dontKnow, MISSING.dontKnow);
  enter(scale.notApplicable, MISSING.notApplicable);
  if (scale.kind === "figure")
    return { item, scale: scale.id, kind: "figure", codes, decimals: scale.decimals, units: unitsOf(scale), shown: [] };
  for (const { code } of scale.points) enter([String(code)], code);
  for (const { code, label, aliases } of scale.points) enter(label === undefined ? aliases : [...aliases, label], code);
  return { item, scale: scale.id, kind: "coded", codes, decimals: 0, units: [], shown: shownAnswers(scale) };
}

/** The whole unit, and its first word or sign: "% a year" is also written "%". */
function unitsOf(scale: FigureScale): readonly string[] {
  const unit = normaliseAnswer(scale.unit);
  const first = unit.split(" ")[0] ?? "";
  return [...new Set([unit, first])].filter((text) => text !== "");
}

function shownAnswers(scale: CodedScale): readonly string[] {
  const labels = scale.points.flatMap(({ label }) => (label === undefined ? [] : [label]));
  return labels.length > 0 ? labels : scale.points.map(({ code }) => String(code));
}

/**
 * The code of an answer as it stands in a cell, or a kind of MISSING, or why it cannot be read.
 * A figure: value × 10^decimals, exactly. Never guesses: digits beside a label are checked, not taken.
 */
export function codeAnswer(table: AnswerTable, cell: string): number | AnswerFault {
  const text = normaliseAnswer(cell);
  if (text === "") return MISSING.unanswered;
  const known = table.codes.get(text);
  if (known !== undefined) return known;
  if (table.kind === "figure") return readFigure(text, table);
  return wholeNumber(table, text) ?? labelWithNumber(table, text);
}

/** `4.0` or `+4` as spreadsheets write a 4, where 4 is a code. */
function wholeNumber(table: AnswerTable, text: string): number | undefined {
  const digits = /^\+?(-?\d+)(?:[.,]0{1,2})?$/.exec(text)?.[1];
  return digits === undefined ? undefined : table.codes.get(digits);
}

/** `5 - agree`, `(5) agree`, `5) agree`, `5. agree`, `5: agree`, `5 agree`. */
const NUMBER_FIRST = /^(?:\(([-+]?\d+)\)|([-+]?\d+))\s*[-:.)=]?\s*(\D.*)$/;
/** `agree (5)`, `agree - 5`, `agree: 5`. */
const NUMBER_LAST = /^(.*?\S)\s*(?:\(([-+]?\d+)\)|[-:=]\s*(\d+))$/;

/** Longer than any label: a comment in the wrong column. */
const LONGEST = 300;

function labelWithNumber(table: AnswerTable, text: string): number | AnswerFault {
  if (text.length > LONGEST) return UNKNOWN;
  const first = NUMBER_FIRST.exec(text);
  const last = NUMBER_LAST.exec(text);
  return (
    checked(table, first?.[3], first?.[1] ?? first?.[2]) ?? checked(table, last?.[1], last?.[2] ?? last?.[3]) ?? UNKNOWN
  );
}

/** Undefined when the label is no answer of the scale. */
function checked(
  table: AnswerTable,
  label: string | undefined,
  digits: string | undefined,
): number | AnswerFault | undefined {
  const code = label === undefined ? undefined : table.codes.get(label);
  if (label === undefined || code === undefined) return undefined;
  const number = Number(digits);
  if (code === number) return code;
  const isMissingWord = code <= MISSING.unknown;
  // "Not applicable (8)" beside a scale of 1 to 7: a survey tool numbers all its choices.
  if (isMissingWord && !table.codes.has(String(number))) return code;
  return { kind: "disagrees", label, code: isMissingWord ? null : code, number };
}
