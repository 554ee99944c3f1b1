import type { Figure, Stretch } from "./figures/types.ts";
import type { Tone } from "./tone.ts";

/**
 * A neutral document: what is said, in order, before any format decides how it looks. Reports and the answers of
 * commands are built as sheets; the terminal and Markdown draw the same sheet, so they cannot tell different stories.
 * All texts are plain text; cleaning and escaping is the drawing's business.
 */
export interface Sheet {
  readonly title: string;
  /** Who made it, at the end of the title line. */
  readonly maker?: string;
  readonly subtitle?: string;
  /** Repeated beside every heading: something the reader must not miss on any page. */
  readonly mark?: string | null;
  /** How numbers are written, as a BCP 47 tag: also those that a drawing adds; null or absent: 1,234.5. */
  readonly locale?: string | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Facts
  | Table
  | Preformatted
  | Formula
  | Panel
  | Chart
  | Matrix
  | Figure
  | Entry;

export type { Tone } from "./tone.ts";

export interface Toned {
  readonly text: string;
  readonly tone: Tone;
}

export type Cell = string | Toned;

export interface Heading {
  readonly kind: "heading";
  readonly text: string;
  /** 2: a section; 3: a part of one. */
  readonly level: 2 | 3;
  /** Which section of a report begins here, for house styles and links; absent: none that has a name. */
  readonly section?: SectionName;
}

/** Sections of a report by the names that project files use. */
export const SECTIONS = [
  "summary",
  "about",
  "triage",
  "headline",
  "steering",
  "ladder",
  "journey",
  "map",
  "dimensions",
  "scorecard",
  "change",
  "groups",
  "room",
  "findings",
  "lenses",
  "disagreements",
  "drivers",
  "causes",
  "talk",
  "responses",
  "plan",
  "outlook",
  "sure",
  "quality",
  "method",
  "items",
] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly tone?: Tone;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly string[];
  readonly tone?: Tone;
}

/** Labels with what they stand for. */
export interface Facts {
  readonly kind: "facts";
  readonly rows: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly tone?: Tone;
}

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Narrowest it may be wrapped to, in columns of the terminal; absent: never wrapped while another can be. */
  readonly wrapTo?: number;
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  /** So many first columns may stand on a line of their own above the rest, where the page is narrow. */
  readonly leading?: number;
  /** A row of cells, or a heading over the rows that follow. */
  readonly rows: readonly TableRow[];
}

export type TableRow = readonly Cell[] | { readonly heading: string };

/** Text that is laid out already: kept to the character. */
export interface Preformatted {
  readonly kind: "preformatted";
  readonly text: string;
}

/** Arithmetic with its numbers put in, one line each. */
export interface Formula {
  readonly kind: "formula";
  readonly lines: readonly string[];
}

/** A place on the 0–100 scale: estimate, interval ends, target. */
export interface Mark {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly target: number | null;
  readonly tone: Tone;
}

/** The one number a report leads with. */
export interface Panel {
  readonly kind: "panel";
  /** "": the score says whose it is. */
  readonly title: string;
  readonly score: string;
  readonly of: string;
  readonly word: Toned | null;
  readonly mark: Mark | null;
  readonly lines: readonly string[];
}

/** Estimates under one another on the same 0–100 scale. */
export interface Chart {
  readonly kind: "chart";
  readonly label: string;
  readonly score: string;
  /** Beside the bars. */
  readonly columns: readonly Column[];
  /** Further numbers, beside the bars where there is room and in a second table where not. */
  readonly more: readonly Column[];
  readonly moreTitle: string;
  /** What a drawn scale is called; absent: `score`. */
  readonly scale?: string;
  /** A figure after it draws the same and more: formats that draw show this as a table. */
  readonly isPictured?: boolean;
  /** Parts of the scale behind the bars, for formats that draw them; absent: none. */
  readonly bands?: readonly Stretch[];
  readonly rows: readonly (ChartRow | { readonly heading: string })[];
}

export interface ChartRow {
  readonly label: string;
  readonly score: Cell;
  /** In place of a bar: why there is none. */
  readonly mark: Mark | string;
  readonly cells: readonly Cell[];
  readonly more: readonly Cell[];
}

/** The same statistic over two headings; drawn with either of them across. */
export interface Matrix {
  readonly kind: "matrix";
  readonly corner: { readonly row: string; readonly column: string };
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** One per row and column. */
  readonly cells: readonly (readonly MatrixCell[])[];
}

export interface MatrixCell {
  readonly text: Cell;
  readonly interval: string | null;
  /** A word behind it. */
  readonly mark?: string | null;
  /** Where it lies on the 0–100 scale, for formats that shade by it; null: hidden or no data. Absent: the matrix is not shaded. */
  readonly shade?: { readonly value: number; readonly tone: Tone } | null;
}

/** One finding, one step: a title with a word before it, then labelled lines. */
export interface Entry {
  readonly kind: "entry";
  readonly lead: Toned;
  readonly title: string;
  /** A few words after the title. */
  readonly aside: Toned | null;
  readonly facts: readonly Fact[];
}
