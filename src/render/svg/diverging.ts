import { type Markish, rect, text } from "@observablehq/plot";
import type { DivergingPicture, DivergingRow } from "../figures/types.ts";
import { count, share } from "../numbers.ts";
import { HIDDEN } from "../words.ts";
import { answerColour, colour } from "./colours.ts";
import { type Lanes, layLanes } from "./lanes.ts";
import type { LegendEntry } from "./legend.ts";
import { LETTER, LINE, widthOf } from "./measure.ts";
import { gridMarks } from "./scale.ts";
import { type Body, type Canvas, type Drawn, inParts } from "./stage.ts";

const BODY = 18;
/** The scale ends at a multiple of this share. */
const STEP = 0.25;

/** Units between two numbers under the scale. */
const ROOM = 62;

/** Shares of the answers of one item to the left of the middle and to its right. */
interface Sides {
  readonly left: number;
  readonly right: number;
}

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly fill: string;
  readonly title: string;
  readonly top: number;
  readonly bottom: number;
}

/** Bars of answers, each half of a middle answer on its own side. */
export function drawDiverging(picture: DivergingPicture, canvas: Canvas): readonly Drawn[] {
  const ends = endsOf(picture.rows);
  return inParts(picture.rows, canvas, (rows) => drawRows({ ...picture, rows }, ends, canvas));
}

function drawRows(picture: DivergingPicture, ends: Sides, { width, hatch }: Canvas): Body {
  const { rows } = picture;
  const labels = rows.map(({ label, turned, group }) => ({ label: turned ? `${label} (turned)` : label, group }));
  const lanes = layLanes(labels, { width, top: 0, body: BODY, beside: 0, among: labels, isAbove: true });
  return {
    height: lanes.bottom + LINE + 12,
    legend: legendOf(picture, hatch),
    marks: [
      ...axis(lanes, ends),
      ...lanes.marks,
      ...bars(picture, lanes, ends),
      gridMarks(lanes, [place(lanes, ends, 0)], colour("ink")),
      ...absent(rows, lanes, hatch),
    ],
  };
}

/** As far as the longest bars reach. */
function endsOf(rows: readonly DivergingRow[]): Sides {
  const sides = rows.map(sidesOf);
  const end = (side: keyof Sides) =>
    Math.max(STEP, Math.ceil(Math.max(0, ...sides.map((one) => one[side])) / STEP - 1e-9) * STEP);
  return { left: end("left"), right: end("right") };
}

function sidesOf({ counts, n }: DivergingRow): Sides {
  if (counts === null || n === null || n === 0) return { left: 0, right: 0 };
  const middle = (counts.length - 1) / 2;
  const part = (isIn: (at: number) => boolean) =>
    counts.reduce((sum, one, at) => sum + (at === middle ? one / 2 : isIn(at) ? one : 0), 0) / n;
  return { left: part((at) => at < middle), right: part((at) => at > middle) };
}

function place({ left, right }: Lanes, ends: Sides, value: number): number {
  return left + ((value + ends.left) / (ends.left + ends.right)) * (right - left);
}

function axis(lanes: Lanes, ends: Sides): readonly Markish[] {
  const steps = Math.round((ends.left + ends.right) / STEP);
  const ticks = Array.from({ length: steps + 1 }, (_, at) => at * STEP - ends.left);
  const x = { value: (tick: number) => place(lanes, ends, tick), scale: null } as const;
  const numbers = { fontSize: LETTER, fill: colour("quiet"), lineAnchor: "top" } as const;
  // At its ends a number would be cut by the edge; between them it stands where it does not touch its neighbour.
  const [first, ...rest] = ticks;
  const last = rest.pop();
  const isRoomy = place(lanes, ends, STEP) - place(lanes, ends, 0) >= ROOM;
  const between = rest.filter((tick) => tick === 0 || isRoomy);
  const beneath = { value: () => lanes.bottom + 6, scale: null } as const;
  const at = (values: readonly (number | undefined)[], textAnchor: "start" | "middle" | "end") =>
    text(
      values.flatMap((one) => one ?? []),
      { ...numbers, x, y: beneath, textAnchor, text: (tick: number) => share(Math.abs(tick)) },
    );
  return [
    gridMarks(
      lanes,
      ticks.map((tick) => place(lanes, ends, tick)),
      colour("line"),
    ),
    at([first], "start"),
    at(between, "middle"),
    at([last], "end"),
  ];
}

function bars({ answers, rows }: DivergingPicture, lanes: Lanes, ends: Sides): readonly Markish[] {
  const segments = rows.flatMap((row, at): readonly Segment[] => {
    const { counts, n, turned } = row;
    if (counts === null || n === null || n === 0) return [];
    const { middle } = lanes.lanes[at] ?? { middle: 0 };
    const [top, bottom] = [middle - BODY / 2, middle + BODY / 2];
    let from = -sidesOf(row).left;
    return counts.flatMap((one, answer) => {
      const start = from;
      from += one / n;
      const name = answers[turned ? counts.length - 1 - answer : answer] ?? "";
      const title = `${name}: ${count(one)} of ${count(n)}`;
      const fill = answerColour(answer, counts.length);
      return one === 0 ? [] : [{ from: start, to: from, fill, title, top, bottom }];
    });
  });
  return [
    rect(segments, {
      x1: (one: Segment) => place(lanes, ends, one.from),
      x2: (one: Segment) => place(lanes, ends, one.to),
      ...{ y1: "top", y2: "bottom", fill: "fill", title: "title", stroke: colour("paper") },
    }),
  ];
}

interface Absent {
  readonly words: string;
  readonly middle: number;
}

function absent(rows: readonly DivergingRow[], { lanes, left, right }: Lanes, hatch: string): readonly Markish[] {
  const places = rows.flatMap(({ counts, n }, at): readonly Absent[] => {
    const { middle } = lanes[at] ?? { middle: 0 };
    if (counts === null) return [{ words: HIDDEN, middle }];
    return n === 0 ? [{ words: "no data", middle }] : [];
  });
  const behind = { y1: (one: Absent) => one.middle - BODY / 2, y2: (one: Absent) => one.middle + BODY / 2 } as const;
  return [
    rect(
      places.filter(({ words }) => words === HIDDEN),
      { ...behind, x1: left, x2: right, fill: hatch },
    ),
    rect(places, {
      ...behind,
      x1: left + 8,
      x2: (one: Absent) => left + 16 + widthOf(one.words),
      fill: colour("paper"),
    }),
    text(places, {
      x: { value: () => left + 12, scale: null },
      y: { value: (one: Absent) => one.middle, scale: null },
      ...{ text: "words", textAnchor: "start", fontSize: LETTER, fill: colour("quiet") },
    }),
  ];
}

function legendOf({ answers, rows }: DivergingPicture, hatch: string): readonly LegendEntry[] {
  const names = answers.map(
    (words, at): LegendEntry => ({ sign: { kind: "box", fill: answerColour(at, answers.length) }, words }),
  );
  const turned = `(turned): the other way round, its good end is "${answers[0] ?? ""}"`;
  return [
    ...names,
    ...(rows.some((row) => row.turned) ? [{ sign: null, words: turned }] : []),
    ...(rows.some(({ counts }) => counts === null)
      ? [{ sign: { kind: "box", fill: hatch, outline: true } as const, words: "hidden" }]
      : []),
  ];
}
