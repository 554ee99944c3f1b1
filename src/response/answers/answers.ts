import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { CodedScale, FigureScale, Scale, ScalePoint } from "../../framework/types.ts";
import type { AnswerTable } from "../source-plan.ts";
import { isMissing, MISSING } from "../types.ts";
import { withoutHtml } from "./cell-text.ts";
import type { AnswerFault } from "./fault.ts";
import { readFigure } from "./figure.ts";
import { listedAnswers } from "./several.ts";
import { DONT_KNOW, NOT_APPLICABLE } from "./words.ts";
import { DONT_KNOW_ABROAD, NOT_APPLICABLE_ABROAD } from "./words-translated.ts";

/** What a cell was read as, and by what. */
export interface ReadAnswer {
  /** The code, or a kind of MISSING, or why it cannot be read. A figure: value × 10^decimals, exactly. */
  readonly value: number | AnswerFault;
  /** The label, alias or word it holds, as the table has it; null: none. */
  readonly label: string | null;
  /** The number that stands beside the label; null: none. */
  readonly number: number | null;
}

/**
 * What each text means on a scale: labels, aliases and translations, codes as digits, and the words for "not applicable" and
 * "don't know". Where one text could mean two things the scale's own points win, then its own words, then the built-in.
 */
export function answerTable(item: string, scale: Scale): AnswerTable {
  const codes = new Map<string, number>();
  // Labels and translations are entered twice.
  const known = new Map<string, string>();
  const compared = (text: string): string => {
    const normal = known.get(text) ?? normaliseAnswer(text);
    known.set(text, normal);
    return normal;
  };
  const enter = (texts: readonly string[], code: number): void => {
    for (const text of texts) codes.set(compared(text), code);
  };
  // The built-in words are written as answers are compared.
  for (const words of [DONT_KNOW_ABROAD, DONT_KNOW]) for (const word of words) codes.set(word, MISSING.dontKnow);
  for (const words of [NOT_APPLICABLE_ABROAD, NOT_APPLICABLE])
    for (const word of words) codes.set(word, MISSING.notApplicable);
  enter(scale.dontKnow, MISSING.dontKnow);
  enter(scale.notApplicable, MISSING.notApplicable);
  if (scale.kind === "figure") return { item, scale: scale.id, kind: "figure", codes, ...figureOf(scale), shown: [] };
  for (const point of scale.points) enter([...(point.translations?.values() ?? [])].flat(), point.code);
  for (const { code } of scale.points) enter([String(code)], code);
  for (const point of scale.points) enter(ownTexts(point), point.code);
  const languages = languagesOf(scale, compared);
  return { item, scale: scale.id, kind: "coded", codes, languages, decimals: 0, units: [], shown: shownAnswers(scale) };
}

function ownTexts({ label, aliases }: ScalePoint): readonly string[] {
  return label === undefined ? aliases : [...aliases, label];
}

/** Text → the languages it is an answer in; "" is the framework's own. */
function languagesOf(scale: CodedScale, compared: (text: string) => string): ReadonlyMap<string, ReadonlySet<string>> {
  const languages = new Map<string, Set<string>>();
  const enter = (language: string, texts: readonly string[]): void => {
    for (const text of texts.map(compared)) {
      const known = languages.get(text) ?? new Set();
      languages.set(text, known.add(language));
    }
  };
  for (const point of scale.points) {
    enter("", ownTexts(point));
    for (const [language, texts] of point.translations ?? []) enter(language, texts);
  }
  return languages;
}

function figureOf(scale: FigureScale): Pick<AnswerTable, "decimals" | "units" | "ends"> {
  const ends = { low: Math.min(scale.worst, scale.best), high: Math.max(scale.worst, scale.best) };
  return { decimals: scale.decimals, units: unitsOf(scale), ends };
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

/** What `readAnswer` says, without what it was read by. */
export function codeAnswer(table: AnswerTable, cell: string): number | AnswerFault {
  return readAnswer(table, cell).value;
}

/** Reads an answer as it stands in a cell. Never guesses: digits beside a label are checked, not taken; of several none is taken. */
export function readAnswer(table: AnswerTable, cell: string): ReadAnswer {
  const read = readText(table, normaliseAnswer(cell));
  if (typeof read.value === "number" || !/[<&\r\n]/.test(cell)) return read;
  const again = readText(table, normaliseAnswer(withoutHtml(cell.replace(/<br[^<>]*>|[\r\n]+/gi, ";"))));
  return isUnknown(again) ? readText(table, normaliseAnswer(withoutHtml(cell))) : again;
}

function isUnknown({ value }: ReadAnswer): boolean {
  return typeof value !== "number" && value.kind === "unknown";
}

const read = (value: number | AnswerFault, label: string | null = null, number: number | null = null): ReadAnswer => ({
  value,
  label,
  number,
});
const UNKNOWN = read({ kind: "unknown" });

/** Longer than any label: a comment in the wrong column. */
const LONGEST = 300;

function readText(table: AnswerTable, text: string): ReadAnswer {
  if (text === "") return read(MISSING.unanswered);
  const known = table.codes.get(text);
  if (known !== undefined) return read(known, text);
  if (table.closed === true) return UNKNOWN;
  if (table.kind === "figure") return read(readFigure(text, table));
  const whole = wholeNumber(table, text);
  if (whole !== undefined) return read(whole);
  if (text.length > LONGEST) return UNKNOWN;
  return labelWithNumber(table, text) ?? severalAnswers(table, text) ?? UNKNOWN;
}

/** `4.0`, `4,0` or `+4` as spreadsheets write a 4, where 4 is a code. Where 0 is a code too, `4,0` may be two answers. */
function wholeNumber(table: AnswerTable, text: string): number | undefined {
  if (table.codes.has("0") && /,0$/.test(text)) return undefined;
  const digits = /^\+?(-?\d+)(?:[.,]0{1,2})?$/.exec(text)?.[1];
  return digits === undefined ? undefined : table.codes.get(digits);
}

/** `5 - agree`, `(5) agree`, `[5] agree`, `5) agree`, `5. agree`, `5: agree`, `5 agree`, `5.0 - agree`. */
const NUMBER_FIRST =
  /^(?:\(([-+]?\d+)(?:\.0{1,2})?\)|\[([-+]?\d+)(?:\.0{1,2})?\]|([-+]?\d+)(?:\.0{1,2})?)\s*[-:.)=]?\s*(\D.*)$/;
/** `agree (5)`, `agree [5]`, `agree - 5`, `agree: 5`. */
const NUMBER_LAST =
  /^(.*?\S)\s*(?:\(([-+]?\d+)(?:\.0{1,2})?\)|\[([-+]?\d+)(?:\.0{1,2})?\]|[-:=]\s*(\d+)(?:\.0{1,2})?)$/;

function labelWithNumber(table: AnswerTable, text: string): ReadAnswer | undefined {
  const [, inRound, inSquare, bare, behind] = NUMBER_FIRST.exec(text) ?? [];
  const [, before, round, square, last] = NUMBER_LAST.exec(text) ?? [];
  return checked(table, behind, inRound ?? inSquare ?? bare) ?? checked(table, before, round ?? square ?? last);
}

/** Undefined when the label is no answer of the scale. */
function checked(table: AnswerTable, label: string | undefined, digits: string | undefined): ReadAnswer | undefined {
  const code = label === undefined ? undefined : table.codes.get(label);
  if (label === undefined || code === undefined) return undefined;
  const number = Number(digits);
  if (code === number) return read(code, label, number);
  // "Not applicable (8)" beside a scale of 1 to 7: a survey tool numbers all its choices.
  if (isMissing(code) && !table.codes.has(String(number))) return read(code, label, number);
  return read({ kind: "disagrees", label, code: isMissing(code) ? null : code, number }, label, number);
}

/** Undefined where the text is no list of answers. One answer and a separator behind it is that answer. */
function severalAnswers(table: AnswerTable, text: string): ReadAnswer | undefined {
  const listed = listedAnswers(table, text);
  const [first, ...others] = listed;
  if (first === undefined) return undefined;
  const code = table.codes.get(first);
  // One text twice is no second way of saying it: two columns or two questions ran together.
  const isOne = new Set(listed).size === listed.length && others.every((other) => areOne(table, first, other));
  return code !== undefined && isOne ? read(code, first) : read({ kind: "several", answers: listed });
}

/** An answer and its code, or the same answer in two languages. */
function areOne({ codes, languages }: AnswerTable, one: string, other: string): boolean {
  if (codes.get(one) !== codes.get(other)) return false;
  const own = languages?.get(one);
  return ![...(languages?.get(other) ?? [])].some((language) => own?.has(language));
}
