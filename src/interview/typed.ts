import { readFigure } from "./figure.ts";
import { choicesOf, type Question } from "./questions.ts";
import type { Answer } from "./types.ts";

/** Long enough for any comment, short enough for a journal's line. */
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

/** Counts of a show of hands, one a point, or in words why they are none. */
export function readHands(
  question: Question,
  line: string,
): { readonly counts: readonly number[] } | { readonly fault: string } {
  const points = choicesOf(question).length;
  const words = line.split(/[\s,;]+/).filter((word) => word !== "");
  if (!words.every((word) => /^\d{1,4}$/.test(word))) return { fault: "Please type how many hands, numbers only." };
  if (words.length !== points)
    return { fault: `That is ${words.length} of ${points} numbers; 0 where no hand went up.` };
  return { counts: words.map(Number) };
}

/** One line of plain text: no control characters, no marks that turn the direction of writing, single spaces. */
export function plainLine(line: string): string {
  return line
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, LONGEST_LINE);
}
