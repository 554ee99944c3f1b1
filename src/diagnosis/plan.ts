import type { CellResult, Finding, Plan } from "../audit/types.ts";
import type { Framework, Strategy } from "../framework/types.ts";
import type { IndexDraws } from "../statistics/mean-draws.ts";
import { cover, total } from "./coverage.ts";
import { dimensionNeeds, facetNeeds } from "./needs.ts";
import { firstThreeShares } from "./stability.ts";
import { planSteps } from "./steps.ts";

interface PlanOptions {
  readonly framework: Framework;
  /** Null when nothing may be shown. */
  readonly overall: CellResult | null;
  /** The whole catalogue. */
  readonly strategies: readonly Strategy[];
  /** Id of the audience that answered. */
  readonly audience: string;
  /** Effort points the plan may cost, or null for no limit. */
  readonly effort: number | null;
  readonly findings: readonly Finding[];
  /** Of the means, to see how firm the order is; null where there is no spread to draw from. */
  readonly draws: IndexDraws | null;
}

const TOO_FEW =
  "Fewer people answered enough to be scored than the minimum group, so nothing can be shown and nothing planned.";
const NOTHING_SHOWN = "No dimension could be shown, so there is nothing to plan from.";
const AT_TARGET = "Every dimension has reached its target.";
const SHOWN_AT_TARGET = "Every dimension that could be shown has reached its target.";
const NO_ANSWER = "No strategy of the catalogue answers the gaps found.";
const NO_FIT = "No strategy that answers the gaps fits the effort allowed. Allow more effort, or set no limit.";

/** What to do first: needs, the strategies that cover them, and the arithmetic of each step. Without steps, `reason` says why. */
export function makePlan(options: PlanOptions): Plan {
  const { framework, overall, effort, draws } = options;
  if (overall === null) return noPlan(TOO_FEW);
  const needs = dimensionNeeds(framework, overall);
  if (needs.length === 0) return noPlan(reasonWithoutNeed(overall));
  const facets = facetNeeds(framework.dimensions, needs);
  const before = new Map([...facets].map(([facet, { need }]) => [facet, need]));
  const strategies = usable(options);
  const { chosen, after } = cover({ needs: before, strategies, effort });
  const firstThree = draws === null ? null : firstThreeShares(draws, { framework, strategies, effort });
  return {
    reason: chosen.length > 0 ? null : reasonWithoutSteps(before, strategies),
    steps: planSteps({ chosen, facets, findings: options.findings, firstThree }),
    need: total(before),
    remaining: total(after),
    needs,
    draws: draws?.rows.length ?? 0,
  };
}

/**
 * The catalogue this plan may draw on. A framework's own list is a hard limit. A strategy meant for other audiences takes no
 * need away here, so it is never chosen for itself; it stays available because another may not be possible without it.
 */
function usable({ framework, strategies, audience }: PlanOptions): readonly Strategy[] {
  return strategies
    .filter(({ id }) => framework.strategies.length === 0 || framework.strategies.includes(id))
    .map((strategy) => (isFor(audience, strategy) ? strategy : { ...strategy, facets: new Map<string, number>() }));
}

/** A strategy without audiences is for any. */
export function isFor(audience: string, { audiences }: Strategy): boolean {
  return audiences.length === 0 || audiences.includes(audience);
}

function reasonWithoutNeed({ dimensions }: CellResult): string {
  const shown = dimensions.filter(({ index }) => index.kind === "estimate").length;
  if (shown === 0) return NOTHING_SHOWN;
  return shown === dimensions.length ? AT_TARGET : SHOWN_AT_TARGET;
}

function reasonWithoutSteps(needs: ReadonlyMap<string, number>, strategies: readonly Strategy[]): string {
  return cover({ needs, strategies, effort: null }).chosen.length > 0 ? NO_FIT : NO_ANSWER;
}

function noPlan(reason: string): Plan {
  return { reason, steps: [], need: 0, remaining: 0, needs: [], draws: 0 };
}
