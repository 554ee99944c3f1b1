import { questionCode } from "../response/columns/question-code.ts";
import { type AsideCodes, asideCodes } from "./answer-form.ts";
import { segmentsHeading } from "./headings.ts";
import type { AnswerForm, ChoiceForm, Instrument, InstrumentPart } from "./instrument.ts";
import { htmlText } from "./plain-text.ts";

/** More answers than this do not fit side by side. */
const MOST_BESIDE = 7;

/**
 * Qualtrics' Advanced Format: one question for each item, its id as the question's id, so that exports name the column by it.
 * The recode values are the scale's own codes.
 */
export function qualtricsTxt(instrument: Instrument): string {
  const aside = asideCodes(
    instrument.parts.map(({ answers }) => answers),
    "above",
  );
  const blocks = [
    ["[[Block:Introduction]]", ["[[Question:DB]]", ...instrument.intro.map(htmlText)].join("\n")],
    ...aboutYou(instrument),
    ...instrument.parts.map((part) => [`[[Block:${htmlText(part.title)}]]`, ...questionsOf(part, aside)]),
  ];
  return `${["[[AdvancedFormat]]", ...blocks.flat()].join("\n\n")}\n`;
}

function aboutYou(instrument: Instrument): readonly (readonly string[])[] {
  const { segments } = instrument;
  if (segments.length === 0) return [];
  const questions = segments.map(({ name, options }) =>
    options.length === 0
      ? question("TE:SingleLine", segmentId(name), [htmlText(name)])
      : question("MC:SingleAnswer:Vertical", segmentId(name), [
          htmlText(name),
          "[[Choices]]",
          ...options.map((option) => htmlText(option)),
        ]),
  );
  return [[`[[Block:${htmlText(segmentsHeading(instrument))}]]`, ...questions]];
}

function questionsOf({ items, answers }: InstrumentPart, aside: AsideCodes): readonly string[] {
  const lines = choiceLines(answers, aside);
  return items.map(({ id, text }) => question(kindOf(answers), questionCode(id), [htmlText(text), ...lines]));
}

function kindOf(answers: AnswerForm): string {
  if (answers.kind === "figure") return "TE:SingleLine";
  return `MC:SingleAnswer:${answers.choices.length <= MOST_BESIDE ? "Horizontal" : "Vertical"}`;
}

function choiceLines(answers: AnswerForm, aside: AsideCodes): readonly string[] {
  if (answers.kind === "figure") return [];
  return [
    "[[AdvancedChoices]]",
    ...coded(answers, aside).flatMap(({ code, text }) => [`[[Choice:${code}]]`, htmlText(text)]),
  ];
}

function coded({ choices, aside }: ChoiceForm, codes: AsideCodes): readonly { code: number; text: string }[] {
  const words = [
    { code: codes.notApplicable, text: aside.notApplicable },
    { code: codes.dontKnow, text: aside.dontKnow },
  ];
  return [...choices, ...words.flatMap(({ code, text }) => (text === null ? [] : [{ code, text }]))];
}

function question(kind: string, id: string, lines: readonly string[]): string {
  return [`[[Question:${kind}]]`, `[[ID:${id}]]`, ...lines].join("\n");
}

/**
 * An id that is none of Qualtrics' own columns and has no ending that Qualtrics gives a meaning (`_TEXT`, `_DO`, `_1`). The name
 * of a segment keeps its underscores, so that `--by` finds it as it was called.
 */
function segmentId(name: string): string {
  const plain = name.replaceAll("_", "");
  const fits = /^[A-Za-z]\w{0,39}$/.test(name) && !/_(?:text|do|group|topics|\d+)$/i.test(name);
  return fits && questionCode(plain.slice(0, 20)) === plain.slice(0, 20) ? name : questionCode(name);
}
