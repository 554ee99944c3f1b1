import type { Audit } from "../../audit/types.ts";
import { cleanDeep } from "../clean.ts";
import { auditSheet } from "../sections/audit-sheet.ts";
import type { HouseStyle } from "../style.ts";
import { drawSheet } from "./draw.ts";
import { createStylus, type PageOptions } from "./stylus.ts";

/** The report for a terminal of `width` columns, with or without colour: the same words either way. */
export async function renderTerminal(
  audit: Audit,
  options: PageOptions & { readonly style?: HouseStyle },
): Promise<string> {
  const sheet = auditSheet(cleanDeep(audit), options.style);
  return drawSheet(sheet, await createStylus(options, sheet));
}
