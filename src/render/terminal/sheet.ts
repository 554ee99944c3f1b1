import { cleanDeep, cleanLines } from "../clean.ts";
import type { Block, Sheet } from "../sheet.ts";
import { drawSheet } from "./draw.ts";
import { createStylus, type PageOptions } from "./stylus.ts";

/** Any sheet for a terminal of `width` columns (60 to 160), ending with a newline. Texts may come from anyone. */
export async function renderSheet(sheet: Sheet, options: PageOptions): Promise<string> {
  const { blocks, ...rest } = sheet;
  const clean: Sheet = { ...cleanDeep(rest), blocks: blocks.map(cleanBlock) };
  return drawSheet(clean, await createStylus(options, clean));
}

function cleanBlock(block: Block): Block {
  return block.kind === "preformatted" ? { ...block, text: cleanLines(block.text) } : cleanDeep(block);
}
