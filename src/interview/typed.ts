import { type HandsReading, readHands } from "../framework/hands.ts";
import { capital } from "../problems/capital.ts";
import { readFigure } from "./figure.ts";
import { choicesOf, type Question } from "./questions.ts";
import type { Answer } from "./types.ts";

/** Every change of a line is written to the disk whole, at each key: long enough for any comment, short enough for that. */
export const LONGEST_LINE = 1000;

export type TypedAnswer = { readonly answer: Answer } | { readonly fault: string };

/** What a typed line answers, or in words why it answers nothing. The line is not empty. */
export function readAnswer(question: Question, line: string): TypedAnswer {
  if (question.kind === "item" && question.item.scale.kind === "figure") {
    const figure = readFigure(line, question.item.scale);
    return "fault" in figure ? figure : { answer: { kind: "figure", text: figure.text } };
  }
  const choices = choicesOf(question);
  if (choices.length === 0) return { answer: { kind: "choice", text: line } };
  const wanted = line.replace(/^\+|^0+(?=\d)/g, "").replace("\u2212", "-");
  const choice = choices.find(({ key }) => key === wanted);
  if (choice !== undefined) return { answer: choice.answer };
  return { fault: `There is no ${line.slice(0, 12)} here: from ${choices[0]?.key} to ${choices.at(-1)?.key}.` };
}

/** Counts of a show of hands, one a point, or in a sentence why they are none. */
export function handsTyped(question: Question, line: string): HandsReading {
  const read = readHands(line, choicesOf(question).length);
  return "fault" in read ? { fault: `${capital(read.fault)}.` } : read;
}

/** Control characters, halves of signs, and marks that break lines or turn the direction of writing. */
const CONTROLS = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const EVERY_CONTROL = new RegExp(CONTROLS.source, "gu");

export function hasControls(text: string): boolean {
  return CONTROLS.test(text);
}

/** A space stands for each. */
export function withoutControls(text: string): string {
  return text.replace(EVERY_CONTROL, " ");
}

/** One line of plain text: no control characters, no marks that turn the direction of writing, single spaces. */
export function plainText(text: string): string {
  return withoutControls(text).replace(/\s+/gu, " ").trim();
}

/** As far as a typed line may go. */
export function plainLine(line: string): string {
  return plainText(line)
    .slice(0, LONGEST_LINE)
    .replace(/[\ud800-\udbff]$/, "");
}

/**
 * The line as far as it is kept: of what was put in, wherever that was, only as much as there is room for, so that nothing
 * that stood there before is lost. `left` are the signs for which there was none.
 */
export function fitted(before: string, written: string): { readonly text: string; readonly left: number } {
  const left = Math.max(0, written.length - LONGEST_LINE);
  if (left === 0) return { text: written, left };
  const most = Math.min(before.length, LONGEST_LINE);
  let tail = 0;
  while (tail < most && before.at(-1 - tail) === written.at(-1 - tail)) tail += 1;
  // Neither cut may fall between the two halves of one sign.
  if (tail > 0 && /^[\udc00-\udfff]/.test(written.slice(-tail))) tail -= 1;
  const kept = written.slice(0, LONGEST_LINE - tail).replace(/[\ud800-\udbff]$/, "");
  const text = kept + written.slice(written.length - tail);
  return { text, left: written.length - text.length };
}
