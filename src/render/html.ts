import type { Audit } from "../audit/types.ts";
import { cleanDeep, cleanLines } from "./clean.ts";
import { auditSheet } from "./sections/audit-sheet.ts";
import type { Block, Sheet } from "./sheet.ts";
import type { HouseStyle } from "./style.ts";

/** The report as one HTML file: the words and numbers of the other formats in the same order, with pictures. */
export async function renderHtml(audit: Audit, style: HouseStyle): Promise<string> {
  return drawn(auditSheet(cleanDeep(audit), style), style);
}

/** Any sheet as one HTML file. Texts may come from anyone. */
export async function renderHtmlSheet(sheet: Sheet, style: HouseStyle): Promise<string> {
  const { blocks, ...rest } = sheet;
  return drawn({ ...cleanDeep(rest), blocks: blocks.map(cleanBlock) }, style);
}

/** What draws is large, for its charts: the build puts it into a script of its own, read only when it is asked for. */
async function drawn(sheet: Sheet, style: HouseStyle): Promise<string> {
  const { htmlPage } = await import("./html/page.ts");
  return htmlPage(sheet, style);
}

function cleanBlock(block: Block): Block {
  return block.kind === "preformatted" ? { ...block, text: cleanLines(block.text) } : cleanDeep(block);
}
