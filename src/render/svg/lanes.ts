/** Rows under one another: a label beside each where labels are short, above it where they are not. */
import { type Markish, text } from "@observablehq/plot";
import { colour } from "./colours.ts";
import { LETTER, LINE, linesOf, widthOf } from "./measure.ts";

export interface LaneLabel {
  readonly label: string;
  /** The heading it stands under; null: none. */
  readonly group: string | null;
}

/** Where a row is drawn, between the edges that all rows share. */
interface Lane {
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
}

export interface Lanes {
  readonly left: number;
  readonly right: number;
  readonly lanes: readonly Lane[];
  /** Where the first begins and the last ends. */
  readonly top: number;
  readonly bottom: number;
  /** From where to where lines of a scale are drawn: not through labels that stand above. */
  readonly stretches: readonly Stretch[];
  readonly marks: readonly Markish[];
}

interface Extent {
  /** Units across, of the whole drawing. */
  readonly width: number;
  /** Units above the first row, beneath its heading. */
  readonly top: number;
  /** Of the drawing in a row. */
  readonly body: number;
  /** Units to the right of the drawing. */
  readonly beside: number;
  /** Rows of all parts of the drawing, whose plots stand under one another. */
  readonly among: readonly LaneLabel[];
  /** Labels are sentences, which are read in one line rather than in three. */
  readonly isAbove?: boolean;
}

/** Half a large dot, so that one at the end of the scale is whole. */
const EDGE = 15;
const MOST_BESIDE = 180;
const GAP = 12;
const PADDING = 7;

interface Label {
  readonly text: string;
  readonly full: string;
  readonly isCut: boolean;
  readonly isHeading: boolean;
  readonly y: number;
}

export function layLanes(
  rows: readonly LaneLabel[],
  { width, top, body, beside, among, isAbove = false }: Extent,
): Lanes {
  const isBeside = !isAbove && among.every(({ label }) => fitsBeside(label));
  const above = { width: width - 2, lines: 4 };
  const texts = rows.map(({ label }) => linesOf(label, isBeside ? BESIDE : above));
  const labels: Label[] = [];
  const lanes: Lane[] = [];
  let y = 0;
  for (const [at, { label: full, group }] of rows.entries()) {
    if (opens(rows, at) && group !== null) {
      const heading = linesOf(group, above);
      labels.push({ ...heading, full: group, isHeading: true, y: y + PADDING });
      y += heightOf(heading.text) + PADDING + 2;
    }
    if (at === 0) y += top;
    const label = texts[at] ?? { text: "", isCut: false };
    const placed = laneAt(y, { high: heightOf(label.text), body, isBeside });
    labels.push({ ...label, full, isHeading: false, y: placed.label });
    lanes.push(placed.lane);
    y = placed.lane.bottom + PADDING;
  }
  const stretches = isBeside ? stretchesBeside(rows, lanes) : stretchesBeneath(lanes);
  return {
    left: isBeside ? columnOf(among) + GAP + EDGE : EDGE,
    right: width - EDGE - beside,
    lanes,
    top: isBeside ? (stretches[0]?.from ?? top) : (labels.find(({ isHeading }) => !isHeading)?.y ?? top),
    bottom: y,
    stretches,
    marks: [false, true].map((isHeading) =>
      labelled(
        labels.filter((one) => one.isHeading === isHeading),
        isHeading ? 700 : 400,
      ),
    ),
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** From heading to heading. */
function stretchesBeside(rows: readonly LaneLabel[], lanes: readonly Lane[]): readonly Stretch[] {
  const starts = rows.flatMap((_, at) => (at === 0 || opens(rows, at) ? [at] : []));
  return starts.map((at, part) => ({
    from: (lanes[at]?.top ?? 0) - PADDING,
    to: (lanes[(starts[part + 1] ?? rows.length) - 1]?.bottom ?? 0) + PADDING,
  }));
}

/** Row by row, down to the scale with the last. */
function stretchesBeneath(lanes: readonly Lane[]): readonly Stretch[] {
  const last = lanes.length - 1;
  return lanes.map(({ top, bottom }, at) => ({ from: top - 2, to: bottom + (at === last ? PADDING : 2) }));
}

/** A heading stands above this row. */
function opens(rows: readonly LaneLabel[], at: number): boolean {
  const group = rows[at]?.group ?? null;
  return group !== null && group !== rows[at - 1]?.group;
}

function heightOf(lines: string): number {
  return lines.split("\n").length * LINE;
}

/** A row that begins here, and where its label does. */
function laneAt(
  y: number,
  { high, body, isBeside }: { readonly high: number; readonly body: number; readonly isBeside: boolean },
): { readonly lane: Lane; readonly label: number } {
  const height = isBeside ? Math.max(body, high) : body;
  const top = y + PADDING + (isBeside ? 0 : high);
  const lane = { top, bottom: top + height, middle: top + height / 2 };
  return { lane, label: isBeside ? top + (height - high) / 2 : y + PADDING };
}

const BESIDE = { width: MOST_BESIDE, lines: 3 };

/** Whole, in three lines, and no word cut. */
function fitsBeside(label: string): boolean {
  return label.split(" ").every((word) => widthOf(word) <= MOST_BESIDE) && !linesOf(label, BESIDE).isCut;
}

function columnOf(rows: readonly LaneLabel[]): number {
  return Math.max(0, ...rows.flatMap(({ label }) => linesOf(label, BESIDE).text.split("\n").map(widthOf)));
}

function labelled(labels: readonly Label[], fontWeight: number): Markish {
  return text(labels, {
    x: { value: () => 0, scale: null },
    y: { value: (one: Label) => one.y, scale: null },
    text: "text",
    title: (one: Label) => (one.isCut ? one.full : null),
    fontWeight,
    textAnchor: "start",
    lineAnchor: "top",
    lineHeight: LINE / LETTER,
    fontSize: LETTER,
    fill: colour("ink"),
  });
}
