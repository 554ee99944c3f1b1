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

/** A bundle that could come next, and what it would take away. */
interface Offer {
  readonly members: readonly Member[];
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
      .map((strategy) => offer(bundle(strategy, { catalogue, done }) ?? [], after))
      .filter(({ members, effort }) => members.length + chosen.length <= MOST_STEPS && effort <= left)
      .filter(({ reduction }) => reduction > 0 && reduction >= smallest);
    const best = bestOf(offers);
    if (best === null) return { chosen, after };
    for (const member of best.members) {
      const step = carriedOut(member, after);
      chosen.push(step);
      after = lessened(after, step);
    }
    left -= best.effort;
  }
}

/** Σ of the needs of all facets. */
export function total(needs: Needs): number {
  return [...needs.values()].reduce((sum, need) => sum + need, 0);
}

/** What a bundle would take away: of each facet, need × (1 − what its members leave of it). */
function offer(members: readonly Member[], needs: Needs): Offer {
  const left = new Map<string, number>();
  let effort = 0;
  let reduction = 0;
  for (const { strategy } of members) {
    effort += strategy.effort;
    for (const [facet, strength] of strategy.facets) {
      const before = left.get(facet) ?? needs.get(facet) ?? 0;
      reduction += before * strength;
      left.set(facet, before * (1 - strength));
    }
  }
  return { members, effort, reduction };
}

function carriedOut(member: Member, needs: Needs): Chosen {
  const arithmetic = [...member.strategy.facets]
    .map(([facet, strength]) => {
      const needBefore = needs.get(facet) ?? 0;
      return { facet, needBefore, strength, reduction: needBefore * strength };
    })
    .filter(({ reduction }) => reduction > 0)
    .sort((a, b) => b.reduction - a.reduction || (a.facet < b.facet ? -1 : 1));
  return { ...member, arithmetic, reduction: arithmetic.reduce((sum, { reduction }) => sum + reduction, 0) };
}

function lessened(needs: Needs, { arithmetic }: Chosen): Needs {
  return new Map([...needs, ...arithmetic.map((row) => [row.facet, row.needBefore - row.reduction] as const)]);
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
function wanted({ members }: Offer): string {
  return members.at(-1)?.strategy.id ?? "";
}
