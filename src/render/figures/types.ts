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

/** Dots with intervals under one another, the bands behind them. */
export interface IntervalPicture {
  readonly kind: "intervals";
  /** What the scale is called: "Index (0–100, 100 is best)". */
  readonly axis: string;
  /** Bands from 0 to 100 as they are shown, lowest first. */
  readonly bands: readonly {
    readonly from: number;
    readonly to: number;
    readonly label: string;
    readonly tone: Tone;
  }[];
  /** Null point: hidden, or not computable; `words` then says which. */
  readonly rows: readonly {
    readonly label: string;
    readonly group: string | null;
    readonly point: Point | null;
    readonly target: number | null;
    readonly words: string;
    readonly tone: Tone;
  }[];
}

/** Shares of the answers to each item, those of the good end to the right of the middle. */
export interface DivergingPicture {
  readonly kind: "diverging";
  /** In the order of the scale, from its bad end. */
  readonly answers: readonly string[];
  /** `counts` as `answers`; null: hidden to protect small groups. */
  readonly rows: readonly {
    readonly label: string;
    readonly counts: readonly number[] | null;
    readonly n: number | null;
  }[];
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
  readonly points: readonly { readonly mark: string; readonly label: string; readonly x: number; readonly y: number }[];
}

/** One or several scores over waves. */
export interface TrendPicture {
  readonly kind: "trend";
  readonly axis: string;
  readonly waves: readonly string[];
  readonly bands: IntervalPicture["bands"];
  /** One point a wave; null: not asked, hidden or not comparable. */
  readonly lines: readonly { readonly label: string; readonly points: readonly (Point | null)[] }[];
  /** Between which waves the way of scoring changed: index of the later wave. */
  readonly breaks: readonly number[];
}

/** Levels or stages reached, strand by strand. */
export interface LadderPicture {
  readonly kind: "ladder";
  readonly levels: readonly string[];
  /** Per level: met, not met, or (null) not shown. */
  readonly strands: readonly {
    readonly label: string;
    readonly rungs: readonly (boolean | null)[];
    readonly level: number | null;
  }[];
}

/** Touchpoints in the order people meet them. */
export interface JourneyPicture {
  readonly kind: "journey";
  readonly axis: string;
  readonly touchpoints: readonly {
    readonly label: string;
    readonly point: Point | null;
    /** 1–5; null: not asked or hidden. */
    readonly importance: number | null;
    readonly target: number;
    readonly weakest: boolean;
  }[];
}
