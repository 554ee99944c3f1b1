import type { Audit } from "../../audit/types.ts";
import { cleanDeep } from "../clean.ts";
import { withLocale } from "../locale.ts";
import { roomPages } from "../sections/room-sheet.ts";
import { spokenSheet } from "../sections/spoken.ts";
import { type HouseStyle, PLAIN_STYLE } from "../style.ts";
import { drawSheet } from "./draw.ts";
import { createStylus, type PageOptions } from "./stylus.ts";

interface RoomOptions extends PageOptions {
  /** Lines of the window; null or absent: the whole page, however long. */
  readonly height?: number | null;
  /** To be read aloud: plain lines, however many. */
  readonly spoken?: boolean;
  readonly style?: Pick<HouseStyle, "locale">;
}

/**
 * One screen for the people in the room: the headline, the ends, what to talk about and where to start. The fullest page
 * that leaves a line of the window for the prompt; where none does, the shortest.
 */
export async function renderRoom(
  audit: Audit,
  { height = null, spoken = false, style: { locale } = PLAIN_STYLE, ...options }: RoomOptions,
): Promise<string> {
  const pages = withLocale(locale, () => roomPages(cleanDeep(audit)));
  const stylus = await createStylus(options, pages);
  if (spoken) return drawSheet({ ...spokenSheet(pages[1]?.sheet ?? pages[0].sheet), locale }, stylus, "close");
  const fits = (text: string) => height === null || text.split("\n").length <= height;
  let text = "";
  for (const { sheet, spacing } of pages) {
    text = drawSheet({ ...sheet, locale }, stylus, spacing);
    if (fits(text)) break;
  }
  return text;
}
