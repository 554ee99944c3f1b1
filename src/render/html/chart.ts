import type { Cell, Chart, ChartRow } from "../sheet.ts";
import { type SvgOptions, svgOfChart } from "../svg/svg.ts";
import { type Region, table } from "./table.ts";

/** The bars as a picture, then every number of it as a table. */
export function chartFigure(chart: Chart, { id, name }: Region): string {
  const svg = inBothWidths(`${id}-bars`, (options) => svgOfChart(chart, options));
  const columns = [
    { title: chart.label },
    { title: chart.score, align: "right" as const },
    ...chart.columns,
    ...chart.more,
  ];
  const rows = chart.rows.map((row) => ("heading" in row ? row : cellsOf(row)));
  return `${svg === "" ? "" : `<figure class="picture">\n${svg}\n</figure>\n`}${table({ columns, rows, id, name })}`;
}

/** For a page and for a telephone, of which a page shows one: letters are of a size to be read on either. */
export function inBothWidths(id: string, draw: (options: SvgOptions) => string): string {
  const wide = draw({ id, width: "wide" });
  return wide === ""
    ? ""
    : `<div class="on-page">\n${wide}\n</div>\n<div class="on-phone">\n${draw({ id: `${id}-phone` })}\n</div>`;
}

/** Where there is no bar, the score's cell says why. */
function cellsOf({ label, score, mark, cells, more }: ChartRow): readonly Cell[] {
  return [label, typeof mark === "string" ? mark : score, ...cells, ...more];
}
