/**
 * Pictures of numbers that stand in text or tables beside them: a format that cannot draw leaves them out and hides nothing.
 * What is drawn is decided here, how it looks in each format's own folder.
 */
import type { Tone } from "../tone.ts";

export interface Figure {
  readonly kind: "figure";
  /** Above the picture. */
  readonly title: string;
  /** What the picture shows, in a sentence or two with the numbers that matter: for those who cannot see it. */
  readonly alt: string;
  readonly picture: Picture;
}

export type Picture =
  | IntervalPicture
  | DivergingPicture
  | QuadrantPicture
  | TrendPicture
  | LadderPicture
  | JourneyPicture;

/** A value with its 95 % interval on the 0–100 scale. */
export interface Point {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Part of the 0–100 scale as it is shown, with its word. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Of its colour: 1 at the bad end to 5 at the good one. */
  readonly step: BandStep;
}

export type BandStep = 1 | 2 | 3 | 4 | 5;

/** Dots with intervals under one another, the bands behind them. The terminal has its own bars for the same. */
export interface IntervalPicture {
  readonly kind: "intervals";
  /** What the scale is called: "Index (0–100, 100 is best)". */
  readonly axis: string;
  /** Lowest first; there may be gaps between them, where not all are known. */
  readonly bands: readonly Stretch[];
  readonly rows: readonly IntervalRow[];
}

export interface IntervalRow {
  readonly label: string;
  /** The heading it stands under; null: none. */
  readonly group: string | null;
  /** Null: hidden, or not computable; `words` then says which. */
  readonly point: Point | null;
  readonly target: number | null;
  /** The number as it is written beside, or what stands in its place. */
  readonly words: string;
  readonly tone: Tone;
}

/** Shares of the answers to each item, those of the good end to the right of the middle. */
export interface DivergingPicture {
  readonly kind: "diverging";
  /** In the order of the scale, from its bad end. */
  readonly answers: readonly string[];
  readonly rows: readonly DivergingRow[];
}

export interface DivergingRow {
  /** A few signs, where the page has room for no more. */
  readonly id: string;
  readonly label: string;
  /** The heading it stands under; null: none. */
  readonly group: string | null;
  /** As `answers`, turned where the item is; null: hidden to protect small groups. */
  readonly counts: readonly number[] | null;
  readonly n: number | null;
  /** Its good end is the other one: the last of its counts is of the first of `answers`. */
  readonly turned: boolean;
}

/** Steps of a plan by what they take and what they give. */
export interface QuadrantPicture {
  readonly kind: "quadrant";
  readonly across: string;
  readonly up: string;
  readonly corners: readonly {
    readonly at: "left top" | "right top" | "left bottom" | "right bottom";
    readonly label: string;
  }[];
  /** Where the corners meet, in the units of the axes. */
  readonly cross: { readonly x: number; readonly y: number };
  readonly points: readonly QuadrantPoint[];
}

export interface QuadrantPoint {
  /** One or two signs. */
  readonly mark: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/** One or several scores over waves. */
export interface TrendPicture {
  readonly kind: "trend";
  readonly axis: string;
  readonly waves: readonly string[];
  /** As those of intervals. */
  readonly bands: readonly Stretch[];
  readonly lines: readonly TrendLine[];
  /** Between which waves the way of scoring changed: index of the later wave. */
  readonly breaks: readonly number[];
}

export interface TrendLine {
  readonly label: string;
  /** One a wave; null: not asked, no data or not comparable; "hidden": to protect small groups. */
  readonly points: readonly (Point | "hidden" | null)[];
}

/** Levels or stages reached, strand by strand. The terminal has a table of the same. */
export interface LadderPicture {
  readonly kind: "ladder";
  /** "Level" or "Stage". */
  readonly word: string;
  readonly levels: readonly string[];
  readonly strands: readonly {
    readonly label: string;
    /** Per level: reached with all before it; met by itself only; not met; nothing may be said; nothing is known. */
    readonly rungs: readonly Rung[];
    /** "2", "at least 1", "not known". */
    readonly reached: string;
  }[];
}

export type Rung = "reached" | "by itself" | "not yet" | "hidden" | "no data";

/** Touchpoints in the order people meet them. The terminal has its own bars for the same. */
export interface JourneyPicture {
  readonly kind: "journey";
  readonly axis: string;
  readonly touchpoints: readonly Stop[];
}

export interface Stop {
  readonly label: string;
  readonly point: Point | null;
  /** The number as it is written beside, or what stands in its place. */
  readonly words: string;
  /** 1–5; null: not asked or hidden. */
  readonly importance: number | null;
  readonly target: number;
  readonly weakest: boolean;
  readonly tone: Tone;
}
