import type { SectionName } from "./sheet.ts";

/** How a firm wants its reports to look and read. It changes no number and no verdict, and hides nothing without saying so. */
export interface HouseStyle {
  /** In place of the framework's title; null: that. */
  readonly title: string | null;
  /** A picture as a data URI (PNG, JPEG or SVG), shown by formats that can; null: none. */
  readonly logo: string | null;
  /** "#rrggbb" of formats with colours; null: our own. */
  readonly accent: string | null;
  /** Sections that are left out; what is said of small groups, a lowered minimum and a single assessment never is. */
  readonly off: ReadonlySet<SectionName>;
  /** Id of a band → its word. */
  readonly bands: ReadonlyMap<string, string>;
  /** How numbers are written, as a BCP 47 tag: "de-CH"; null: 1,234.5. */
  readonly locale: string | null;
}

export const PLAIN_STYLE: HouseStyle = {
  title: null,
  logo: null,
  accent: null,
  off: new Set(),
  bands: new Map(),
  locale: null,
};
