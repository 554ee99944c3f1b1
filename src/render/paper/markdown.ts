import type {
  PaperAbout,
  PaperAside,
  PaperEntry,
  PaperPart,
  PaperPoint,
  PaperSheet,
} from "../../interview/paper/sheet.ts";
import { cleanDeep } from "../clean.ts";
import { escapeMarkdown } from "../markdown/escape.ts";

const LINE = "________________";
const BOX = "☐";

/** The sheet as Markdown: for a printer by way of another program, or for a mail that is sent back filled in. */
export function renderPaperMarkdown(given: PaperSheet): string {
  const sheet = cleanDeep(given);
  const paragraphs = [
    `# ${escapeMarkdown(sheet.title)}`,
    ...sheet.notes.map(({ lead, text }) => `${strong(lead)}: ${escapeMarkdown(text)}`),
    sheet.blanks.map((label) => `${escapeMarkdown(label)}: ${LINE}`).join(" "),
    ...aboutOf(sheet.about),
    "## Questions",
    ...sheet.parts.map((part) => tableOf(part, sheet.aside)),
    `## ${escapeMarkdown(sheet.remark.lead)}`,
    escapeMarkdown(sheet.remark.text),
    "<br><br><br>",
    ...entryOf(sheet.entry),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function aboutOf(about: PaperAbout | null): readonly string[] {
  if (about === null) return [];
  const choices = about.choices.map(({ name, options }) => {
    const answer =
      options.length === 0 ? LINE : options.map((option) => `${BOX} ${escapeMarkdown(option)}`).join("   ");
    return `- ${strong(name)}: ${answer}`;
  });
  return [`## ${escapeMarkdown(about.lead)}`, escapeMarkdown(about.text), choices.join("\n")];
}

/** A column: its head, and what every row has to mark in it. */
interface Column {
  readonly head: string;
  readonly cell: string;
}

function tableOf(part: PaperPart, { notApplicable, dontKnow }: PaperAside): string {
  const columns = [...answerColumns(part), pointColumn(notApplicable), pointColumn(dontKnow)];
  return [
    `| | ${[part.head, ...columns.map(({ head }) => head)].map((text) => escapeMarkdown(text)).join(" | ")} |`,
    `| ---: | --- | ${columns.map(() => ":---:").join(" | ")} |`,
    ...part.rows.map(
      ({ number, text }) => `| ${number} | ${escapeMarkdown(text)} | ${columns.map(({ cell }) => cell).join(" | ")} |`,
    ),
  ].join("\n");
}

function answerColumns(part: PaperPart): readonly Column[] {
  if (part.kind === "grid") return part.points.map(pointColumn);
  if (part.kind === "lines") return [{ head: part.hint, cell: `${LINE} ${escapeMarkdown(part.unit)}`.trimEnd() }];
  return [{ head: `${part.low} … ${part.high}`, cell: part.signs.join(" · ") }];
}

function pointColumn({ sign, says }: PaperPoint): Column {
  return { head: says ?? sign, cell: escapeMarkdown(sign) };
}

function entryOf({ lead, fields, signs, identity }: PaperEntry): readonly string[] {
  return [
    "---",
    `## ${escapeMarkdown(lead)}`,
    fields
      .map(({ label, sign, says }) => `- ${strong(label)} ${escapeMarkdown(sign)} ${LINE} (${escapeMarkdown(says)})`)
      .join("\n"),
    escapeMarkdown(signs),
    identity.map(({ label, text }) => `${escapeMarkdown(label)} ${strong(text)}`).join(" · "),
  ];
}

function strong(text: string): string {
  return `**${escapeMarkdown(text)}**`;
}
