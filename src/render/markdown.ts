import type { Audit } from "../audit/types.ts";
import { cleanDeep } from "./clean.ts";
import { markdownSheet } from "./markdown/draw.ts";
import { auditSheet } from "./sections/audit-sheet.ts";
import type { HouseStyle } from "./style.ts";

/** The report as GitHub-flavoured Markdown without HTML: the same words and numbers, in the same order, as the terminal's. */
export function renderMarkdown(audit: Audit, style?: HouseStyle): string {
  return markdownSheet(auditSheet(cleanDeep(audit), style));
}
