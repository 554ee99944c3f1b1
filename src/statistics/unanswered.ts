import type { NotComputable } from "../audit/estimate.ts";
import type { Dimension } from "../framework/types.ts";
import type { Group } from "./group.ts";
import { notComputable } from "./sampling.ts";

/**
 * Why an assessment has no score of a dimension: too little of it was answered. Null of people, of whom some may have answered
 * enough and others not: there "nobody answered enough of it" is said.
 */
export function whyUnanswered({ framework, sampling }: Group, dimension: string): NotComputable | null {
  const asked = framework.dimensions.find(({ id }) => id === dimension);
  if (sampling.unit === "person" || asked === undefined) return null;
  return notComputable(isOfFigures(framework, asked) ? figuresLacking(asked) : questionsLacking(asked), 0);
}

function isOfFigures({ items, scales }: Group["framework"], { id }: Dimension): boolean {
  return items.some((item) => item.dimension === id && scales.get(item.scale)?.kind === "figure");
}

function figuresLacking({ items, minAnswered }: Dimension): string {
  if (items.length === 1) return "its figure is not there";
  return `${minAnswered === 0.5 ? "fewer than half" : "too few"} of its figures are there`;
}

function questionsLacking({ items }: Dimension): string {
  return items.length === 1 ? "its question was not answered" : "too few of its questions were answered";
}
