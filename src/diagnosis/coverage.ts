import type { PlanStep } from "../audit/types.ts";
import type { Strategy } from "../framework/types.ts";
import { bundle, type Member } from "./bundle.ts";

/** Need left, by facet. */
type Needs = ReadonlyMap<string, number>;

/** One strategy of the plan, with the need it takes away. */
export interface Chosen extends Member {
  readonly arithmetic: PlanStep["arithmetic"];
  /** Σ of the arithmetic's reductions. */
  readonly reduction: number;
}

interface Offer {
  readonly steps: readonly Chosen[];
  readonly after: Needs;
  readonly effort: number;
  readonly reduction: number;
}

/** A plan longer than this is not carried out. */
const MOST_STEPS = 8;
/** What takes away less than this share of the need at the start is not worth a step. */
const SMALLEST_SHARE = 0.01;
/** Two reductions per effort closer than this (relative) are equal; the rest is rounding. */
const EQUAL = 1e-9;

/**
 * Greedy coverage of needs by strategies: the next is always the one that takes away most need per unit of effort, and what
 * it addresses remains at need × (1 − strength). A strategy is judged together with its prerequisites that are not yet in
 * the plan, as one bundle: their effort counts, and so does what they take away. Equal: the cheaper first, then by id.
 * Ends after eight steps, when nothing takes away 1 % of the need at the start, or when nothing fits the `effort`
 * (points over all steps; null is no limit).
 */
export function cover(options: {
  readonly needs: Needs;
  readonly strategies: readonly Strategy[];
  readonly effort: number | null;
}): { readonly chosen: readonly Chosen[]; readonly after: Needs } {
  const catalogue = new Map(options.strategies.map((strategy) => [strategy.id, strategy]));
  const smallest = SMALLEST_SHARE * total(options.needs);
  const chosen: Chosen[] = [];
  let after = options.needs;
  let left = options.effort ?? Number.POSITIVE_INFINITY;
  for (;;) {
    const done = new Set(chosen.map(({ strategy }) => strategy.id));
    const offers = options.strategies
      .filter(({ id }) => !done.has(id))
      .flatMap((strategy) => offer(bundle(strategy, { catalogue, done }) ?? [], after))
      .filter(({ steps, effort }) => steps.length + chosen.length <= MOST_STEPS && effort <= left)
      .filter(({ reduction }) => reduction > 0 && reduction >= smallest);
    const best = bestOf(offers);
    if (best === null) return { chosen, after };
    chosen.push(...best.steps);
    after = best.after;
    left -= best.effort;
  }
}

/** Σ of the needs of all facets. */
export function total(needs: Needs): number {
  return [...needs.values()].reduce((sum, need) => sum + need, 0);
}

/** What a bundle would take away, member by member. */
function offer(members: readonly Member[], needs: Needs): Offer {
  let after = needs;
  const steps: Chosen[] = [];
  for (const member of members) {
    const arithmetic = reductions(member.strategy, after);
    steps.push({ ...member, arithmetic, reduction: sum(arithmetic.map(({ reduction }) => reduction)) });
    after = new Map([...after, ...arithmetic.map((row) => [row.facet, row.needBefore - row.reduction] as const)]);
  }
  const effort = sum(members.map(({ strategy }) => strategy.effort));
  return { steps, after, effort, reduction: sum(steps.map(({ reduction }) => reduction)) };
}

function reductions(strategy: Strategy, needs: Needs): PlanStep["arithmetic"] {
  return [...strategy.facets]
    .map(([facet, strength]) => {
      const needBefore = needs.get(facet) ?? 0;
      return { facet, needBefore, strength, reduction: needBefore * strength };
    })
    .filter(({ reduction }) => reduction > 0)
    .sort((a, b) => b.reduction - a.reduction || (a.facet < b.facet ? -1 : 1));
}

function bestOf(offers: readonly Offer[]): Offer | null {
  const most = Math.max(...offers.map(perEffort));
  const equals = offers.filter((one) => perEffort(one) >= most * (1 - EQUAL));
  return equals.sort((a, b) => a.effort - b.effort || (wanted(a) < wanted(b) ? -1 : 1))[0] ?? null;
}

function perEffort({ reduction, effort }: Offer): number {
  return reduction / effort;
}

/** Id of the strategy the bundle is for. */
function wanted({ steps }: Offer): string {
  return steps.at(-1)?.strategy.id ?? "";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
