import { checkDigit } from "./paper/code.ts";
import type { Sheet } from "./sheet.ts";
import { isNamed, readNamed } from "./sheet-named.ts";
import {
  badMark,
  badQuotes,
  endsEarly,
  type SheetProblem,
  type Spot,
  sheetTwice,
  wrongCheck,
} from "./sheet-problems.ts";
import { emptyReading, isFirst, type SheetReading } from "./sheet-reading.ts";
import { readRun } from "./sheet-run.ts";
import { type Token, tokensOf } from "./sheet-tokens.ts";
import { plainText } from "./typed.ts";
import type { InterviewPlan } from "./types.ts";

export interface SheetLine {
  /** Null when there are errors. */
  readonly sheet: Sheet | null;
  /** In order of column; errors, or warnings that stand in nobody's way. */
  readonly problems: readonly SheetProblem[];
}

/**
 * One sheet of paper as it is typed: runs of answers (`43-n5`), `12:` to go on from an item, single items and segments by
 * name (`C1=4`, `department=Sales`), `@17` the number of the sheet, `=7` its check digit, `//` and a comment.
 * taken: numbers of sheets that were typed in before; with the line they stand in, where there is one.
 */
export function parseSheetLine(
  plan: InterviewPlan,
  line: string,
  taken: ReadonlyMap<number, number | null> = new Map(),
): SheetLine {
  const reading = emptyReading(plan);
  const { tokens, unclosed } = tokensOf(line);
  for (const token of tokens) readToken(reading, token);
  if (unclosed !== null) reading.problems.push(badQuotes(unclosed));
  const { number } = reading;
  if (number !== null && taken.has(number.value))
    reading.problems.push(sheetTwice(number.spot, taken.get(number.value) ?? null));
  // With an answer still to be put right the sum says nothing.
  if (reading.problems.length === 0) compareCheck(reading);
  if (reading.problems.length > 0) return { sheet: null, problems: inOrder(reading.problems) };
  return { sheet: sheetOf(reading), problems: warningsOf(reading, line) };
}

function readToken(reading: SheetReading, { kind, text, column }: Token): void {
  const spot: Spot = { text, column };
  if (kind === "comment") reading.comment = plainText(text) || null;
  else if (text.startsWith("@") || text.startsWith("=")) readMark(reading, spot);
  else if (isNamed(text)) readNamed(reading, spot);
  else readRun(reading, spot);
}

function readMark(reading: SheetReading, spot: Spot): void {
  const isNumber = spot.text.startsWith("@");
  const digits = spot.text.slice(1);
  const fits = isNumber ? /^\d{1,9}$/.test(digits) : /^\d$/.test(digits);
  if (!fits) reading.problems.push(badMark(spot));
  else if (isFirst(reading, isNumber ? "The number of the sheet" : "The check digit", spot))
    reading[isNumber ? "number" : "check"] = { value: Number(digits), spot };
}

function compareCheck({ check, answers, problems }: SheetReading): void {
  const right = checkDigit(answers.values());
  if (check !== null && check.value !== right) problems.push(wrongCheck(check.spot, right));
}

function sheetOf(reading: SheetReading): Sheet {
  const { answers, notes, hands, comment, number, check } = reading;
  return {
    answers,
    notes,
    hands,
    comment,
    number: number?.value ?? null,
    check: checkDigit(answers.values()),
    checked: check !== null,
  };
}

/**
 * A sign forgotten anywhere moves all answers behind it; at the end of the line it shows. Not in the check digit where it was
 * a blank: that counts nothing.
 */
function warningsOf({ plan, answers, next, ...reading }: SheetReading, line: string): readonly SheetProblem[] {
  const open = plan.items.slice(next).find(({ id }) => !answers.has(id));
  if (!reading.runs || reading.jumped || open === undefined) return [];
  return [endsEarly({ column: line.trimEnd().length, text: String(open.number) }, plan.items.length)];
}

function inOrder(problems: readonly SheetProblem[]): readonly SheetProblem[] {
  return [...problems].sort((a, b) => a.column - b.column);
}
