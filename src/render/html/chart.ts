import type { Cell, Chart, ChartRow } from "../sheet.ts";
import { svgOfChart } from "../svg/svg.ts";
import { type Region, table } from "./table.ts";

/** The bars as a picture, then every number of it as a table. */
export function chartFigure(chart: Chart, { id, name }: Region): string {
  const svg = svgOfChart(chart, { id: `${id}-bars` });
  const columns = [
    { title: chart.label },
    { title: chart.score, align: "right" as const },
    ...chart.columns,
    ...chart.more,
  ];
  const rows = chart.rows.map((row) => ("heading" in row ? row : cellsOf(row)));
  return `${svg === "" ? "" : `<figure class="picture">\n${svg}\n</figure>\n`}${table({ columns, rows, id, name })}`;
}

/** Where there is no bar, the score's cell says why. */
function cellsOf({ label, score, mark, cells, more }: ChartRow): readonly Cell[] {
  return [label, typeof mark === "string" ? mark : score, ...cells, ...more];
}
