import { line, type Markish } from "@observablehq/plot";
import type { JourneyPicture, Stop } from "../figures/types.ts";
import { colour } from "./colours.ts";
import { type LaneLabel, type Lanes, layLanes } from "./lanes.ts";
import type { LegendEntry } from "./legend.ts";
import { besideWidth, type Estimated, pointLegend, pointMarks } from "./points.ts";
import { across, axisMarks } from "./scale.ts";
import { type Body, type Canvas, type Drawn, inParts } from "./stage.ts";

const BODY = 28;
const SMALLEST = 5;
const LARGEST = 13;
/** Ends of the scale that importance is told on. */
const LEAST = 1;
const MOST = 5;

/** From the first touchpoint at the top to the last; the larger a dot, the more it matters. */
export function drawJourney(picture: JourneyPicture, canvas: Canvas): readonly Drawn[] {
  return inParts(picture.touchpoints, canvas, (touchpoints) =>
    drawStops({ ...picture, touchpoints }, picture.touchpoints, canvas),
  );
}

function drawStops({ axis, touchpoints }: JourneyPicture, all: readonly Stop[], canvas: Canvas): Body {
  const rows = touchpoints.map(estimated);
  const among = all.map(estimated);
  const lanes = layLanes(rows.map(laneOf), {
    ...{ width: canvas.width, top: 0, body: BODY },
    ...{ beside: besideWidth(among), among: among.map(laneOf) },
  });
  const scale = axisMarks(lanes, axis);
  return {
    height: scale.bottom,
    legend: [...pointLegend(rows, canvas.hatch), ...importanceLegend(touchpoints)],
    marks: [...scale.marks, ...lanes.marks, ...curves(touchpoints, lanes), ...pointMarks(rows, lanes, canvas)],
  };
}

function laneOf({ label }: Estimated): LaneLabel {
  return { label, group: null };
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
