import { DETAIL_MINIMUM } from "../../disclosure/policy.ts";
import { restrictFramework } from "../../framework/restrict.ts";
import type { Framework } from "../../framework/types.ts";
import type { InterviewPlan, Seating } from "../../interview/types.ts";

/** How many people it takes for results. */
export interface Enough {
  /** Under this many nothing is shown. */
  readonly minGroup: number;
  /** Dimensions of which one question is asked, as in a short form: they are shown of 10 people and more. */
  readonly single: "none" | "some" | "all";
}

export function enoughOf(framework: Framework, { items }: InterviewPlan, minGroup: number): Enough {
  const asked = restrictFramework(framework, new Set(items.map(({ id }) => id)));
  const needed = asked.dimensions.filter(({ optional }) => !optional);
  const single = needed.filter(({ id }) => isSingle(asked, id)).length;
  return { minGroup, single: single === 0 ? "none" : single < needed.length ? "some" : "all" };
}

/** Of a single figure the mean tells nobody's answer. */
function isSingle({ items, scales }: Framework, dimension: string): boolean {
  const [only, ...others] = items.filter((item) => item.dimension === dimension);
  return only !== undefined && others.length === 0 && scales.get(only.scale)?.kind === "coded";
}

/** People it takes for every result. */
export function leastForAll({ minGroup, single }: Enough): number {
  return single === "none" ? minGroup : Math.max(minGroup, DETAIL_MINIMUM);
}

/** People who take turns, and too few of them for every result. */
export function isTooFew(seating: Seating, enough: Enough): seating is Extract<Seating, { count: number }> {
  return seating.kind === "participants" && seating.count < leastForAll(enough);
}
