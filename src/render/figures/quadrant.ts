/** The steps of a plan by effort and by the need they answer. */
import { HIGH_REDUCTION, PROJECT_EFFORT } from "../../audit/conventions.ts";
import type { Plan, PlanStep } from "../../audit/types.ts";
import { count, need, short } from "../numbers.ts";
import { plural } from "../words.ts";
import type { Figure, QuadrantPicture } from "./types.ts";

/** No effort lies so close under that of a project: the limit is drawn this much before it. */
const HALF_A_STEP = 0.5;

const CORNERS: QuadrantPicture["corners"] = [
  { at: "left top", label: "Quick wins" },
  { at: "right top", label: "Major projects" },
  { at: "left bottom", label: "Fill-ins" },
  { at: "right bottom", label: "Think twice" },
];

const NAMES: readonly (readonly [PlanStep["quadrant"], string])[] = [
  ["quick win", "Quick wins"],
  ["major project", "Major projects"],
  ["fill-in", "Fill-ins"],
  ["think twice", "To think twice about"],
];

/** Nothing with a single step, which has nothing to stand beside. */
export function quadrantFigures({ steps }: Plan): readonly Figure[] {
  if (steps.length < 2) return [];
  const largest = Math.max(...steps.map(({ reduction }) => reduction));
  const points = steps.map(({ rank, title, effort, reduction }) => ({
    mark: count(rank),
    label: `${count(rank)} ${title}: effort ${short(effort)}, need answered ${need(reduction)}`,
    x: effort,
    y: reduction,
  }));
  const cross = { x: PROJECT_EFFORT - HALF_A_STEP, y: largest * HIGH_REDUCTION };
  const picture: QuadrantPicture = {
    kind: "quadrant",
    across: "Effort",
    up: "Need answered",
    corners: CORNERS,
    cross,
    points,
  };
  return [{ kind: "figure", title: "Steps by effort and need answered", alt: altOf(steps), picture }];
}

function altOf(steps: readonly PlanStep[]): string {
  const corners = NAMES.flatMap(([quadrant, name]) => {
    const own = steps.filter((step) => step.quadrant === quadrant);
    return own.length === 0 ? [] : [`${name}: ${own.map(stepWords).join(", ")}.`];
  });
  return `${plural(steps.length, "step", "steps")} of the plan, effort from left to right and need answered upwards. ${corners.join(" ")}`;
}

function stepWords({ rank, effort, reduction }: PlanStep): string {
  return `step ${count(rank)} (effort ${short(effort)}, need ${need(reduction)})`;
}
