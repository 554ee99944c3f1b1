import { type Markish, rect, text } from "@observablehq/plot";
import type { LadderPicture, Rung } from "../figures/types.ts";
import { count } from "../numbers.ts";
import { colour } from "./colours.ts";
import { layLanes } from "./lanes.ts";
import type { LegendEntry } from "./legend.ts";
import { LETTER, LINE } from "./measure.ts";
import { type Body, type Canvas, type Drawn, inParts } from "./stage.ts";

const BODY = 28;
const BETWEEN = 4;

interface Step {
  readonly rung: Rung;
  readonly title: string;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** Signs inside the boxes, so that no box speaks by its colour alone. */
const SIGNS: Readonly<Record<Rung, string>> = {
  reached: "✓",
  "by itself": "(✓)",
  "not yet": "✗",
  hidden: "",
  "no data": "?",
};

/** A row of boxes for every strand, one a level. */
export function drawLadder(picture: LadderPicture, canvas: Canvas): readonly Drawn[] {
  return inParts(picture.strands, canvas, (strands) => drawStrands({ ...picture, strands }, picture.strands, canvas));
}

function drawStrands(
  { word, levels, strands }: LadderPicture,
  all: LadderPicture["strands"],
  { width, hatch }: Canvas,
): Body {
  const rowOf = ({ label }: { readonly label: string }) => ({ label, group: null });
  const lanes = layLanes(strands.map(rowOf), { width, top: LINE + 4, body: BODY, beside: 0, among: all.map(rowOf) });
  const wide = (lanes.right - lanes.left) / Math.max(1, levels.length);
  const steps = strands.flatMap(({ label, rungs }, at) =>
    rungs.map((rung, level): Step => {
      const { middle } = lanes.lanes[at] ?? { middle: 0 };
      const x1 = lanes.left + level * wide;
      const title = `${label}, ${levels[level] ?? ""}: ${rung}`;
      return { rung, title, x1, x2: x1 + wide - BETWEEN, y1: middle - BODY / 2, y2: middle + BODY / 2 };
    }),
  );
  const numbers = text(levels, {
    x: { value: (_: string, level: number) => lanes.left + (level + 0.5) * wide - BETWEEN / 2, scale: null },
    y: { value: () => LINE / 2, scale: null },
    text: (_: string, level: number) => (level === 0 ? `${word} ${count(1)}` : count(level + 1)),
    title: (level: string) => level,
    fontSize: LETTER,
    fill: colour("quiet"),
  });
  return {
    height: lanes.bottom + 8,
    legend: legendOf(levels, steps, hatch),
    marks: [numbers, ...lanes.marks, ...boxes(steps, hatch)],
  };
}

function boxes(steps: readonly Step[], hatch: string): readonly Markish[] {
  const centre = {
    x: { value: (one: Step) => (one.x1 + one.x2) / 2, scale: null },
    y: { value: (one: Step) => (one.y1 + one.y2) / 2, scale: null },
  } as const;
  const letters = { fontSize: LETTER, fontWeight: 700, text: (one: Step) => SIGNS[one.rung] } as const;
  return [
    rect([...steps], {
      ...{ x1: "x1", x2: "x2", y1: "y1", y2: "y2", title: "title" },
      fill: (one: Step) => fillOf(one.rung, hatch),
      stroke: (one: Step) => (one.rung === "not yet" ? colour("poor") : colour("quiet")),
    }),
    text(
      steps.filter(({ rung }) => rung === "reached"),
      { ...centre, ...letters, fill: colour("paper") },
    ),
    text(
      steps.filter(({ rung }) => rung !== "reached" && rung !== "hidden"),
      { ...centre, ...letters, fill: colour("ink") },
    ),
  ];
}

function fillOf(rung: Rung, hatch: string): string {
  if (rung === "reached") return colour("good");
  return rung === "hidden" ? hatch : colour("paper");
}

const TOLD: readonly (readonly [Rung, string])[] = [
  ["reached", "reached"],
  ["by itself", "by itself only"],
  ["not yet", "not yet"],
  ["hidden", "hidden"],
  ["no data", "no data"],
];

function legendOf(levels: readonly string[], steps: readonly Step[], hatch: string): readonly LegendEntry[] {
  const used = TOLD.filter(([rung]) => steps.some((step) => step.rung === rung));
  return [
    ...levels.map((words, at): LegendEntry => ({ sign: { kind: "text", text: count(at + 1) }, words })),
    ...used.map(
      ([rung, words]): LegendEntry => ({
        sign: rung === "hidden" ? { kind: "box", fill: hatch, outline: true } : { kind: "text", text: SIGNS[rung] },
        words,
      }),
    ),
  ];
}
