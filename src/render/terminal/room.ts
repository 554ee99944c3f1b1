import type { Audit } from "../../audit/types.ts";
import { cleanDeep } from "../clean.ts";
import { roomSheet } from "../sections/room-sheet.ts";
import { drawSheet } from "./draw.ts";
import { createStylus, type PageOptions } from "./stylus.ts";

/** One screen for the people in the room: the headline, the ends, what to talk about and where to start. */
export async function renderRoom(audit: Audit, options: PageOptions): Promise<string> {
  const sheet = roomSheet(cleanDeep(audit));
  return drawSheet(sheet, await createStylus(options, sheet));
}
