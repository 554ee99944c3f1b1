/** What the signs of a drawing mean, in lines beneath it. */
import { dot, type Markish, rect, ruleX, ruleY, text } from "@observablehq/plot";
import { colour } from "./colours.ts";
import { LETTER, LINE, linesOf, widthOf } from "./measure.ts";

export type Sign =
  | { readonly kind: "box"; readonly fill: string; readonly outline?: boolean }
  | { readonly kind: "dot"; readonly symbol: DotSymbol; readonly colour: string; readonly r?: number }
  | { readonly kind: "interval" }
  | { readonly kind: "target" }
  | { readonly kind: "break" }
  /** A sign that is a text itself. */
  | { readonly kind: "text"; readonly text: string };

export type DotSymbol = "circle" | "diamond" | "triangle2" | "square";

export interface LegendEntry {
  readonly sign: Sign | null;
  readonly words: string;
}

interface Placed extends LegendEntry {
  readonly x: number;
  readonly y: number;
  readonly lines: string;
}

/** Half of what ends an interval. */
export const CAP = 6;
const SIGN = 24;
const APART = 18;

/** Entries beside one another as far as there is room. */
export function legendMarks(
  entries: readonly LegendEntry[],
  { top, width }: { readonly top: number; readonly width: number },
): { readonly marks: readonly Markish[]; readonly bottom: number } {
  const placed: Placed[] = [];
  let x = 0;
  let y = top;
  let high = 0;
  for (const entry of entries) {
    const own = signWidth(entry.sign);
    const { text: lines } = linesOf(entry.words, { width: width - own, lines: 3 });
    const wide = own + Math.max(...lines.split("\n").map(widthOf));
    if (x > 0 && x + wide > width) {
      x = 0;
      y += high;
      high = 0;
    }
    placed.push({ ...entry, x, y, lines });
    high = Math.max(high, lines.split("\n").length * LINE + 3);
    x += wide + APART;
  }
  return { marks: [...placed.flatMap(signMarks), words(placed)], bottom: y + high };
}

function signWidth(sign: Sign | null): number {
  if (sign === null) return 0;
  return sign.kind === "text" ? widthOf(sign.text) + 8 : SIGN;
}

function words(placed: readonly Placed[]): Markish {
  return text(placed, {
    x: { value: (one: Placed) => one.x + signWidth(one.sign), scale: null },
    y: { value: (one: Placed) => one.y, scale: null },
    text: "lines",
    textAnchor: "start",
    lineAnchor: "top",
    lineHeight: LINE / LETTER,
    fontSize: LETTER,
    fill: colour("quiet"),
  });
}

function signMarks({ sign, x, y }: Placed): readonly Markish[] {
  const middle = y + LINE / 2 - 1;
  const centre = { x: { value: () => x + 9, scale: null }, y: { value: () => middle, scale: null } } as const;
  switch (sign?.kind) {
    case undefined:
      return [];
    case "box":
      return [
        rect([0], {
          ...{ x1: x + 1, x2: x + 17, y1: middle - 7, y2: middle + 7, fill: sign.fill },
          ...(sign.outline ? { stroke: colour("quiet") } : {}),
        }),
      ];
    case "dot":
      return [dot([0], { ...centre, symbol: sign.symbol, r: sign.r ?? 6, fill: sign.colour })];
    case "interval":
      return [
        ruleY([middle], { x1: x, x2: x + 18, stroke: colour("quiet"), strokeWidth: 2 }),
        ruleX([x, x + 18], { y1: middle - CAP, y2: middle + CAP, stroke: colour("quiet"), strokeWidth: 2 }),
      ];
    case "target":
      return [ruleX([x + 9], { y1: middle - 8, y2: middle + 8, stroke: colour("ink"), strokeWidth: 2.5 })];
    case "break":
      return [
        ruleX([x + 9], {
          y1: middle - 9,
          y2: middle + 9,
          stroke: colour("ink"),
          strokeWidth: 2,
          strokeDasharray: "4 3",
        }),
      ];
    case "text":
      return [
        text([sign.text], {
          x: { value: () => x, scale: null },
          y: { value: () => y, scale: null },
          textAnchor: "start",
          lineAnchor: "top",
          lineHeight: LINE / LETTER,
          fontSize: LETTER,
          fontWeight: 700,
          fill: colour("ink"),
        }),
      ];
  }
}
