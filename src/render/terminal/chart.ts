import type { Cell, Chart, ChartRow, Mark } from "../sheet.ts";
import { bar, barLegend, paintedBar } from "./bar.ts";
import { drawGrid } from "./draw-grid.ts";
import { type Grid, type GridCell, isCells } from "./grid.ts";
import { INDENT, type Stylus } from "./stylus.ts";
import { gridCell } from "./tables.ts";
import { narrowestWidth, naturalWidth } from "./widths.ts";

/** From here on the further columns may stand beside the bars. */
const WIDE_PAGE = 110;
const SHORTEST_BAR = 10;
/** Where the bars would be shorter than this, the words beside them are wrapped to make room. */
const COMFORTABLE_BAR = 16;
const SHORTEST_BESIDE = 18;
const LONGEST_BAR = 50;

/** Estimates on one scale; the further numbers beside them, or beneath where the page is narrow. */
export function drawChart(chart: Chart, stylus: Stylus): readonly string[] {
  const { paint } = stylus;
  const beside = stylus.width >= WIDE_PAGE && roomForBar(chart, { more: true }, stylus) >= SHORTEST_BESIDE;
  const marks = chart.rows.flatMap((row) => ("heading" in row || typeof row.mark === "string" ? [] : [row.mark]));
  const legend = marks.length === 0 ? [] : ["", " ".repeat(INDENT) + paint.quiet(barLegend(marks))];
  const main = drawGrid(chartGrid(chart, { more: beside }, stylus), stylus);
  if (beside || chart.more.length === 0) return [...main, ...legend];
  const title = " ".repeat(INDENT) + paint.strong(chart.moreTitle);
  return [...main, ...legend, "", title, "", ...drawGrid(moreGrid(chart, stylus), stylus)];
}

/** Columns left for the bars when nothing but titles and labels is wrapped. */
function roomForBar(chart: Chart, { more }: { more: boolean }, stylus: Stylus): number {
  const grid = gridWithoutBar(chart, { more }, stylus);
  const [label] = grid.columns;
  const labels = {
    columns: label ? [label] : [],
    rows: grid.rows.map((row) => (isCells(row) ? row.slice(0, 1) : row)),
  };
  const wrappedAway = naturalWidth(labels, stylus) - narrowestWidth(labels, stylus);
  return stylus.width - naturalWidth(grid, stylus) + wrappedAway;
}

function gridWithoutBar(chart: Chart, { more }: { more: boolean }, stylus: Stylus): Grid {
  return gridWithBar(chart, { more, width: 0, bar: () => ({ text: "", paint: stylus.paint.plain }) }, stylus);
}

/** A label is wrapped rather than take the bar's room, and the earlier the more stands beside it. */
function labelWidth({ width }: Stylus, { more }: { more: boolean }): number {
  if (width >= WIDE_PAGE) return more ? 24 : 36;
  return width >= 76 ? 18 : 13;
}

function chartGrid(chart: Chart, { more }: { more: boolean }, stylus: Stylus): Grid {
  const room = roomForBar(chart, { more }, stylus);
  const comfortable = stylus.width >= 76 ? COMFORTABLE_BAR : SHORTEST_BAR;
  // Comfort ends where a word would be cut for it.
  const whole = stylus.width - narrowestWidth(gridWithoutBar(chart, { more }, stylus), stylus);
  const least = Math.max(SHORTEST_BAR, Math.min(comfortable, whole));
  const width = Math.min(LONGEST_BAR, Math.max(least, room));
  return gridWithBar(chart, { more, width, bar: (mark) => barCell(mark, width, stylus) }, stylus);
}

interface WithBar {
  readonly more: boolean;
  readonly width: number;
  readonly bar: (mark: Mark | string) => GridCell;
}

function gridWithBar(chart: Chart, { more, width, bar: draw }: WithBar, stylus: Stylus): Grid {
  const cell = (one: Cell) => gridCell(one, stylus);
  const row = ({ label, score, mark, cells, more: further }: ChartRow) => [
    cell(label),
    cell(score),
    draw(mark),
    ...cells.map(cell),
    ...(more ? further.map(cell) : []),
  ];
  return {
    columns: [
      { title: chart.label, wrapTo: labelWidth(stylus, { more }) },
      { title: chart.score, align: "right" },
      { title: "", wrapTo: width },
      ...chart.columns,
      ...(more ? chart.more : []),
    ],
    rows: chart.rows.map((one) => ("heading" in one ? one : row(one))),
  };
}

function barCell(mark: Mark | string, width: number, { paint, ruler }: Stylus): GridCell {
  if (typeof mark === "string") return { text: fitted(mark, width, ruler.width(mark)), paint: paint.quiet };
  const painted = paintedBar(mark, width, paint);
  const plain = bar(mark, width);
  // A page too narrow even for the shortest bar cuts it: then the pieces stay plain.
  return { text: plain, paint: (line) => (line === plain ? painted : line) };
}

/** Words in place of a bar take up to the bar's width and wrap beyond it. */
function fitted(words: string, width: number, own: number): string {
  if (own <= width) return words;
  const cut = words.lastIndexOf(" ", width);
  return cut < 1 ? words : `${words.slice(0, cut)}\n${words.slice(cut + 1)}`;
}

function moreGrid(chart: Chart, stylus: Stylus): Grid {
  return {
    columns: [{ title: chart.label, wrapTo: labelWidth(stylus, { more: false }) }, ...chart.more],
    rows: chart.rows.map((row) =>
      "heading" in row ? row : [gridCell(row.label, stylus), ...row.more.map((one) => gridCell(one, stylus))],
    ),
  };
}
