import { normaliseAnswer } from "../../framework/answer-text.ts";

/** Whether a cell says that the question was seen and not answered. texts: such as -99, which spreadsheets write as -99.0 too. */
export function isUnansweredText(texts: ReadonlySet<string>, cell: string): boolean {
  if (texts.size === 0) return false;
  const text = normaliseAnswer(cell);
  return texts.has(text) || texts.has(text.replace(/[.,]0+$/, ""));
}
