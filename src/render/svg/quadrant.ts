import { dot, type Markish, ruleX, ruleY, text } from "@observablehq/plot";
import type { QuadrantPicture, QuadrantPoint } from "../figures/types.ts";
import { short } from "../numbers.ts";
import { colour } from "./colours.ts";
import { LETTER, LINE } from "./measure.ts";
import type { Canvas, Drawn } from "./stage.ts";

const TOP = 8;
const BOTTOM = 340;
const LEFT = 30;
const RADIUS = 14;
/** Room for the names of the corners, which stand above and beneath the points. */
const NAMES = 44;

interface Placed extends QuadrantPoint {
  readonly px: number;
  readonly py: number;
}

/** Steps by what they take, to the right, and what they give, upwards. */
export function drawQuadrant(picture: QuadrantPicture, { width }: Canvas): readonly Drawn[] {
  const { cross, corners, across, up } = picture;
  const right = width - 8;
  const axes = axesOf(picture, right);
  const placed = apart(
    picture.points.map((point) => ({ ...point, px: axes.x(point.x), py: axes.y(point.y) })),
    right,
  );
  const lines = { stroke: colour("quiet"), strokeDasharray: "5 4" } as const;
  const words = { fontSize: LETTER, fill: colour("quiet") } as const;
  const ticks = [...new Set(picture.points.map(({ x }) => x))];
  const marks: readonly Markish[] = [
    ruleX([LEFT, right], { y1: TOP, y2: BOTTOM, stroke: colour("line") }),
    ruleY([TOP, BOTTOM], { x1: LEFT, x2: right, stroke: colour("line") }),
    ruleX([axes.x(cross.x)], { y1: TOP, y2: BOTTOM, ...lines }),
    ruleY([axes.y(cross.y)], { x1: LEFT, x2: right, ...lines }),
    ...corners.map(({ at, label }) => cornerMark(at, label, right)),
    label(`${across} →`, { ...words, x: (LEFT + right) / 2, y: BOTTOM + 8 + LINE, lineAnchor: "top" }),
    ...ticks.map((tick) => label(short(tick), { ...words, x: axes.x(tick), y: BOTTOM + 6, lineAnchor: "top" })),
    label(`${up} →`, { ...words, x: 12, y: (TOP + BOTTOM) / 2, rotate: -90 }),
    dot(placed, { x: "px", y: "py", r: RADIUS, fill: colour("accent"), stroke: colour("paper"), title: "label" }),
    text(placed, { x: "px", y: "py", text: "mark", fontSize: LETTER, fontWeight: 700, fill: colour("paper") }),
  ];
  return [{ height: BOTTOM + 8 + 2 * LINE + 6, marks }];
}

function label(
  words: string,
  { x, y, ...style }: { readonly x: number; readonly y: number; readonly [name: string]: unknown },
): Markish {
  return text([words], { ...style, x: { value: () => x, scale: null }, y: { value: () => y, scale: null } });
}

/** A little further than the outermost steps; the cross never at an edge. */
function axesOf({ points, cross }: QuadrantPicture, right: number) {
  const xs = [...points.map(({ x }) => x), cross.x - 0.5, cross.x + 0.5];
  const most = Math.max(...points.map(({ y }) => y), cross.y * 2, Number.MIN_VALUE);
  const [from, to] = [Math.min(...xs) - 0.3, Math.max(...xs) + 0.3];
  return {
    x: (value: number) => LEFT + ((value - from) / (to - from)) * (right - LEFT),
    y: (value: number) => BOTTOM - NAMES - (value / most) * (BOTTOM - TOP - 2 * NAMES),
  };
}

/** Points that would cover one another stand beside one another: to the right first, then to the left. */
function apart(points: readonly Placed[], right: number): readonly Placed[] {
  const placed: Placed[] = [];
  for (const point of points) {
    const shifts = [0, ...Array.from({ length: points.length }, (_, at) => [at + 1, -at - 1]).flat()];
    const free = shifts
      .map((shift) => ({ ...point, px: point.px + shift * (2 * RADIUS + 2) }))
      .find((one) => isInside(one, right) && placed.every((other) => !covers(one, other)));
    placed.push(free ?? point);
  }
  return placed;
}

function isInside({ px }: Placed, right: number): boolean {
  return px >= LEFT + RADIUS && px <= right - RADIUS;
}

function covers(one: Placed, other: Placed): boolean {
  return Math.hypot(one.px - other.px, one.py - other.py) < 2 * RADIUS;
}

function cornerMark(at: QuadrantPicture["corners"][number]["at"], name: string, right: number): Markish {
  const isLeft = at.startsWith("left");
  const isTop = at.endsWith("top");
  return label(name, {
    x: isLeft ? LEFT + 8 : right - 8,
    y: isTop ? TOP + 8 : BOTTOM - 8,
    textAnchor: isLeft ? "start" : "end",
    lineAnchor: isTop ? "top" : "bottom",
    fontSize: LETTER,
    fontWeight: 700,
    fill: colour("quiet"),
  });
}
