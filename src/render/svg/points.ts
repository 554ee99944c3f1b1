/** Estimates on the scale, one a lane: dot, interval, target and number, or in their place why there are none. */
import { dot, type Markish, rect, ruleX, ruleY, text } from "@observablehq/plot";
import type { Point } from "../figures/types.ts";
import type { Tone } from "../tone.ts";
import { HIDDEN } from "../words.ts";
import { colour, toneColour } from "./colours.ts";
import type { Lanes } from "./lanes.ts";
import { CAP, type DotSymbol, type LegendEntry } from "./legend.ts";
import { LETTER, LINE, linesOf, widthOf } from "./measure.ts";
import { across } from "./scale.ts";
import type { Canvas } from "./stage.ts";

export interface Estimated {
  readonly label: string;
  readonly point: Point | null;
  readonly target: number | null;
  readonly words: string;
  readonly tone: Tone;
  /** Of the dot; absent: the usual size. */
  readonly r?: number;
}

interface Placed extends Estimated {
  readonly y: number;
  readonly lines: string;
}

const SYMBOLS: Readonly<Record<Tone, DotSymbol>> = {
  good: "circle",
  fair: "diamond",
  poor: "triangle2",
  plain: "square",
  strong: "square",
  quiet: "square",
};

const DOT = 5;
/** Half the tick of a target. */
const TARGET = 13;

/** Units to the right for the numbers. */
export function besideWidth(rows: readonly Estimated[]): number {
  return Math.max(0, ...rows.flatMap(({ point, words }) => (point === null ? [] : [widthOf(words)])));
}

export function pointMarks(rows: readonly Estimated[], lanes: Lanes, { width, hatch }: Canvas): readonly Markish[] {
  const placed = rows.map((row, at): Placed => {
    const { middle } = lanes.lanes[at] ?? { middle: 0 };
    const lines = row.point === null ? linesOf(row.words, { width: lanes.right - lanes.left - 12, lines: 1 }).text : "";
    return { ...row, y: middle, lines };
  });
  const known = placed.filter(({ point }) => point !== null);
  const value = (one: Placed) => across(lanes, one.point?.value ?? 0);
  const y = { value: (one: Placed) => one.y, scale: null } as const;
  return [
    ...absentMarks(
      placed.filter(({ point }) => point === null),
      lanes,
      hatch,
    ),
    ...intervalMarks(
      known.filter(({ point }) => point?.low !== null),
      lanes,
    ),
    ruleX(
      known.filter(({ target }) => target !== null),
      {
        x: { value: (one: Placed) => across(lanes, one.target ?? 0), scale: null },
        ...{
          y1: (one: Placed) => one.y - TARGET,
          y2: (one: Placed) => one.y + TARGET,
          stroke: colour("ink"),
          strokeWidth: 2.5,
        },
      },
    ),
    ...known.map((one) =>
      dot([one], {
        x: { value, scale: null },
        ...{ y, symbol: SYMBOLS[one.tone], r: one.r ?? DOT, fill: toneColour(one.tone), stroke: colour("paper") },
        title: () => `${one.label}: ${one.words}`,
      }),
    ),
    text(known, {
      x: { value: () => width, scale: null },
      ...{ y, text: "words", textAnchor: "end", fontSize: LETTER, fontWeight: 700, fill: colour("ink") },
    }),
  ];
}

/** A line with an end at either side, which a dot in its middle does not cover. */
function intervalMarks(known: readonly Placed[], lanes: Lanes): readonly Markish[] {
  const [low, high] = [
    (one: Placed) => across(lanes, one.point?.low ?? 0),
    (one: Placed) => across(lanes, one.point?.high ?? 0),
  ];
  const drawn = { stroke: (one: Placed) => toneColour(one.tone), strokeWidth: 2.5 } as const;
  const ends = { ...drawn, y1: (one: Placed) => one.y - CAP, y2: (one: Placed) => one.y + CAP } as const;
  return [
    ruleY(known, { ...drawn, x1: low, x2: high, y: { value: (one: Placed) => one.y, scale: null } }),
    ruleX(known, { ...ends, x: { value: low, scale: null } }),
    ruleX(known, { ...ends, x: { value: high, scale: null } }),
  ];
}

/** Hidden is hatched, no data is an empty line: they must not look alike. */
function absentMarks(absent: readonly Placed[], { left, right }: Lanes, hatch: string): readonly Markish[] {
  const hidden = absent.filter(({ words }) => words === HIDDEN);
  const none = absent.filter(({ words }) => words !== HIDDEN);
  const middle = { value: (one: Placed) => one.y, scale: null } as const;
  const behind = { y1: (one: Placed) => one.y - LINE / 2, y2: (one: Placed) => one.y + LINE / 2 } as const;
  return [
    rect(hidden, { ...behind, x1: left, x2: right, fill: hatch }),
    ruleY(none, { x1: left, x2: right, y: middle, stroke: colour("quiet"), strokeDasharray: "2 5" }),
    rect(absent, {
      ...behind,
      x1: left + 10,
      x2: (one: Placed) => Math.min(right, left + 18 + widthOf(one.lines)),
      fill: colour("paper"),
    }),
    text(absent, {
      x: { value: () => left + 14, scale: null },
      ...{ y: middle, text: "lines", textAnchor: "start", fontSize: LETTER, fill: colour("quiet") },
      title: "words",
    }),
  ];
}

const TOLD: readonly (readonly [Tone, string])[] = [
  ["good", "target met"],
  ["fair", "target missed"],
  ["poor", "missed by far"],
];

/** Only of signs that are in the drawing. */
export function pointLegend(rows: readonly Estimated[], hatch: string): readonly LegendEntry[] {
  const known = rows.filter(({ point }) => point !== null);
  const tones = TOLD.filter(([tone]) => known.some((one) => one.tone === tone));
  const dots = tones.map(
    ([tone, words]): LegendEntry => ({
      sign: { kind: "dot", symbol: SYMBOLS[tone], colour: toneColour(tone) },
      words,
    }),
  );
  const other: LegendEntry = { sign: { kind: "dot", symbol: "square", colour: colour("quiet") }, words: "no target" };
  return [
    ...dots,
    ...(known.some(({ tone }) => SYMBOLS[tone] === "square") ? [other] : []),
    ...(known.some(({ point }) => point?.low !== null)
      ? [{ sign: { kind: "interval" }, words: "95 % interval" } as const]
      : []),
    ...(known.some(({ target }) => target !== null) ? [{ sign: { kind: "target" }, words: "target" } as const] : []),
    ...(rows.some(({ words }) => words === HIDDEN)
      ? [{ sign: { kind: "box", fill: hatch, outline: true }, words: "hidden" } as const]
      : []),
  ];
}
