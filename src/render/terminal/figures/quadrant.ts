import type { QuadrantPicture } from "../../figures/types.ts";
import { short } from "../../numbers.ts";
import { INDENT, type Stylus } from "../stylus.ts";
import { wrap } from "../wrap.ts";

/** Lines of each half, the name of its corners among them. */
const HALF = 4;
const WIDEST = 68;
/** Columns to either side of the outermost points. */
const MARGIN = 2;

interface Placed {
  readonly mark: string;
  readonly column: number;
  readonly line: number;
}

/** Steps by their numbers in a field of four parts. */
export function drawQuadrant(picture: QuadrantPicture, { width, ruler, paint }: Stylus): readonly string[] {
  const { points, cross, across, up } = picture;
  const columns = Math.min(WIDEST, width - INDENT - 2);
  const xs = [...points.map(({ x }) => x), cross.x - 0.5, cross.x + 0.5];
  const [from, to] = [Math.min(...xs), Math.max(...xs)];
  const column = (x: number) => MARGIN + Math.round(((x - from) / (to - from)) * (columns - 1 - 2 * MARGIN));
  const middle = column(cross.x);
  const placed: Placed[] = [];
  for (const { mark, x, y } of points)
    placed.push(free({ mark, column: column(x), line: lineOf(y, cross.y) }, placed, { columns, middle }));
  const lines = Array.from({ length: 2 * HALF }, (_, line) => {
    const own = placed.filter((one) => one.line === line);
    const signs = named(picture, line, { columns, middle });
    for (const { mark, column: at } of own) write(signs, mark, at);
    return `│${signs.join("")}`.trimEnd();
  });
  const rule = `├${"┄".repeat(middle)}┼${"┄".repeat(columns - middle - 1)}`;
  const ticks = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  const efforts = ticks.map((tick) => short(tick)).join(", ");
  const told = `${across} ${efforts} to the right; ${up.toLowerCase()} upwards. Each number is a step.`;
  return [
    ...lines.slice(0, HALF),
    paint.quiet(rule),
    ...lines.slice(HALF),
    paint.quiet(`└${"─".repeat(columns)}`),
    ...wrap(told, width - INDENT, ruler).map(paint.quiet),
  ];
}

/** High ones above the cross, from the second line down; low ones beneath it. */
function lineOf(y: number, cross: number): number {
  const part = Math.min(1, Math.max(0, cross === 0 ? 0 : y / (2 * cross)));
  return part >= 0.5 ? 1 + Math.round((1 - part) * 2 * (HALF - 2)) : HALF + Math.round((0.5 - part) * 2 * (HALF - 2));
}

interface Field {
  readonly columns: number;
  readonly middle: number;
}

/** Numbers never touch: the next free place to the right, else to the left, in the same part. */
function free(one: Placed, before: readonly Placed[], { columns, middle }: Field): Placed {
  const isRight = one.column > middle;
  const isIn = (at: number) =>
    isRight ? at > middle + 1 && at + one.mark.length <= columns : at >= 1 && at + one.mark.length < middle;
  const isFree = (at: number) =>
    before.every(
      (other) =>
        other.line !== one.line || at + one.mark.length < other.column || at > other.column + other.mark.length,
    );
  const shifts = Array.from({ length: columns }, (_, at) => [at, -at]).flat();
  const shift = shifts.find((by) => isIn(one.column + by) && isFree(one.column + by)) ?? 0;
  return { ...one, column: one.column + shift };
}

/** Signs of a line before the numbers: the cross, and at the top and at the bottom the names of the corners. */
function named({ corners }: QuadrantPicture, line: number, { columns, middle }: Field): string[] {
  const signs: string[] = Array.from({ length: columns }, (_, at) => (at === middle ? "┊" : " "));
  const at = line === 0 ? "top" : line === 2 * HALF - 1 ? "bottom" : null;
  for (const corner of corners.filter((one) => at !== null && one.at.endsWith(at))) {
    const start = corner.at.startsWith("left") ? 1 : middle + 2;
    write(signs, corner.label, start);
  }
  return signs;
}

/** As much of it as there is room for. */
function write(signs: string[], text: string, start: number): void {
  for (const [at, sign] of [...text].entries()) if (start + at < signs.length) signs[start + at] = sign;
}
