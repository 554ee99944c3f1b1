import { capital } from "../../problems/capital.ts";
import { choicesOf, type Question } from "../questions.ts";
import type { Answer } from "../types.ts";
import { shortened } from "./parts.ts";

/** Signs of a text that are shown again. */
export const LONGEST_QUOTE = 44;

/** An answer in short, for a line that stands among others. */
export function inWords(answer: Answer): string {
  switch (answer.kind) {
    case "code":
      return String(answer.code);
    case "figure":
      return answer.text;
    case "choice":
      return shortened(answer.text, LONGEST_QUOTE);
    case "notApplicable":
      return "not applicable";
    case "dontKnow":
      return "don't know";
    case "skipped":
      return "skipped";
  }
}

/** An answer said back to whoever gave it: "Agree.", where its scale has a word for it. */
export function saidBack(question: Question, answer: Answer): string {
  const { code } = answer.kind === "code" ? answer : { code: null };
  const point = choicesOf(question).find((choice) => choice.answer.kind === "code" && choice.answer.code === code);
  const text = point === undefined || point.label === "" ? inWords(answer) : shortened(point.label, LONGEST_QUOTE);
  return `${capital(text)}${/[.?…]$/.test(text) ? "" : "."}`;
}
