import { cleanText } from "../clean.ts";
import { withLocale } from "../locale.ts";
import type { Block, Entry, Facts, Panel, Preformatted, Sheet } from "../sheet.ts";
import { escapeMarkdown as text } from "./escape.ts";
import { markdownChart, markdownMatrix, markdownTable } from "./tables.ts";

/** A sheet as Markdown, ending with a newline. */
export function markdownSheet(sheet: Sheet): string {
  return withLocale(sheet.locale ?? null, () => drawn(sheet));
}

function drawn({ title, maker, subtitle, mark, blocks }: Sheet): string {
  const head = [
    `# ${text(cleanText(title))}`,
    ...(subtitle === undefined ? [] : [text(subtitle)]),
    ...(maker === undefined ? [] : [`*${text(maker)}*`]),
  ];
  const body = blocks.map((block) => drawBlock(block, mark ?? null).join("\n")).filter((part) => part !== "");
  return `${[...head, ...body].join("\n\n")}\n`;
}

function drawBlock(block: Block, mark: string | null): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [
        `${"#".repeat(block.level)} ${text(block.text)}${block.level === 2 && mark !== null ? ` (${text(mark)})` : ""}`,
      ];
    case "paragraph":
      return [block.tone === "strong" ? `**${text(block.text)}**` : text(block.text)];
    case "list":
      return block.items.map((item) => `- ${text(item)}`);
    case "formula":
      return block.lines.map((line) => `- ${text(line)}`);
    case "facts":
      return facts(block);
    case "table":
      return markdownTable(block);
    case "preformatted":
      return preformatted(block);
    case "panel":
      return panel(block);
    case "chart":
      return markdownChart(block);
    case "matrix":
      return markdownMatrix(block);
    case "entry":
      return entry(block);
    case "figure":
      return [];
  }
}

function facts({ rows }: Facts): readonly string[] {
  return rows.map(({ label, text: said }) => `- ${label === "" ? "" : `**${text(label)}:** `}${text(said)}`);
}

function panel({ title, score, of, word, lines }: Panel): readonly string[] {
  const band = word === null ? "" : `, ${text(word.text)}`;
  return [`**${text(title)}: ${text(score)}${band}** (${text(of)})`, "", ...lines.map((line) => `- ${text(line)}`)];
}

function entry({ lead, title, aside, facts: rows }: Entry): readonly string[] {
  const head = `**${text(lead.text)}: ${text(title)}**${aside === null ? "" : ` (${text(aside.text)})`}`;
  return rows.length === 0 ? [head] : [head, "", ...facts({ kind: "facts", rows })];
}

/** The fence is longer than any run of its sign in the text. */
function preformatted({ text: laidOut }: Preformatted): readonly string[] {
  const runs = laidOut.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [fence, laidOut, fence];
}
