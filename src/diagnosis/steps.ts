import { HIGH_REDUCTION, PROJECT_EFFORT } from "../audit/conventions.ts";
import type { Finding, PlanStep } from "../audit/types.ts";
import type { ChosenProfile } from "../framework/types.ts";
import type { Chosen } from "./coverage.ts";
import { type FacetNeed, facetKey } from "./needs.ts";
import { howLines } from "./profile.ts";
import type { Fit } from "./steering.ts";

interface Context {
  readonly chosen: readonly Chosen[];
  /** Needs before the first step, by key. */
  readonly facets: ReadonlyMap<string, FacetNeed>;
  readonly findings: readonly Finding[];
  /** Id of a strategy → share of the draws that have it among the first three; null without draws. */
  readonly firstThree: ReadonlyMap<string, number> | null;
  /** Id of a strategy → what its strengths are multiplied by. */
  readonly fitted: ReadonlyMap<string, Fit>;
  readonly profiles: readonly ChosenProfile[];
}

const ROUNDING = 1e-9;

/** The chosen strategies as steps of the plan, in the order of choosing. */
export function planSteps({ chosen, facets, findings, firstThree, fitted, profiles }: Context): readonly PlanStep[] {
  const largest = Math.max(...chosen.map(({ reduction }) => reduction));
  return chosen.map((one, position) => ({
    ...described(one, position + 1),
    horizon: horizon(one.strategy.months[0]),
    quadrant: quadrant(one, largest),
    reduction: one.reduction,
    perEffort: one.reduction / one.strategy.effort,
    firstThree: firstThree === null ? null : (firstThree.get(one.strategy.id) ?? 0),
    prerequisiteFor: one.prerequisiteFor,
    prerequisites: one.strategy.prerequisites,
    fit: fitted.get(one.strategy.id)?.fit ?? 1,
    fits: fitted.get(one.strategy.id)?.fits ?? [],
    how: howLines(profiles, one.strategy),
    arithmetic: arithmetic(one, facets),
    because: because(one, facets),
    findings: [
      ...new Set(findings.filter(({ strategies }) => strategies.includes(one.strategy.id)).map(({ id }) => id)),
    ],
    ...advice(one),
  }));
}

function described({ strategy }: Chosen, rank: number) {
  const { id, title, level, intensity, effort, months } = strategy;
  return { rank, strategy: id, title, level, intensity, effort, months };
}

function advice({ strategy: { firstStep, actions, outcome, pitfall, watch } }: Chosen) {
  return { firstStep, actions, outcome, pitfall, watch };
}

/** By the fewest months until it shows. */
function horizon(months: number): PlanStep["horizon"] {
  if (months < 3) return "now";
  return months < 9 ? "next" : "later";
}

function quadrant({ strategy, reduction }: Chosen, largest: number): PlanStep["quadrant"] {
  const strong = reduction >= largest * HIGH_REDUCTION * (1 - ROUNDING);
  if (strategy.effort >= PROJECT_EFFORT) return strong ? "major project" : "think twice";
  return strong ? "quick win" : "fill-in";
}

/** Needs for one facet of one audience, about different people, are one line: the strength is the same for all it answers. */
function arithmetic({ arithmetic: rows }: Chosen, facets: ReadonlyMap<string, FacetNeed>): PlanStep["arithmetic"] {
  const lines = new Map<string, PlanStep["arithmetic"][number]>();
  for (const { key, needBefore, strength, reduction } of rows) {
    const found = facets.get(key);
    if (found === undefined) continue;
    const { whose, facet } = found;
    const name = facetKey(whose, facet);
    const before = lines.get(name) ?? { audience: whose, facet, needBefore: 0, strength, reduction: 0 };
    lines.set(name, {
      ...before,
      needBefore: before.needBefore + needBefore,
      reduction: before.reduction + reduction,
    });
  }
  return [...lines.values()].sort((a, b) => b.reduction - a.reduction);
}

/**
 * The dimensions behind a step: each facet's reduction is split among the dimensions in proportion to what they brought to
 * the facet's need (need × share). Shares of the step's reduction, so they sum to 1; empty when it takes nothing away.
 */
function because({ arithmetic, reduction }: Chosen, facets: ReadonlyMap<string, FacetNeed>): PlanStep["because"] {
  const shares = new Map<string, PlanStep["because"][number]>();
  for (const row of arithmetic) {
    const facet = facets.get(row.key);
    for (const part of facet?.parts ?? []) {
      const { audience, dimension, title, index } = part.dimension;
      const share = ((part.need / (facet?.need ?? 1)) * row.reduction) / reduction;
      const key = `${audience?.id ?? ""}/${dimension}`;
      shares.set(key, { audience, dimension, title, index, share: (shares.get(key)?.share ?? 0) + share });
    }
  }
  // Parts of one whole, added up in binary, may come to a hair more than the whole.
  const capped = [...shares.values()].map((part) => ({ ...part, share: Math.min(1, part.share) }));
  return capped.sort((a, b) => b.share - a.share);
}
