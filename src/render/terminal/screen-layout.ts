import type { Stylus } from "./stylus.ts";

export interface ScreenOptions {
  /** Columns and lines of the window. */
  readonly width: number;
  readonly height: number;
  /** UTF-16 offset of the cursor in the text of the input; default: behind it. */
  readonly cursor?: number | undefined;
  /** The part of that text which is wrong: underlined, and shown with carets. */
  readonly caret?: { readonly offset: number; readonly length: number } | null | undefined;
}

/** How much decoration a screen has. */
export interface Layout {
  /** Blank lines between the head and the question; 0: no blank lines anywhere. */
  readonly air: 0 | 1 | 2;
  /** A blank line at the top and one above the keys. */
  readonly edge: boolean;
  /** Title, words and bar; only the words; nothing. */
  readonly head: "full" | "words" | "none";
  /** Blank lines between all options; where they change from numbers to letters; nowhere. */
  readonly spacing: "all" | "groups" | "none";
  /** Options stand in so many columns, where these are wide enough. */
  readonly columns: 1 | 2 | 3;
  readonly keys: boolean;
  /** Lines of a typed text that are seen at once. */
  readonly typed: number;
  /** Lines kept free for a notice, so that nothing moves when one appears. */
  readonly reserve: number;
}

const FULL: Layout = {
  air: 2,
  edge: true,
  head: "full",
  spacing: "groups",
  columns: 1,
  keys: true,
  typed: 6,
  reserve: 3,
};
const TIGHT: Layout = { ...FULL, air: 0, edge: false, head: "words", spacing: "none", typed: 3, reserve: 0 };

/**
 * From the airiest to the barest. The question, what is said about it, its options, the line one types on and the keys are
 * in all of them: what does not fit the barest is not shown at all.
 */
export const LAYOUTS: readonly Layout[] = [
  { ...FULL, spacing: "all" },
  FULL,
  { ...FULL, air: 1 },
  { ...FULL, air: 1, reserve: 0 },
  { ...FULL, air: 1, spacing: "none", typed: 4, reserve: 0 },
  { ...FULL, air: 1, edge: false, spacing: "none", typed: 4, reserve: 0 },
  { ...FULL, air: 1, edge: false, head: "words", spacing: "none", typed: 3, reserve: 0 },
  { ...FULL, air: 1, edge: false, head: "words", spacing: "none", columns: 2, typed: 3, reserve: 0 },
  TIGHT,
  { ...TIGHT, columns: 2 },
  { ...TIGHT, columns: 3, typed: 1 },
  { ...TIGHT, head: "none", typed: 1 },
  { ...TIGHT, columns: 2, head: "none", typed: 1 },
  { ...TIGHT, columns: 3, head: "none", typed: 1 },
];

/** Those without a head: one of them needs the fewest lines. */
export const BAREST = LAYOUTS.filter(({ head }) => head === "none");

/** Where there is no room for a notice too, it stands in the place of the keys: it goes with the next key. */
export const UNDER_NOTICE: Layout = { ...TIGHT, columns: 3, head: "none", keys: false, typed: 1 };

/** The part of the window that is written on. */
export interface Page {
  readonly stylus: Stylus;
  readonly margin: number;
}

/** Lines for a window, from its top; never wider or more than it. */
export interface DrawnScreen {
  readonly lines: readonly string[];
  /** Where the cursor is, both from 0; null: nothing is typed here. */
  readonly cursor: { readonly row: number; readonly column: number } | null;
  /** The window does not hold the screen, and asks to be made larger instead: no key may answer what cannot be read. */
  readonly tooSmall: boolean;
}
