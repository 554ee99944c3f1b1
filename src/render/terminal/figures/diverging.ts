import type { DivergingPicture, DivergingRow } from "../../figures/types.ts";
import { count, share } from "../../numbers.ts";
import { HIDDEN } from "../../words.ts";
import { INDENT, proseWidth, type Stylus } from "../stylus.ts";
import { filler, wrap } from "../wrap.ts";

/** By how far out an answer is from the middle. */
const SHADES = ["░", "▒", "▓", "█"] as const;
/** Ids are cut here; the table above has them whole. */
const LONGEST_ID = 14;
const TURNED = " ↺";
const GAP = 2;
/** Bars are not longer: shares are rounded to columns anyway. */
const LONGEST = 72;
/** The scale ends at a multiple of this share. */
const STEP = 0.25;

/** Columns to the left of the middle and to its right, and the shares that fill them. */
interface Field {
  readonly left: number;
  readonly right: number;
  readonly ends: { readonly left: number; readonly right: number };
}

/** A line an item, the good end to the right; one key for all of them. */
export function drawDiverging({ answers, rows }: DivergingPicture, stylus: Stylus): readonly string[] {
  const { ruler, paint, width } = stylus;
  const label = Math.max(...rows.map((row) => ruler.width(name(row))));
  const number = Math.max(1, ...rows.map(({ n }) => (n === null ? 1 : count(n).length)));
  const field = fieldOf(rows, Math.min(LONGEST, width - INDENT - label - number - 2 * GAP));
  const gap = " ".repeat(GAP);
  const lines = rows.map((row) => {
    const start = name(row) + filler(name(row), label, ruler);
    return [start, bar(row, field, stylus), (row.n === null ? "–" : count(row.n)).padStart(number)].join(gap);
  });
  const empty = " ".repeat(label);
  const head = `${empty}${gap}${" ".repeat(field.left + 1 + field.right)}${gap}${"n".padStart(number)}`;
  return [
    paint.quiet(head),
    ...lines,
    paint.quiet(`${empty}${gap}${axis(field)}`),
    "",
    ...key(answers, rows).flatMap((text) => wrap(text, proseWidth(stylus), ruler).map(paint.quiet)),
  ];
}

function name({ id, turned }: DivergingRow): string {
  const signs = [...id];
  const short = signs.length > LONGEST_ID ? `${signs.slice(0, LONGEST_ID - 1).join("")}…` : id;
  return turned ? short + TURNED : short;
}

function fieldOf(rows: readonly DivergingRow[], width: number): Field {
  const sides = rows.map(({ counts, n }) => sidesOf(counts ?? [], n ?? 0));
  const end = (longest: number) => Math.max(STEP, Math.ceil(longest / STEP - 1e-9) * STEP);
  const ends = {
    left: end(Math.max(...sides.map((side) => side.left))),
    right: end(Math.max(...sides.map((side) => side.right))),
  };
  const left = Math.round(((width - 1) * ends.left) / (ends.left + ends.right));
  return { left, right: width - 1 - left, ends };
}

function sidesOf(counts: readonly number[], n: number): { readonly left: number; readonly right: number } {
  const middle = (counts.length - 1) / 2;
  const part = (isOn: (at: number) => boolean) =>
    n === 0 ? 0 : counts.reduce((sum, one, at) => sum + (at === middle ? one / 2 : isOn(at) ? one : 0), 0) / n;
  return { left: part((at) => at < middle), right: part((at) => at > middle) };
}

function bar({ counts, n }: DivergingRow, field: Field, { paint }: Stylus): string {
  const whole = field.left + 1 + field.right;
  if (counts === null) return paint.quiet(HIDDEN.slice(0, whole).padEnd(whole));
  if (n === null || n === 0) return paint.quiet("no data".padEnd(whole));
  const middle = (counts.length - 1) / 2;
  const shares = counts.map((one, at) => ({
    shade: shadeOf(at, counts.length),
    isMiddle: at === middle,
    part: (at === middle ? one / 2 : one) / n,
    at,
  }));
  const side = (isLeft: boolean) => {
    const own = shares.filter(({ at }) => (isLeft ? at <= middle : at >= middle));
    const columns = isLeft ? field.left : field.right;
    const outwards = isLeft ? own.toReversed() : own;
    let sum = 0;
    let from = 0;
    return outwards.map(({ shade, part, isMiddle }) => {
      sum += part;
      const to = Math.min(columns, Math.round((sum / (isLeft ? field.ends.left : field.ends.right)) * columns));
      const run = shade.repeat(Math.max(0, to - from));
      from = Math.max(from, to);
      const tone = isLeft ? paint.poor : paint.good;
      return { text: isMiddle ? paint.quiet(run) : tone(run), columns: run.length };
    });
  };
  const [left, right] = [side(true), side(false)];
  const blank = (own: typeof left, columns: number) =>
    " ".repeat(columns - own.reduce((sum, one) => sum + one.columns, 0));
  const text = (own: typeof left) => own.map((one) => one.text).join("");
  return `${blank(left, field.left)}${text(left.toReversed())}│${text(right)}${blank(right, field.right)}`;
}

/** The same on both sides: which side it is, the line in the middle tells. */
function shadeOf(at: number, of: number): string {
  const out = Math.abs(at / Math.max(1, of - 1) - 0.5) * 2;
  const place = Math.floor(out * (SHADES.length - 1) + 1e-9);
  return SHADES[out > 0 ? Math.max(1, place) : 0] ?? "█";
}

function axis({ left, right, ends }: Field): string {
  const [from, to] = [share(ends.left), share(ends.right)];
  return `${from.padEnd(left)}0${to.padStart(right)}`;
}

function key(answers: readonly string[], rows: readonly DivergingRow[]): readonly string[] {
  const middle = (answers.length - 1) / 2;
  const named = answers.map((answer, at) => `${shadeOf(at, answers.length)} ${answer}`);
  const left = named.filter((_, at) => at < middle).join("   ");
  const right = named.filter((_, at) => at > middle).join("   ");
  const both = named.filter((_, at) => at === middle).map((one) => `   on both: ${one}`);
  const turned = `↺ turned: its good end, to the right as well, is "${answers[0] ?? ""}".`;
  return [`Left of │: ${left}`, `Right: ${right}${both.join("")}`, ...(rows.some((row) => row.turned) ? [turned] : [])];
}
