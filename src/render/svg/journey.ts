import { line, type Markish } from "@observablehq/plot";
import type { JourneyPicture, Stop } from "../figures/types.ts";
import { colour } from "./colours.ts";
import { type Lanes, layLanes } from "./lanes.ts";
import { type LegendEntry, legendMarks } from "./legend.ts";
import { besideWidth, type Estimated, pointLegend, pointMarks } from "./points.ts";
import { across, axisMarks } from "./scale.ts";
import { type Drawn, inParts } from "./stage.ts";

const BODY = 28;
const SMALLEST = 5;
const LARGEST = 13;
/** Ends of the scale that importance is told on. */
const LEAST = 1;
const MOST = 5;

/** From the first touchpoint at the top to the last; the larger a dot, the more it matters. */
export function drawJourney(picture: JourneyPicture, hatch: string): readonly Drawn[] {
  return inParts(picture.touchpoints, (touchpoints) => drawStops({ ...picture, touchpoints }, hatch));
}

function drawStops({ axis, touchpoints }: JourneyPicture, hatch: string): Drawn {
  const rows = touchpoints.map(estimated);
  const lanes = layLanes(
    rows.map(({ label }) => ({ label, group: null })),
    { top: 0, body: BODY, beside: besideWidth(rows) },
  );
  const scale = axisMarks(lanes, axis);
  const legend = legendMarks([...pointLegend(rows, hatch), ...importanceLegend(touchpoints)], scale.bottom);
  return {
    height: legend.bottom,
    marks: [
      ...scale.marks,
      ...lanes.marks,
      ...curves(touchpoints, lanes),
      ...pointMarks(rows, lanes, hatch),
      ...legend.marks,
    ],
  };
}

function estimated(stop: Stop): Estimated {
  const { label, importance, weakest } = stop;
  const r = importance === null ? {} : { r: radius(importance) };
  return { ...stop, label: weakest ? `${label} (weakest)` : label, ...r };
}

function radius(importance: number): number {
  return SMALLEST + ((importance - LEAST) / (MOST - LEAST)) * (LARGEST - SMALLEST);
}

/** A line from dot to dot, with a gap where one is not shown. */
function curves(touchpoints: readonly Stop[], lanes: Lanes): readonly Markish[] {
  const places = touchpoints.map(({ point }, at) => ({
    x: point === null ? null : across(lanes, point.value),
    y: lanes.lanes[at]?.middle ?? 0,
  }));
  return [line(places, { x: "x", y: "y", stroke: colour("accent"), strokeWidth: 2 })];
}

function importanceLegend(touchpoints: readonly Stop[]): readonly LegendEntry[] {
  if (touchpoints.every(({ importance }) => importance === null)) return [];
  const sign = { kind: "dot", symbol: "circle", colour: colour("quiet"), r: 9 } as const;
  return [{ sign, words: "the larger, the more it matters" }];
}
