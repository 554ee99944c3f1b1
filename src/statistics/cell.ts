import type { AggregatePlan } from "../aggregate/types.ts";
import type { CellResult, CompositeResult } from "../audit/types.ts";
import type { ReleasedCell } from "../disclosure/types.ts";
import type { Framework, Unit } from "../framework/types.ts";
import { estimateComposite } from "./composite.ts";
import { estimateDimension } from "./dimension.ts";
import type { Group } from "./group.ts";
import { estimateOutcome } from "./outcome.ts";

export interface CellRequest {
  readonly framework: Framework;
  readonly plan: AggregatePlan;
  readonly released: ReleasedCell;
  /** People in this group, answered or not; null when nobody said. */
  readonly headcount: number | null;
  readonly unit: Unit;
  /** Integer; only formulas with min or max draw on it. */
  readonly seed: number;
  /** Confidence level, 0–1; 0.95 when not given. */
  readonly level?: number;
}

/**
 * Everything published about everyone, one group, or the pool: composites, dimensions and outcomes in framework order.
 * Only released sums are read. Hidden, not computable and estimated are told apart; there is never a NaN.
 */
export async function estimateCell(request: CellRequest): Promise<CellResult> {
  const { framework, plan, released, headcount, unit, seed, level = 0.95 } = request;
  const group: Group = { framework, plan, released, sampling: { unit, headcount, level }, seed };
  const composites: CompositeResult[] = [];
  for (const composite of framework.composites) {
    composites.push(await estimateComposite(group, composite, composites));
  }
  return {
    kind: released.kind,
    label: labelOf(released),
    people: released.people,
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

function labelOf({ kind, label }: ReleasedCell): string {
  switch (kind) {
    case "total":
      return "Everyone";
    case "pool":
      return "Other groups, together";
    case "group":
      return label === "" ? "(blank)" : label;
  }
}
