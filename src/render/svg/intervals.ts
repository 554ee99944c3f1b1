import type { IntervalPicture } from "../figures/types.ts";
import { listWords } from "../words.ts";
import { layLanes } from "./lanes.ts";
import { legendMarks } from "./legend.ts";
import { besideWidth, pointLegend, pointMarks } from "./points.ts";
import { axisMarks, bandMarks, bandNames, nameMarks, namesHeight } from "./scale.ts";
import { type Drawn, inParts } from "./stage.ts";

const BODY = 22;

/** Estimates under one another, their bands behind them. */
export function drawIntervals(picture: IntervalPicture, hatch: string): readonly Drawn[] {
  return inParts(picture.rows, (rows) => drawRows({ ...picture, rows }, hatch));
}

function drawRows({ axis, bands, rows }: IntervalPicture, hatch: string): Drawn {
  const extent = { body: BODY, beside: besideWidth(rows) };
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
  const legend = legendMarks([...pointLegend(rows, hatch), ...told], scale.bottom);
  return {
    height: legend.bottom,
    marks: [
      ...bandMarks(lanes, bands),
      ...scale.marks,
      ...nameMarks(lanes, bands, names),
      ...lanes.marks,
      ...pointMarks(rows, lanes, hatch),
      ...legend.marks,
    ],
  };
}
