import { pointsOf, type Range, rangeOf } from "../../figures/range.ts";
import type { TrendLine, TrendPicture } from "../../figures/types.ts";
import { score } from "../../numbers.ts";
import type { Ruler } from "../ruler.ts";
import { INDENT, type Stylus } from "../stylus.ts";
import { wrap } from "../wrap.ts";

/** Columns for the numbers of the scale and its line. */
const SCALE = 5;
const NARROWEST = 3;
const WIDEST = 10;
/** Lines of the field. */
const LINES = 9;
/** Points of the scale that sparks span at least. */
const LEAST_SPAN = 20;
const BEST = 100;
const SPARKS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;

type Known = TrendLine["points"][number];

interface Field extends Range {
  /** Columns of a wave. */
  readonly each: number;
  /** Index of the first wave that is drawn: of more than fit, the last. */
  readonly from: number;
  /** Of the sparks of all lines, so that equal heights are equal numbers: from the lowest value shown to the highest. */
  readonly sparks: Range;
}

/** One line with its intervals; of several a spark a wave for each, since their fields would fill pages. */
export function drawTrend(picture: TrendPicture, stylus: Stylus): readonly string[] {
  const { waves, lines, axis, breaks } = picture;
  const [first, ...others] = lines;
  if (first === undefined || waves.length === 0) return [];
  const field = fieldOf(picture, stylus);
  const { paint, ruler, width } = stylus;
  const prose = (text: string) => wrap(text, width - INDENT, ruler);
  const foot = [...breakLine(breaks, waves.length, field), ...waveNames(waves.slice(field.from), field, stylus)];
  const points = first.points.slice(field.from);
  const drawing =
    others.length === 0
      ? [...plot(points, field, stylus), ...foot, ...values(points, field)]
      : [...lines.flatMap((one) => [...prose(one.label), ...spark(one, field, stylus), ""]), ...foot];
  return [...drawing, "", ...keyOf(picture, field).flatMap(prose).map(paint.quiet), ...prose(axis).map(paint.quiet)];
}

function fieldOf({ waves, lines }: TrendPicture, { width }: Stylus): Field {
  const room = width - INDENT - SCALE;
  const shown = Math.min(waves.length, Math.floor(room / NARROWEST));
  const each = Math.min(WIDEST, Math.floor(room / shown));
  const from = waves.length - shown;
  return { each, ...rangeOf(lines.slice(0, 1)), from, sparks: sparkRange(lines, from) };
}

function sparkRange(lines: readonly TrendLine[], from: number): Range {
  const known = lines.flatMap(({ points }) => points.slice(from).flatMap(pointsOf)).map(({ value }) => value);
  if (known.length === 0) return { low: 0, high: BEST };
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const low = Math.min(least, Math.max(0, BEST - LEAST_SPAN));
  return { low, high: Math.max(most, low + LEAST_SPAN) };
}

/** Line of a value, from the top. */
function lineOf(value: number, { low, high }: Field): number {
  const part = (Math.min(high, Math.max(low, value)) - low) / (high - low);
  return Math.round((1 - part) * (LINES - 1));
}

function plot(points: readonly Known[], field: Field, { paint }: Stylus): readonly string[] {
  const middle = (LINES - 1) / 2;
  const numbers = new Map([
    [0, score(field.high)],
    [middle, score((field.low + field.high) / 2)],
    [LINES - 1, score(field.low)],
  ]);
  return Array.from({ length: LINES }, (_, line) => {
    const number = numbers.get(line);
    const start = `${(number ?? "").padStart(SCALE - 2)} ${number === undefined ? "│" : "┤"}`;
    const cells = points.map((one) => centred(sign(one, line, field), field.each));
    return `${paint.quiet(start)}${cells.join("")}`.trimEnd();
  });
}

function sign(one: Known, line: number, field: Field): string {
  if (one === "hidden") return line === LINES - 1 ? "h" : "╎";
  if (one === null) return line === LINES - 1 ? "–" : " ";
  if (line === lineOf(one.value, field)) return "●";
  if (one.low === null || one.high === null) return " ";
  return line >= lineOf(one.high, field) && line <= lineOf(one.low, field) ? "┃" : " ";
}

function centred(text: string, width: number): string {
  const before = Math.floor((width - text.length) / 2);
  return " ".repeat(Math.max(0, before)) + text + " ".repeat(Math.max(0, width - text.length - before));
}

/** The foot of the field; a mark under it wherever the way of scoring changed. */
function breakLine(breaks: readonly number[], waves: number, { each, from }: Field): readonly string[] {
  const signs = Array.from({ length: (waves - from) * each }, (_, at) => {
    const wave = from + at / each;
    return breaks.includes(wave) && wave > from ? "╫" : "─";
  });
  return [`${" ".repeat(SCALE - 1)}└${signs.join("")}`];
}

/** Names of the waves beneath them, in as many lines as they take. */
function waveNames(waves: readonly string[], { each }: Field, { ruler, paint }: Stylus): readonly string[] {
  const room = Math.max(1, each - 1);
  const names = waves.map((name) => pieces(name, room, ruler));
  const high = Math.min(LONGEST_NAME, Math.max(...names.map((parts) => parts.length)));
  return Array.from({ length: high }, (_, line) => {
    const cells = names.map((parts) => {
      const part = parts[line] ?? "";
      return line === LONGEST_NAME - 1 && parts.length > LONGEST_NAME ? "…" : part;
    });
    const texts = cells.map((text) => {
      const own = ruler.width(text);
      const before = Math.max(0, Math.floor((each - own) / 2));
      return " ".repeat(before) + text + " ".repeat(Math.max(0, each - own - before));
    });
    return paint.quiet(`${" ".repeat(SCALE)}${texts.join("")}`.trimEnd());
  });
}

const LONGEST_NAME = 4;

/** After a hyphen or a space where there is one, else wherever the room ends. */
function pieces(name: string, room: number, ruler: Ruler): readonly string[] {
  const parts: string[] = [];
  for (const word of name.split(/(?<=[- ])/).flatMap((one) => cut(one, room, ruler))) {
    const last = parts.at(-1);
    if (last !== undefined && ruler.width((last + word).trimEnd()) <= room) parts[parts.length - 1] = last + word;
    else parts.push(word);
  }
  return parts.map((part) => part.trim());
}

function cut(word: string, room: number, ruler: Ruler): readonly string[] {
  if (ruler.width(word.trimEnd()) <= room) return [word];
  const parts = [""];
  for (const piece of ruler.pieces(word)) {
    const longer = (parts.at(-1) ?? "") + piece;
    if (ruler.width(longer) > room && longer !== piece) parts.push(piece);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}

function values(points: readonly Known[], { each }: Field): readonly string[] {
  const texts = points.map((one) => (one === null ? "–" : one === "hidden" ? "h" : score(one.value)));
  return [`${" ".repeat(SCALE)}${texts.map((text) => centred(text, each)).join("")}`.trimEnd()];
}

/** A block a wave on the range of all lines, and its number beneath. */
function spark({ points }: TrendLine, field: Field, { paint }: Stylus): readonly string[] {
  const shown = points.slice(field.from);
  const { low, high } = field.sparks;
  const blocks = shown.map((one) => {
    if (one === null) return "–";
    if (one === "hidden") return "h";
    const place = Math.round(((one.value - low) / (high - low)) * (SPARKS.length - 1));
    return (SPARKS[place] ?? "█").repeat(Math.max(1, field.each - 1));
  });
  const cells = blocks.map((text) => centred(text, field.each)).join("");
  return [paint.accent(`${" ".repeat(SCALE)}${cells}`.trimEnd()), ...values(shown, field)];
}

function keyOf({ waves, lines, breaks }: TrendPicture, { from, sparks }: Field): readonly string[] {
  const all = lines.flatMap(({ points }) => points.slice(from));
  const hasIntervals = all.flatMap(pointsOf).some(({ low }) => low !== null);
  const signs = [
    ...(lines.length > 1
      ? [`blocks from ${score(sparks.low)} (▁) to ${score(sparks.high)} (█), one scale for all`]
      : ["● estimate"]),
    ...(lines.length === 1 && hasIntervals ? ["┃ 95 % interval"] : []),
    ...(breaks.some((wave) => wave > from) ? ["╫ scored differently from here on"] : []),
    ...(all.includes("hidden") ? ["h hidden to protect small groups"] : []),
    ...(all.includes(null) ? ["– no number"] : []),
  ];
  const left = from === 0 ? [] : [`Earlier waves than ${waves[from] ?? ""} stand in the table only.`];
  return [signs.join("   "), ...left];
}
