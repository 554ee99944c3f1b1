import { offeredTexts } from "./answer-form.ts";
import { figureHelp, segmentsHeading } from "./headings.ts";
import type { Instrument, InstrumentPart } from "./instrument.ts";

/** Every sign that Markdown or the HTML within it would take for its own. */
const SIGNS = /[\\`*_{}[\]<>()#+!|~&^$=-]/g;

/** The questionnaire as a text to copy into any tool, wording by wording. */
export function markdownInstrument(instrument: Instrument): string {
  const paragraphs = [
    `# ${escaped(instrument.title)}`,
    ...instrument.intro.map(escaped),
    ...aboutYou(instrument),
    ...instrument.parts.flatMap((part) => partText(part, instrument.language)),
    ...(instrument.closing === "" ? [] : [escaped(instrument.closing)]),
    "---",
    "For whoever sets it up: copy the wording as it is, sign for sign, and make no question required. Columns are recognised by the wording, answers by their words.",
    `Framework ${escaped(instrument.framework.id)} ${escaped(instrument.framework.version)}, audience ${escaped(instrument.audience)}, form ${escaped(instrument.form ?? "full")}`,
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function aboutYou(instrument: Instrument): readonly string[] {
  const { segments } = instrument;
  if (segments.length === 0) return [];
  const lines = segments.map(({ name, options }) =>
    options.length === 0 ? `- ${escaped(name)}` : `- ${escaped(name)}: ${options.map(escaped).join(" / ")}`,
  );
  return [`## ${escaped(segmentsHeading(instrument))}`, lines.join("\n")];
}

function partText({ title, prompt, answers, items }: InstrumentPart, language: string): readonly string[] {
  const how =
    answers.kind === "figure"
      ? [escaped(figureHelp(answers, language))]
      : [
          prompt,
          offeredTexts(answers)
            .map((text) => `- ${escaped(text)}`)
            .join("\n"),
        ];
  return [
    `## ${title}`,
    ...how.filter((text) => text !== ""),
    items.map(({ number, text }) => `${number}. ${escaped(text)}`).join("\n"),
  ];
}

function escaped(text: string): string {
  return text.replace(SIGNS, (sign) => HTML[sign] ?? `\\${sign}`);
}

const HTML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
