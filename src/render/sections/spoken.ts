import type { Block, Panel, Sheet } from "../sheet.ts";

/** The sheet as it is read aloud: nothing drawn, every label with what it stands for in one sentence. */
export function spokenSheet(sheet: Sheet): Sheet {
  return { ...sheet, blocks: sheet.blocks.flatMap(spoken) };
}

function spoken(block: Block): readonly Block[] {
  switch (block.kind) {
    case "heading":
      return [line(`${block.text}:`)];
    case "facts":
      return block.rows.map(({ label, text }) => line(/^\d+$/.test(label) ? `${label}. ${text}` : `${label}: ${text}`));
    case "panel":
      return spokenPanel(block);
    default:
      return [block];
  }
}

function spokenPanel({ title, score, of, word, lines }: Panel): readonly Block[] {
  const lead = [title, score].filter((text) => text !== "").join(": ");
  return [line([lead, word?.text ?? "", of].filter((text) => text !== "").join(", ")), ...lines.map(line)];
}

function line(text: string): Block {
  return { kind: "paragraph", text };
}
