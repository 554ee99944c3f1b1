/** One released cell together with everything its statistics are read by. */
import type { AggregatePlan } from "../aggregate/types.ts";
import type { Hidden } from "../audit/estimate.ts";
import type { ReleasedCell, Veil } from "../disclosure/types.ts";
import type { Framework } from "../framework/types.ts";
import { type Moments, momentsOf } from "./moments.ts";
import type { Sampling } from "./sampling.ts";

export interface Group {
  readonly framework: Framework;
  readonly plan: AggregatePlan;
  readonly released: ReleasedCell;
  readonly sampling: Sampling;
  readonly seed: number;
}

/** A score of the group by id: hidden, not asked in this form, or its moments and place in the plan. */
export type Score =
  | { readonly kind: "hidden"; readonly veil: Veil }
  | { readonly kind: "absent" }
  | { readonly kind: "shown"; readonly position: number; readonly moments: Moments };

export function scoreOf({ plan, released }: Group, id: string): Score {
  const veil = released.veils.get(id);
  if (veil !== undefined) return { kind: "hidden", veil };
  const position = plan.scores.findIndex((score) => score.id === id);
  const slots = plan.scores[position];
  if (slots === undefined) return { kind: "absent" };
  return { kind: "shown", position, moments: momentsOf(released.cell, slots, slots.unitsPerPoint) };
}

/** What may be said in place of a veiled number. */
export function veiled(veil: Veil): Hidden {
  return { kind: "hidden", words: veil === "hidden" ? null : veil };
}

/** Withheld without a word. */
export const HIDDEN: Hidden = { kind: "hidden", words: null };

/** Title of a dimension, or the id where the framework has no such dimension. */
export function titleOf({ framework }: Group, dimension: string): string {
  return framework.dimensions.find(({ id }) => id === dimension)?.title ?? dimension;
}
