/** Pictures as SVG: the one entry of this folder, loaded only by formats that draw. */
import type { Figure, IntervalRow, Picture } from "../figures/types.ts";
import { count } from "../numbers.ts";
import type { Cell, Chart } from "../sheet.ts";
import { drawDiverging } from "./diverging.ts";
import { drawIntervals } from "./intervals.ts";
import { drawJourney } from "./journey.ts";
import { drawLadder } from "./ladder.ts";
import { drawQuadrant } from "./quadrant.ts";
import { type Canvas, type Drawn, hatch, svgOf, WIDTHS } from "./stage.ts";
import { drawTrend } from "./trend.ts";

export interface SvgOptions {
  /** What tells one drawing's ids from another's on the same page: letters, digits and hyphens, a letter first. */
  readonly id: string;
  /** Of a page, or of a telephone. Absent: of a telephone, which is read on either. */
  readonly width?: keyof typeof WIDTHS;
}

/**
 * The figure as an `<svg>` element, or as several under one another where one would not fit a printed page. No script, no
 * style sheet, no outside reference; colours are `var(--ta-…, fallback)`.
 */
export function svgOfFigure({ title, alt, picture }: Figure, options: SvgOptions): string {
  const canvas = canvasOf(options);
  return svgsOf({ title, description: alt, parts: drawn(picture, canvas), width: canvas.width }, options.id);
}

/** The bars of a report's chart, in the same way; "" where it has no rows, or a figure draws them. */
export function svgOfChart(chart: Chart, options: SvgOptions): string {
  const rows = intervalRows(chart);
  if (rows.length === 0 || chart.isPictured) return "";
  const axis = chart.scale ?? chart.score;
  const description = `${axis}. ${rows.map((row) => rowWords(chart, row)).join("; ")}.`;
  const own = rows.map((row) => row.drawn);
  const canvas = canvasOf(options);
  const parts = drawIntervals({ kind: "intervals", axis, bands: chart.bands ?? [], rows: own }, canvas);
  return svgsOf({ title: `${chart.label}: ${chart.score}`, description, parts, width: canvas.width }, options.id);
}

function canvasOf({ id, width = "narrow" }: SvgOptions): Canvas {
  return { width: WIDTHS[width], hatch: hatch(id) };
}

interface Drawings {
  readonly title: string;
  readonly description: string;
  readonly parts: readonly Drawn[];
  readonly width: number;
}

/** The first says what there is to see in all of them. */
function svgsOf({ title, description, parts, width }: Drawings, id: string): string {
  const of = parts.length;
  const svgs = parts.map((part, at) => {
    const number = count(at + 1);
    const told = of === 1 ? title : `${title} (${number} of ${count(of)})`;
    const words = { title: told, description: at === 0 ? description : "As described with the first part." };
    return svgOf({ ...words, ...part, width, isFirst: at === 0 }, at === 0 ? id : `${id}-part${at + 1}`);
  });
  return svgs.join("\n");
}

function drawn(picture: Picture, canvas: Canvas): readonly Drawn[] {
  switch (picture.kind) {
    case "intervals":
      return drawIntervals(picture, canvas);
    case "diverging":
      return drawDiverging(picture, canvas);
    case "quadrant":
      return drawQuadrant(picture, canvas);
    case "trend":
      return drawTrend(picture, canvas);
    case "ladder":
      return drawLadder(picture, canvas);
    case "journey":
      return drawJourney(picture, canvas);
  }
}

interface Row {
  readonly drawn: IntervalRow;
  readonly cells: readonly string[];
}

function intervalRows({ rows }: Chart): readonly Row[] {
  let group: string | null = null;
  return rows.flatMap((row): readonly Row[] => {
    if ("heading" in row) {
      group = row.heading;
      return [];
    }
    const { label, score, mark, cells } = row;
    const known = typeof mark !== "string";
    const words = known ? textOf(score) : mark;
    const own = known ? { point: mark, target: mark.target, tone: mark.tone } : ABSENT;
    return [{ drawn: { label, group, words, ...own }, cells: cells.map(textOf) }];
  });
}

const ABSENT = { point: null, target: null, tone: "quiet" } as const;

/** "Care 62 (95 % interval 58 to 66, n 40)": the columns beside it in words. */
function rowWords({ columns }: Chart, { drawn: { label, words, point }, cells }: Row): string {
  if (point === null) return `${label}: ${words}`;
  const told = cells.flatMap((cell, at) => (cell === "–" ? [] : [`${columns[at]?.title ?? ""} ${cell}`]));
  return `${label} ${words}${told.length === 0 ? "" : ` (${told.join(", ")})`}`;
}

function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}
