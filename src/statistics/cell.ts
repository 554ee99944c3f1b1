import type { AggregatePlan } from "../aggregate/types.ts";
import { LEVEL } from "../audit/conventions.ts";
import type { CellResult, CompositeResult } from "../audit/types.ts";
import type { ReleasedCell } from "../disclosure/types.ts";
import type { Framework, Unit } from "../framework/types.ts";
import { estimateComposite } from "./composite.ts";
import { estimateDimension } from "./dimension.ts";
import { type Group, labelOf } from "./group.ts";
import { estimateOutcome } from "./outcome.ts";
import { effectivePeople } from "./weights.ts";

export interface CellRequest {
  readonly framework: Framework;
  readonly plan: AggregatePlan;
  readonly released: ReleasedCell;
  /** People in this group, answered or not; null when nobody said. */
  readonly headcount: number | null;
  readonly unit: Unit;
  /** Integer; only formulas with min or max draw on it. */
  readonly seed: number;
  /** Why there is no composite: several audiences are in it. Absent where everybody speaks with one voice. */
  readonly notAveraged?: string | undefined;
  /** Confidence level, 0–1; that of every interval when not given. */
  readonly level?: number;
}

/**
 * Everything published about everyone, one group, or the pool: composites, dimensions and outcomes in framework order.
 * Only released sums are read. Hidden, not computable and estimated are told apart; there is never a NaN.
 */
export async function estimateCell(request: CellRequest): Promise<CellResult> {
  const { framework, plan, released, headcount, unit, seed, level = LEVEL, notAveraged } = request;
  const sampling = { unit, headcount, level, weighted: plan.weighted !== null };
  const named = notAveraged === undefined ? {} : { notAveraged };
  const group: Group = { framework, plan, released, sampling, seed, ...named };
  const composites: CompositeResult[] = [];
  for (const composite of framework.composites) {
    composites.push(await estimateComposite(group, composite, composites));
  }
  return {
    kind: released.kind,
    label: labelOf(released),
    path: released.path,
    people: released.people,
    effectivePeople: effectivePeople(released.cell, plan),
    headcount,
    responseRate: responseRate(released.people, headcount),
    composites,
    dimensions: framework.dimensions.map((dimension) => estimateDimension(group, dimension)),
    outcomes: framework.outcomes.map((outcome) => estimateOutcome(group, outcome)),
  };
}

/** Answered among all there are, 0–1; null without a headcount, or with one that cannot be right. */
function responseRate(people: number, headcount: number | null): number | null {
  return headcount === null || headcount === 0 || people > headcount ? null : people / headcount;
}
