import type { AnswerTable } from "../source-plan.ts";
import { readAnswer } from "./answers.ts";

type Languages = AnswerTable["languages"];

/**
 * Of texts that mean one code, those of which there are several in one language: whoever wrote them told them apart, and the
 * scale does not. The same words in another order are one text. labels: as the table has them.
 */
export function toldApart(languages: Languages, labels: readonly string[]): ReadonlySet<string> {
  const shares = (one: string, other: string): boolean =>
    [...(languages?.get(one) ?? [])].some((language) => languages?.get(other)?.has(language) === true);
  return new Set(labels.filter((one) => labels.some((other) => words(other) !== words(one) && shares(one, other))));
}

/** Of texts met in one export, those that would be read as the code of another one of them. */
export function mergedAnswers(table: AnswerTable, texts: readonly string[]): ReadonlySet<string> {
  const read = texts.map((text) => ({ text, ...readAnswer(table, text) }));
  const merged = read.flatMap(({ text, label, value }) => {
    const alike = read.flatMap((other) => (other.value === value && other.label !== null ? [other.label] : []));
    return label !== null && toldApart(table.languages, alike).has(label) ? [text] : [];
  });
  return new Set(merged);
}

function words(text: string): string {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .sort()
    .join(" ")
    .trim();
}
