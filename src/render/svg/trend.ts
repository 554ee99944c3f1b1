import { dot, line, type Markish, rect, ruleX, ruleY, text } from "@observablehq/plot";
import { pointsOf, type Range, rangeOf } from "../figures/range.ts";
import type { Point, Stretch, TrendLine, TrendPicture } from "../figures/types.ts";
import { score } from "../numbers.ts";
import { bandColour, colour } from "./colours.ts";
import { CAP, type LegendEntry } from "./legend.ts";
import { LETTER, LINE, linesOf, widthOf } from "./measure.ts";
import { LIMIT, limitsOf } from "./scale.ts";
import { type Body, type Canvas, type Drawn, inParts } from "./stage.ts";

const LEFT = 40;
/** Names of waves that do not fit beside one another stand upright, this long at most. */
const LONGEST_NAME = 120;

/** One panel a line under one another, so that no interval covers another's. */
interface Panel {
  readonly line: TrendLine;
  readonly top: number;
  readonly bottom: number;
}

type Across = (wave: number) => number;

/** Scores over the waves, with their intervals. */
export function drawTrend(picture: TrendPicture, canvas: Canvas): readonly Drawn[] {
  const range = rangeOf(picture.lines);
  return inParts(picture.lines, canvas, (lines) => drawLines({ ...picture, lines }, canvas, range));
}

function drawLines(picture: TrendPicture, { width, hatch }: Canvas, range: Range): Body {
  const { waves, lines } = picture;
  const right = width - 8;
  const across: Across = (wave) => LEFT + ((wave + 0.5) / Math.max(1, waves.length)) * (right - LEFT);
  const panels = panelsOf(lines, width);
  const end = panels.at(-1)?.bottom ?? 0;
  const axis = waveNames(waves, { across, room: (right - LEFT) / Math.max(1, waves.length) - 6, top: end + 8 });
  return {
    height: axis.bottom + 4,
    legend: legendOf(picture, hatch, range),
    marks: [...panels.flatMap((panel) => panelMarks(picture, panel, { across, right, hatch, range })), axis.mark],
  };
}

function panelsOf(lines: readonly TrendLine[], width: number): readonly Panel[] {
  const height = lines.length === 1 ? 240 : lines.length <= 3 ? 150 : 120;
  let y = 0;
  return lines.map((one) => {
    const top = y + linesOf(one.label, { width, lines: 2 }).text.split("\n").length * LINE + 18;
    y = top + height + 14;
    return { line: one, top, bottom: top + height };
  });
}

interface Frame {
  readonly across: Across;
  /** Where panels end. */
  readonly right: number;
  readonly hatch: string;
  /** Of the scale, for all lines. */
  readonly range: Range;
}

interface Dot {
  readonly x: number;
  readonly point: Point | null;
  readonly isHidden: boolean;
  readonly title: string;
}

function panelMarks(picture: TrendPicture, panel: Panel, { across, right, hatch, range }: Frame): readonly Markish[] {
  const { top, bottom } = panel;
  const { label, points } = panel.line;
  const up = (value: number) => bottom - ((value - range.low) / (range.high - range.low)) * (bottom - top);
  const ticks = ticksOf(range, bottom - top);
  const name = linesOf(label, { width: right, lines: 2 });
  const dots = points.map(
    (one, at): Dot => ({
      x: across(at),
      point: one === "hidden" ? null : one,
      isHidden: one === "hidden",
      title: `${picture.waves[at] ?? ""}: ${one === null ? "no number" : one === "hidden" ? one : score(one.value)}`,
    }),
  );
  const half = (across(1) - across(0)) / 2;
  return [
    ...bandsBehind(picture, { up, right, range }),
    ruleY(ticks, {
      x1: LEFT,
      x2: right,
      y: { value: (tick: number) => up(tick), scale: null },
      stroke: colour("line"),
    }),
    text(ticks, {
      x: { value: () => LEFT - 6, scale: null },
      y: { value: (tick: number) => up(tick), scale: null },
      ...{ text: (tick: number) => score(tick), textAnchor: "end", fontSize: LETTER, fill: colour("quiet") },
    }),
    text([name.text], {
      x: { value: () => 0, scale: null },
      y: { value: () => top - 14, scale: null },
      ...{ text: (one: string) => one, textAnchor: "start", lineAnchor: "bottom", lineHeight: LINE / LETTER },
      ...{ fontSize: LETTER, fontWeight: 700, fill: colour("ink"), title: () => (name.isCut ? label : null) },
    }),
    rect(
      dots.filter(({ isHidden }) => isHidden),
      {
        x1: (one: Dot) => one.x - half + 2,
        x2: (one: Dot) => one.x + half - 2,
        y1: top,
        y2: bottom,
        fill: hatch,
        title: "title",
      },
    ),
    ruleX(picture.breaks, {
      x: { value: (wave: number) => across(wave) - half, scale: null },
      ...{ y1: top, y2: bottom, stroke: colour("ink"), strokeWidth: 2, strokeDasharray: "4 3" },
    }),
    ...pointsOver(dots, up),
  ];
}

/** Lines at round numbers, not nearer to one another than their numbers are high. */
function ticksOf({ low, high }: Range, height: number): readonly number[] {
  const step = [10, 20, 25, 50].find((one) => (high - low) % one === 0 && (one / (high - low)) * height >= LINE + 4);
  const each = step ?? high - low;
  return Array.from({ length: Math.round((high - low) / each) + 1 }, (_, at) => low + at * each);
}

/** As much of them as the scale shows. */
function bandsBehind(
  picture: TrendPicture,
  { up, right, range: { low, high } }: Pick<Frame, "right" | "range"> & { readonly up: (value: number) => number },
): readonly Markish[] {
  const bands = visible(picture.bands, { low, high });
  const limits = limitsOf(bands).filter((limit) => limit > low && limit < high);
  return [
    ...bands.map((band) =>
      rect([0], {
        ...{ x1: LEFT, x2: right, y1: up(Math.min(high, band.to)), y2: up(Math.max(low, band.from)) },
        fill: bandColour(band),
      }),
    ),
    ruleY(limits, { ...LIMIT, x1: LEFT, x2: right, y: { value: (limit: number) => up(limit), scale: null } }),
  ];
}

function visible(bands: readonly Stretch[], { low, high }: Range): readonly Stretch[] {
  return bands.filter(({ from, to }) => to > low && from < high);
}

function pointsOver(dots: readonly Dot[], up: (value: number) => number): readonly Markish[] {
  const x = { value: (one: Dot) => one.x, scale: null } as const;
  const known = dots.filter(({ point }) => point !== null);
  const places = dots.map((one) => ({ x: one.x, y: one.point === null ? null : up(one.point.value) }));
  const told = known.filter(({ point }) => point?.low !== null);
  const [low, high] = [(one: Dot) => up(one.point?.low ?? 0), (one: Dot) => up(one.point?.high ?? 0)];
  const drawn = { stroke: colour("accent"), strokeWidth: 2.5 } as const;
  const ends = { ...drawn, x1: (one: Dot) => one.x - CAP, x2: (one: Dot) => one.x + CAP } as const;
  return [
    line(places, { x: "x", y: "y", stroke: colour("accent"), strokeWidth: 1.5, strokeDasharray: "2 3" }),
    ruleX(told, { ...drawn, x, y1: low, y2: high }),
    ruleY(told, { ...ends, y: { value: low, scale: null } }),
    ruleY(told, { ...ends, y: { value: high, scale: null } }),
    dot(known, {
      x,
      y: { value: (one: Dot) => up(one.point?.value ?? 0), scale: null },
      ...{ r: 4.5, fill: colour("accent"), stroke: colour("paper"), title: "title" },
    }),
  ];
}

function waveNames(
  waves: readonly string[],
  { across, room, top }: { readonly across: Across; readonly room: number; readonly top: number },
): { readonly mark: Markish; readonly bottom: number } {
  const isUpright = waves.some((name) => widthOf(name) > room);
  const names = waves.map((name) => linesOf(name, { width: isUpright ? LONGEST_NAME : room, lines: 1 }));
  const longest = Math.max(0, ...names.map((name) => widthOf(name.text)));
  const mark = text(names, {
    x: { value: (_: unknown, at: number) => across(at), scale: null },
    y: { value: () => (isUpright ? top : top + LINE / 2), scale: null },
    ...{ text: "text", title: (one: { isCut: boolean }, at: number) => (one.isCut ? waves[at] : null) },
    ...(isUpright ? { rotate: -90, textAnchor: "end" } : {}),
    ...{ fontSize: LETTER, fill: colour("quiet") },
  });
  return { mark, bottom: top + (isUpright ? longest : LINE) + 4 };
}

function legendOf({ axis, lines, breaks, bands }: TrendPicture, hatch: string, range: Range): readonly LegendEntry[] {
  const points = lines.flatMap((one) => one.points);
  const shown = points.flatMap(pointsOf);
  return [
    {
      sign: null,
      words:
        range.low === 0 && range.high === 100
          ? axis
          : `${axis}; drawn from ${score(range.low)} to ${score(range.high)}`,
    },
    { sign: { kind: "dot", symbol: "circle", colour: colour("accent") }, words: "estimate" },
    ...(shown.some(({ low }) => low !== null) ? [{ sign: { kind: "interval" }, words: "95 % interval" } as const] : []),
    ...(breaks.length > 0 ? [{ sign: { kind: "break" }, words: "scored differently from here on" } as const] : []),
    ...(points.includes("hidden")
      ? [{ sign: { kind: "box", fill: hatch, outline: true } as const, words: "hidden" }]
      : []),
    ...visible(bands, range).map((band) => ({
      sign: { kind: "box", fill: bandColour(band), outline: true } as const,
      words: band.label,
    })),
  ];
}
