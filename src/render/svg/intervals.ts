import type { IntervalPicture } from "../figures/types.ts";
import { listWords } from "../words.ts";
import { layLanes } from "./lanes.ts";
import { besideWidth, pointLegend, pointMarks } from "./points.ts";
import { axisMarks, bandMarks, bandNames, nameMarks, namesHeight } from "./scale.ts";
import { type Body, type Canvas, type Drawn, inParts } from "./stage.ts";

const BODY = 22;

/** Estimates under one another, their bands behind them. */
export function drawIntervals(picture: IntervalPicture, canvas: Canvas): readonly Drawn[] {
  return inParts(picture.rows, canvas, (rows) => drawRows({ ...picture, rows }, picture.rows, canvas));
}

function drawRows({ axis, bands, rows }: IntervalPicture, among: IntervalPicture["rows"], canvas: Canvas): Body {
  const extent = { width: canvas.width, body: BODY, beside: besideWidth(among), among };
  const edges = layLanes(rows, { ...extent, top: 0 });
  const names = bandNames(edges, bands);
  const lanes = layLanes(rows, { ...extent, top: namesHeight(names) });
  const scale = axisMarks(lanes, axis);
  const told =
    names === null
      ? [
          {
            sign: null,
            words: `bands, from the left: ${listWords(
              bands.map(({ label }) => label),
              "and",
            )}`,
          },
        ]
      : [];
  return {
    height: scale.bottom,
    legend: [...pointLegend(rows, canvas.hatch), ...told],
    marks: [
      ...bandMarks(lanes, bands),
      ...scale.marks,
      ...nameMarks(lanes, bands, names),
      ...lanes.marks,
      ...pointMarks(rows, lanes, canvas),
    ],
  };
}
