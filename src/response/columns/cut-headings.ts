import type { TableHead } from "../table-head.ts";

/** Headings that a survey tool cut: `How far do you .. [The people a.. ]`. Questions that trail off are few. */
const CUT = /(?:\.\.|…) ?\]?$/;
const FEW = 2;

/** What to do about headings of which only the beginning is there, to follow other advice; "" where they are whole. */
export function cutNote({ dialect, headers }: Pick<TableHead, "dialect" | "headers">): string {
  const cut = headers.filter((header) => CUT.test(header)).length;
  return dialect === "limesurvey" && cut >= FEW
    ? ` ${cut} headings are cut off ("..."): export again with question codes or with the full texts.`
    : "";
}
