import type {
  Causes,
  CellResult,
  Disagreement,
  Discussion,
  Drag,
  Finding,
  ItemResult,
  Plan,
  RoomItem,
} from "../audit/types.ts";
import type { Framework, Strategy } from "../framework/types.ts";
import type { IndexDraws } from "../statistics/mean-draws.ts";
import { findCauses } from "./causes.ts";
import { findDisagreements } from "./disagreements.ts";
import { discuss } from "./discussion.ts";
import { findDrag } from "./drag.ts";
import { findFindings } from "./findings.ts";
import { isFor, makePlan } from "./plan.ts";

/** What the published numbers mean and what to do first; the keys go into the audit under the same names. */
export interface Diagnosis {
  readonly drag: Drag | null;
  readonly findings: readonly Finding[];
  readonly disagreements: readonly Disagreement[];
  readonly causes: Causes | null;
  readonly plan: Plan;
  readonly discussion: Discussion | null;
}

/**
 * Reads the published estimates of everyone together. Rests on nothing that is not shown.
 * `overall` null: nothing may be shown. `strategies`: the whole catalogue. `audience`: id of those who answered.
 * `effort`: points the plan may cost over all steps (a strategy costs 1–4), or null for no limit.
 */
export function diagnose(options: {
  readonly framework: Framework;
  readonly overall: CellResult | null;
  /** Every cell of every grouping that is shown. */
  readonly groups: readonly CellResult[];
  /** Of the dimensions' indices; null where there is no spread to draw from. */
  readonly draws: IndexDraws | null;
  /** As published, and what a room said beside its answers: where answers differ most is worth talking about. */
  readonly items: readonly ItemResult[];
  readonly room: readonly RoomItem[] | null;
  readonly strategies: readonly Strategy[];
  readonly audience: string;
  readonly effort: number | null;
}): Diagnosis {
  const { framework, overall } = options;
  if (overall === null) return nothing(makePlan({ ...options, findings: [] }));
  // A remedy for another audience is none here.
  const others = new Set(options.strategies.filter((one) => !isFor(options.audience, one)).map(({ id }) => id));
  const findings = findFindings(framework, overall).map((finding) => ({
    ...finding,
    strategies: finding.strategies.filter((id) => !others.has(id)),
  }));
  const plan = makePlan({ ...options, findings });
  return {
    drag: findDrag(framework, overall),
    findings,
    disagreements: findDisagreements([overall, ...options.groups]),
    causes: findCauses(framework, overall),
    plan,
    discussion: discuss({ ...options, overall, findings, plan }),
  };
}

function nothing(plan: Plan): Diagnosis {
  return { drag: null, findings: [], disagreements: [], causes: null, plan, discussion: null };
}
