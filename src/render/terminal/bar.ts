import type { Mark } from "../sheet.ts";
import type { Palette } from "./palette.ts";

/** What the signs of these bars mean; printed under every chart, since signs without words are riddles. */
export function barLegend(marks: readonly Mark[]): string {
  const interval = marks.some(({ low }) => low !== null) ? "   ━ 95 % interval" : "";
  return `● estimate${interval}   ╂ target   (from 0 to 100)`;
}

type Layer = "track" | "interval" | "point" | "target";

/** A bar of `width` columns on 0–100: thin track, heavy interval, a dot for the estimate, a tick for the target. */
export function bar(mark: Mark, width: number): string {
  return layers(mark, width)
    .map((layer, at) => sign(layer, { at, width, mark }))
    .join("");
}

/** The same bar in colour. */
export function paintedBar(mark: Mark, width: number, paint: Palette): string {
  const tone = paint[mark.tone];
  const paints = { track: paint.quiet, interval: tone, point: tone, target: paint.strong } as const;
  const all = layers(mark, width);
  let text = "";
  for (let from = 0; from < all.length; ) {
    const layer = all[from] ?? "track";
    let to = from;
    while (all[to] === layer) to += 1;
    const run = all.slice(from, to).map((_, at) => sign(layer, { at: from + at, width, mark }));
    text += paints[layer](run.join(""));
    from = to;
  }
  return text;
}

/** Column of a value, from 0. */
export function column(value: number, width: number): number {
  return Math.round((Math.min(100, Math.max(0, value)) / 100) * (width - 1));
}

function layers({ value, low, high, target }: Mark, width: number): readonly Layer[] {
  const point = column(value, width);
  const goal = target === null ? -1 : column(target, width);
  return Array.from({ length: width }, (_, at) => {
    if (at === point) return "point";
    if (at === goal) return "target";
    return within(at, { low, high, width }) ? "interval" : "track";
  });
}

function within(at: number, { low, high, width }: Pick<Mark, "low" | "high"> & { width: number }): boolean {
  return low !== null && high !== null && at >= column(low, width) && at <= column(high, width);
}

function sign(layer: Layer, { at, width, mark }: { at: number; width: number; mark: Mark }): string {
  if (layer === "point") return "●";
  if (layer === "interval") return "━";
  if (layer === "target") return within(at, { ...mark, width }) ? "╋" : "╂";
  if (at === 0) return "├";
  return at === width - 1 ? "┤" : "─";
}
