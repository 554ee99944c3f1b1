/** One released cell together with everything its statistics are read by. */
import type { AggregatePlan } from "../aggregate/types.ts";
import type { Hidden } from "../audit/estimate.ts";
import type { ReleasedCell, Veil } from "../disclosure/types.ts";
import type { Framework } from "../framework/types.ts";
import type { Moments } from "./moments.ts";
import type { Sampling } from "./sampling.ts";
import { type Summary, summaryOf } from "./weights.ts";

export interface Group {
  readonly framework: Framework;
  readonly plan: AggregatePlan;
  readonly released: ReleasedCell;
  readonly sampling: Sampling;
  readonly seed: number;
  /** Several audiences are in it, and they are not averaged: what is said in place of every composite. */
  readonly notAveraged?: string;
}

/** A score of the group by id: hidden, not asked in this form, or its moments and place in the plan. */
export type Score =
  | { readonly kind: "hidden"; readonly veil: Veil }
  | { readonly kind: "absent" }
  | {
      readonly kind: "shown";
      readonly position: number;
      /** Weighted where the plan is, as is the summary. */
      readonly moments: Moments;
      readonly summary: Summary;
    };

export function scoreOf({ plan, released }: Group, id: string): Score {
  const veil = released.veils.get(id);
  if (veil !== undefined) return { kind: "hidden", veil };
  const position = plan.scores.findIndex((score) => score.id === id);
  if (position < 0) return { kind: "absent" };
  const summary = summaryOf(released.cell, plan, position);
  const { n, mean, sd } = summary;
  return { kind: "shown", position, moments: { n, mean, variance: sd === null ? null : sd ** 2 }, summary };
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

/** What a cell is called where it is printed. */
export function labelOf({ kind, path }: ReleasedCell): string {
  switch (kind) {
    case "total":
      return "Everyone";
    case "pool":
      return "Other groups, together";
    case "group":
      return path.map((value) => (value === "" ? "(blank)" : value)).join(" / ");
  }
}
