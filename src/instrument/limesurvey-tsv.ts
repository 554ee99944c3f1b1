import { fingerprint, questionCode } from "../response/columns/question-code.ts";
import { figureHelp, segmentsHeading } from "./headings.ts";
import type { Instrument, InstrumentPart } from "./instrument.ts";
import { answerCodes, arrayCodes, type CodedAnswer, optionCodes } from "./limesurvey-codes.ts";
import { htmlText } from "./plain-text.ts";

const COLUMNS = [
  "class",
  "type/scale",
  "name",
  "relevance",
  "text",
  "help",
  "language",
  "validation",
  "mandatory",
  "other",
  "default",
  "same_default",
  // An attribute of questions: a figure is written in digits.
  "numbers_only",
] as const;
type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

/** Nobody is known by name, address or time. */
const SETTINGS: Readonly<Record<string, string>> = {
  format: "G",
  anonymized: "Y",
  datestamp: "N",
  ipaddr: "N",
  refurl: "N",
  savetimings: "N",
  allowprev: "Y",
};

/**
 * LimeSurvey's survey structure, tab-separated: arrays (type F) whose subquestions have the items' ids as codes. Exports name
 * the columns `Q1[C1]`. UTF-8 with a byte order mark, as LimeSurvey writes it.
 */
export function limesurveyTsv(instrument: Instrument): string {
  const codes = arrayCodes(instrument);
  const rows: readonly Row[] = [
    ...surveyRows(instrument),
    ...segmentRows(instrument),
    ...instrument.parts.flatMap((part, at) => partRows(part, codes[at] ?? "", instrument.language)),
  ];
  const { language } = instrument;
  const lines = [[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => inLanguage(row, language)[column] ?? ""))];
  return `\ufeff${lines.map((cells) => `${cells.map(cellText).join("\t")}\n`).join("")}`;
}

/** Every text is in one language; settings have none. */
function inLanguage(row: Row, language: string): Row {
  return row.class === "S" ? row : { ...row, language };
}

function surveyRows({ framework, audience, form, language, title, intro, closing }: Instrument): readonly Row[] {
  const number = 100_000 + (fingerprint([framework.id, audience, form ?? ""].join("/")) % 900_000);
  const texts = {
    surveyls_title: htmlText(title),
    surveyls_welcometext: intro.map((text) => `<p>${htmlText(text)}</p>`).join(""),
    surveyls_endtext: htmlText(closing),
  };
  return [
    ...Object.entries({ sid: String(number), language, ...SETTINGS }).map(([name, text]) => ({
      class: "S",
      name,
      text,
    })),
    ...Object.entries(texts).map(([name, text]) => ({ class: "SL", name, text })),
  ];
}

function segmentRows(instrument: Instrument): readonly Row[] {
  const { segments } = instrument;
  if (segments.length === 0) return [];
  return [
    group(segmentsHeading(instrument)),
    ...segments.flatMap(({ name, options }) => [
      question(options.length === 0 ? "S" : "L", questionCode(name), name),
      ...answerRows(optionCodes(options)),
    ]),
  ];
}

function partRows({ title, prompt, answers, items }: InstrumentPart, code: string, language: string): readonly Row[] {
  if (answers.kind === "figure")
    return [
      group(title),
      ...items.map(({ id, text }) => ({
        ...question("S", questionCode(id), text),
        help: htmlText(figureHelp(answers, language)),
        numbers_only: "1",
      })),
    ];
  return [
    group(title),
    question("F", code, prompt === "" ? title : prompt),
    ...items.map(({ id, text }) => ({
      class: "SQ",
      "type/scale": "0",
      name: questionCode(id),
      relevance: "1",
      text: htmlText(text),
    })),
    ...answerRows(answerCodes(answers)),
  ];
}

function group(name: string): Row {
  return { class: "G", name: htmlText(name), relevance: "1" };
}

function question(type: "F" | "L" | "S", code: string, text: string): Row {
  const settings = { relevance: "1", mandatory: "N", other: "N", same_default: "0" };
  return { class: "Q", "type/scale": type, name: code, text: htmlText(text), ...settings };
}

function answerRows(answers: readonly CodedAnswer[]): readonly Row[] {
  return answers.map(({ code, text }) => ({
    class: "A",
    "type/scale": "0",
    name: code,
    text: htmlText(text),
  }));
}

function cellText(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
