/** Rows under one another: a label beside each where labels are short, above it where they are not. */
import { type Markish, text } from "@observablehq/plot";
import { colour } from "./colours.ts";
import { LETTER, LINE, linesOf, widthOf } from "./measure.ts";
import { WIDTH } from "./stage.ts";

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
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
  readonly marks: readonly Markish[];
}

interface Extent {
  readonly top: number;
  /** Of the drawing in a row. */
  readonly body: number;
  /** Units to the right of the drawing. */
  readonly beside: number;
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

export function layLanes(rows: readonly LaneLabel[], { top, body, beside, isAbove = false }: Extent): Lanes {
  const isBeside = !isAbove && rows.every(({ label }) => fitsBeside(label));
  const texts = rows.map(({ label }) => linesOf(label, isBeside ? BESIDE : ABOVE));
  const column = Math.max(0, ...texts.flatMap((one) => one.text.split("\n").map(widthOf)));
  const labels: Label[] = [];
  const lanes: Lane[] = [];
  let y = top;
  for (const [at, { label: full, group }] of rows.entries()) {
    if (group !== null && group !== rows[at - 1]?.group) {
      const heading = linesOf(group, ABOVE);
      labels.push({ ...heading, full: group, isHeading: true, y: y + PADDING });
      y += heading.text.split("\n").length * LINE + PADDING;
    }
    const label = texts[at] ?? { text: "", isCut: false };
    const high = label.text.split("\n").length * LINE;
    const height = isBeside ? Math.max(body, high) : body;
    const start = y + PADDING + (isBeside ? 0 : high);
    labels.push({ ...label, full, isHeading: false, y: isBeside ? start + (height - high) / 2 : y + PADDING });
    lanes.push({ top: start, bottom: start + height, middle: start + height / 2 });
    y = start + height + PADDING;
  }
  return {
    left: isBeside ? column + GAP + EDGE : EDGE,
    right: WIDTH - EDGE - beside,
    lanes,
    top,
    bottom: y,
    stretches: isBeside
      ? [{ from: top, to: y }]
      : lanes.map((lane, at) => ({ from: lane.top - 2, to: at === lanes.length - 1 ? y : lane.bottom + 2 })),
    marks: [
      labelled(
        labels.filter(({ isHeading }) => !isHeading),
        400,
      ),
      labelled(
        labels.filter(({ isHeading }) => isHeading),
        700,
      ),
    ],
  };
}

const BESIDE = { width: MOST_BESIDE, lines: 3 };
const ABOVE = { width: WIDTH - 2, lines: 4 };

/** Whole, in three lines, and no word cut. */
function fitsBeside(label: string): boolean {
  return label.split(" ").every((word) => widthOf(word) <= MOST_BESIDE) && !linesOf(label, BESIDE).isCut;
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
