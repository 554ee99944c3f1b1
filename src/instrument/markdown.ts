import { offeredTexts } from "./answer-form.ts";
import type { Instrument, InstrumentPart, InstrumentSegment } from "./instrument.ts";

/** Every sign that Markdown or the HTML within it would take for its own. */
const SIGNS = /[\\`*_{}[\]<>()#+!|~&^$=-]/g;

/** The questionnaire as a text to copy into any tool, wording by wording. */
export function markdownInstrument(instrument: Instrument): string {
  const paragraphs = [
    `# ${escaped(instrument.title)}`,
    ...instrument.intro.map(escaped),
    ...aboutYou(instrument.segments),
    ...instrument.parts.flatMap(partText),
    escaped(instrument.closing),
    "---",
    "For whoever sets it up: copy the wording as it is, sign for sign, and make no question required. Columns are recognised by the wording, answers by their words.",
    `Framework ${escaped(instrument.framework.id)} ${escaped(instrument.framework.version)}, audience ${escaped(instrument.audience)}, form ${escaped(instrument.form ?? "full")}`,
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function aboutYou(segments: readonly InstrumentSegment[]): readonly string[] {
  if (segments.length === 0) return [];
  const lines = segments.map(({ name, options }) =>
    options.length === 0 ? `- ${escaped(name)}` : `- ${escaped(name)}: ${options.map(escaped).join(" / ")}`,
  );
  return ["## About you", lines.join("\n")];
}

function partText({ title, prompt, answers, items }: InstrumentPart): readonly string[] {
  const how =
    answers.kind === "figure"
      ? `Please write ${escaped(answers.hint)}.`
      : `${prompt}\n\n${offeredTexts(answers)
          .map((text) => `- ${escaped(text)}`)
          .join("\n")}`;
  return [`## ${title}`, how, items.map(({ number, text }) => `${number}. ${escaped(text)}`).join("\n")];
}

function escaped(text: string): string {
  return text.replace(SIGNS, (sign) => HTML[sign] ?? `\\${sign}`);
}

const HTML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
