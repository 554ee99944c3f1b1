/** The 0–100 scale that scores stand on, with its bands, grid and name. */
import { type Markish, rect, ruleX, text } from "@observablehq/plot";
import type { Stretch } from "../figures/types.ts";
import { score } from "../numbers.ts";
import { bandColour, colour } from "./colours.ts";
import type { Lanes } from "./lanes.ts";
import { LETTER, LINE, linesOf, widthOf } from "./measure.ts";

export type Scale = Pick<Lanes, "left" | "right" | "top" | "bottom" | "stretches">;

const TICKS = [0, 25, 50, 75, 100];

/** Units from the left for a score. */
export function across({ left, right }: Pick<Scale, "left" | "right">, value: number): number {
  return left + (Math.min(100, Math.max(0, value)) / 100) * (right - left);
}

/** Behind everything else. */
export function bandMarks(scale: Scale, bands: readonly Stretch[]): readonly Markish[] {
  const parts = bands.flatMap((band) => scale.stretches.map((stretch) => ({ band, stretch })));
  type Part = (typeof parts)[number];
  return [
    rect(parts, {
      x1: ({ band }: Part) => across(scale, band.from),
      x2: ({ band }: Part) => across(scale, band.to),
      y1: ({ stretch }: Part) => stretch.from,
      y2: ({ stretch }: Part) => stretch.to,
      fill: ({ band }: Part) => bandColour(band),
    }),
    ...limitsOf(bands).map((limit) =>
      ruleX([...scale.stretches], { ...LIMIT, x: () => across(scale, limit), y1: "from", y2: "to" }),
    ),
  ];
}

/** The line where two bands meet, which is seen in either theme. */
export const LIMIT = { stroke: colour("quiet"), strokeWidth: 1, strokeDasharray: "1 3" } as const;

/** Where one band ends and another begins. */
export function limitsOf(bands: readonly Stretch[]): readonly number[] {
  return bands.map(({ from }) => from).filter((from) => bands.some(({ to }) => to === from));
}

/** Lines up the drawing at these places. */
export function gridMarks({ stretches }: Pick<Scale, "stretches">, places: readonly number[], stroke: string): Markish {
  const lines = places.flatMap((x) => stretches.map(({ from, to }) => ({ x, from, to })));
  return ruleX(lines, { x: "x", y1: "from", y2: "to", stroke });
}

/** Names of the bands above them, or nothing where one of them has no room: then they go to the legend. */
export function bandNames(scale: Pick<Scale, "left" | "right">, bands: readonly Stretch[]): readonly string[] | null {
  const names = bands.map(({ from, to, label }) => {
    const width = across(scale, to) - across(scale, from) - 6;
    return {
      ...linesOf(label, { width, lines: 2 }),
      isWhole: label.split(" ").every((word) => widthOf(word) <= width),
    };
  });
  return names.some(({ isCut, isWhole }) => isCut || !isWhole) ? null : names.map((name) => name.text);
}

/** Units that the names take. */
export function namesHeight(names: readonly string[] | null): number {
  return names === null || names.length === 0
    ? 0
    : Math.max(...names.map((name) => name.split("\n").length)) * LINE + 4;
}

export function nameMarks(
  scale: Scale,
  bands: readonly Stretch[],
  names: readonly string[] | null,
): readonly Markish[] {
  if (names === null) return [];
  return [
    text([...bands], {
      x: { value: (band: Stretch) => across(scale, (band.from + band.to) / 2), scale: null },
      y: { value: () => scale.top - 4, scale: null },
      text: (_: Stretch, at: number) => names[at] ?? "",
      lineAnchor: "bottom",
      lineHeight: LINE / LETTER,
      fontSize: LETTER,
      fill: colour("quiet"),
    }),
  ];
}

/** Lines up the drawing, their numbers beneath, and beneath those what the scale is called. */
export function axisMarks(scale: Scale, name: string): { readonly marks: readonly Markish[]; readonly bottom: number } {
  const { text: title } = linesOf(name, { width: scale.right - scale.left + 20, lines: 3 });
  const numbers = scale.bottom + 6;
  const beneath = numbers + LINE;
  const x = { value: (tick: number) => across(scale, tick), scale: null } as const;
  const words = { lineAnchor: "top", lineHeight: LINE / LETTER, fontSize: LETTER, fill: colour("quiet") } as const;
  return {
    marks: [
      gridMarks(
        scale,
        TICKS.map((tick) => across(scale, tick)),
        colour("line"),
      ),
      text(TICKS, { ...words, x, y: { value: () => numbers, scale: null }, text: (tick: number) => score(tick) }),
      text([title], {
        ...words,
        x: { value: () => (scale.left + scale.right) / 2, scale: null },
        y: { value: () => beneath, scale: null },
        text: (one: string) => one,
      }),
    ],
    bottom: beneath + title.split("\n").length * LINE + 6,
  };
}
