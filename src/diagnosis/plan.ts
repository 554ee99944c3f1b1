import type { Finding, Plan } from "../audit/types.ts";
import type { Strategy } from "../framework/types.ts";
import { type Catalogue, catalogueOf } from "./bundles.ts";
import { cover, total } from "./coverage.ts";
import { dimensionNeeds, type FacetNeed, facetKey, facetNeeds } from "./needs.ts";
import type { DiagnosisOptions } from "./options.ts";
import { circlesOf, concernsOf, suits, whyNothingPresses } from "./signs.ts";
import { drawsOf, firstThreeShares } from "./stability.ts";
import { standings } from "./standing.ts";
import { type Fit, fitOf, isBarred, type Steering, steeringOf } from "./steering.ts";
import { planSteps } from "./steps.ts";
import { isFor, type Voice, voicesOf } from "./voices.ts";

type PlanOptions = Pick<
  DiagnosisOptions,
  "framework" | "overall" | "strategies" | "effort" | "audiences" | "profiles" | "context"
> & { readonly findings: readonly Finding[] };

const TOO_FEW =
  "Fewer people answered enough to be scored than the minimum group, so nothing can be shown and nothing planned.";
const NOTHING_SHOWN = "No dimension could be shown, so there is nothing to plan from.";
const AT_TARGET = "Every dimension has reached its target.";
const SHOWN_AT_TARGET = "Every dimension that could be shown has reached its target.";
const NO_ANSWER = "No strategy of the catalogue answers the gaps found.";
const NO_FIT = "No strategy that answers the gaps fits the effort allowed. Allow more effort, or set no limit.";

/** So many steps stand for the plan without profiles. */
const FIRST = 3;

/** What to do first: needs, the strategies that cover them, and the arithmetic of each step. Without steps, `reason` says why. */
export function makePlan(options: PlanOptions): Plan {
  const { overall, effort, profiles, findings } = options;
  if (overall === null) return noPlan(TOO_FEW);
  const voices = voicesOf(options.audiences, overall);
  const needs = dimensionNeeds(voices, profiles);
  if (needs.length === 0) return noPlan(reasonWithoutNeed(voices));
  const facets = facetNeeds(voices, needs);
  const before = needsByKey(facets);
  const { strategies, fitted } = offers(options, voices);
  const catalogue = catalogueOf(strategies);
  const { chosen, after } = cover(catalogue, { needs: before, effort });
  const firstThree = firstThreeShares(voices, { catalogue, profiles, effort });
  return {
    reason: chosen.length > 0 ? null : reasonWithoutSteps(before, catalogue),
    steps: planSteps({ chosen, facets, findings, firstThree, fitted, profiles }),
    need: total(before),
    remaining: total(after),
    needs,
    withoutProfiles: profiles.length === 0 ? [] : firstWithoutProfiles(options, voices),
    draws: drawsOf(voices),
  };
}

/** Titles of the first three steps as they would be: a dimension that a profile added is not there either. */
function firstWithoutProfiles(options: PlanOptions, voices: readonly Voice[]): readonly string[] {
  const added = new Set(options.profiles.flatMap(({ profile }) => profile.supplement?.id ?? []));
  const needs = dimensionNeeds(voices, []).filter(({ dimension }) => !added.has(dimension));
  const { strategies } = offers({ ...options, profiles: [] }, voices);
  const found = needsByKey(facetNeeds(voices, needs));
  const { chosen } = cover(catalogueOf(strategies), { needs: found, effort: options.effort });
  return chosen.slice(0, FIRST).map(({ strategy }) => strategy.title);
}

function needsByKey(facets: ReadonlyMap<string, FacetNeed>): ReadonlyMap<string, number> {
  return new Map([...facets].map(([key, { need }]) => [key, need]));
}

/**
 * The catalogue this plan may draw on, with strengths by the key of the need they take away, each min(1, strength × fit). A
 * framework's own list is a hard limit. A strategy takes nothing of an audience it is not meant for, and nothing at all
 * where the answers about the survey bar it, so it is never chosen for itself; it stays available because another may not
 * be possible without it.
 */
function offers(
  { framework, strategies, profiles, context }: PlanOptions,
  voices: readonly Voice[],
): { readonly strategies: readonly Strategy[]; readonly fitted: ReadonlyMap<string, Fit> } {
  const steering = steeringOf(context, strategies);
  const allowed = strategies.filter(({ id }) => framework.strategies.length === 0 || framework.strategies.includes(id));
  const fitted = new Map(allowed.map((strategy) => [strategy.id, fitOf(strategy, profiles, steering)]));
  const circles = voices.map((voice) => ({ voice, about: circlesOf(concernsOf(voice)) }));
  const offered = allowed.map((strategy) => ({
    ...strategy,
    facets: strengths(strategy, { circles, steering, fit: fitted.get(strategy.id)?.fit ?? 1 }),
  }));
  return { strategies: offered, fitted };
}

interface Offering {
  /** Of each audience, whom its needs are about. */
  readonly circles: readonly { readonly voice: Voice; readonly about: readonly (readonly string[])[] }[];
  readonly steering: Steering;
  readonly fit: number;
}

function strengths(strategy: Strategy, { circles, steering, fit }: Offering): ReadonlyMap<string, number> {
  if (isBarred(strategy, steering)) return new Map();
  const places = circles
    .filter(({ voice }) => isFor(strategy, voice))
    .flatMap(({ voice, about }) =>
      about.filter((one) => suits(strategy, one)).map((one) => ({ ...voice, about: one })),
    );
  return new Map(
    places.flatMap(({ whose, about }) =>
      [...strategy.facets].map(
        ([facet, strength]) => [facetKey(whose, facet, about), Math.min(1, strength * fit)] as const,
      ),
    ),
  );
}

function reasonWithoutNeed(voices: readonly Voice[]): string {
  const dimensions = voices.flatMap(({ cell }) => cell.dimensions);
  const shown = dimensions.filter(({ index }) => index.kind === "estimate").length;
  if (shown === 0) return NOTHING_SHOWN;
  const calm = whyNothingPresses(voices);
  if (calm !== null) return calm;
  if (voices.some(({ cell }) => standings(cell).some(({ gap, probability }) => gap * probability > 0)))
    return NO_ANSWER;
  return shown === dimensions.length ? AT_TARGET : SHOWN_AT_TARGET;
}

function reasonWithoutSteps(needs: ReadonlyMap<string, number>, catalogue: Catalogue): string {
  return cover(catalogue, { needs, effort: null }).chosen.length > 0 ? NO_FIT : NO_ANSWER;
}

function noPlan(reason: string): Plan {
  return { reason, steps: [], need: 0, remaining: 0, needs: [], withoutProfiles: [], draws: 0 };
}
