import type { Strategy } from "../framework/types.ts";
import { bundle, type Member } from "./bundle.ts";

/** Need left, by facet (of several audiences each has its own). */
type Needs = ReadonlyMap<string, number>;

/** What a step takes away of one need. */
export interface Taken {
  /** Of the need. */
  readonly key: string;
  readonly needBefore: number;
  readonly strength: number;
  readonly reduction: number;
}

/** One strategy of the plan, with the need it takes away. */
export interface Chosen extends Member {
  readonly arithmetic: readonly Taken[];
  /** Σ of the arithmetic's reductions. */
  readonly reduction: number;
}

/** What could come next: a strategy, last, after those it needs first. */
interface Bundle {
  readonly members: readonly Member[];
  readonly effort: number;
}

/** A plan longer than this is not carried out. */
const MOST_STEPS = 10;
/** What takes away less than this share of the need at the start is not worth a step. */
const SMALLEST_SHARE = 0.01;
/** Two reductions per effort closer than this (relative) are equal; the rest is rounding. */
const EQUAL = 1e-9;

export interface CoverRequest {
  readonly needs: Needs;
  readonly effort: number | null;
  /** Stop once so many steps are chosen; left out: go on. */
  readonly most?: number;
}

export interface Covered {
  readonly chosen: readonly Chosen[];
  readonly after: Needs;
}

/**
 * Greedy coverage of needs by strategies: the next is always the one that takes away most need per unit of effort, and what
 * it addresses remains at need × (1 − strength). A strategy is judged together with its prerequisites that are not yet in
 * the plan, as one bundle: their effort counts, and so does what they take away. Equal: the cheaper first, then by id.
 * Ends after ten steps, when nothing takes away 1 % of the need at the start, or when nothing fits the `effort`
 * (points over all steps; null is no limit).
 */
export function cover(options: CoverRequest & { readonly strategies: readonly Strategy[] }): Covered {
  return createCover(options.strategies)(options);
}

/** `cover` of one catalogue, for many needs: bundles are made once for each set of strategies already carried out. */
export function createCover(strategies: readonly Strategy[]): (request: CoverRequest) => Covered {
  const bundlesWithout = createBundles(strategies);
  return ({ needs, effort, most = MOST_STEPS }) => {
    const smallest = SMALLEST_SHARE * total(needs);
    const chosen: Chosen[] = [];
    let after = needs;
    let left = effort ?? Number.POSITIVE_INFINITY;
    while (chosen.length < most) {
      const room = MOST_STEPS - chosen.length;
      const best = bestOf(bundlesWithout(chosen), {
        reductionOf: (one) => reductionOf(one, after),
        fits: (one, reduction) =>
          one.members.length <= room && one.effort <= left && reduction > 0 && reduction >= smallest,
      });
      if (best === null) break;
      for (const member of best.members) {
        const step = carriedOut(member, after);
        chosen.push(step);
        after = lessened(after, step);
      }
      left -= best.effort;
    }
    return { chosen, after };
  };
}

/** Of every strategy not yet carried out: itself with what it needs first. Those that cannot be had are left out. */
function createBundles(strategies: readonly Strategy[]): (chosen: readonly Chosen[]) => readonly Bundle[] {
  const catalogue = new Map(strategies.map((strategy) => [strategy.id, strategy]));
  const alone = new Map(
    strategies
      .filter(({ prerequisites }) => prerequisites.length === 0)
      .map((strategy) => [strategy.id, toBundle([{ strategy, prerequisiteFor: null }])]),
  );
  const known = new Map<string, readonly Bundle[]>();
  return (chosen) => {
    const done = new Set(chosen.map(({ strategy }) => strategy.id));
    const key = [...done].sort().join(" ");
    const found = known.get(key);
    if (found !== undefined) return found;
    const bundles = strategies
      .filter(({ id }) => !done.has(id))
      .map((strategy) => alone.get(strategy.id) ?? toBundle(bundle(strategy, { catalogue, done }) ?? []));
    known.set(key, bundles);
    return bundles;
  };
}

function toBundle(members: readonly Member[]): Bundle {
  return { members, effort: members.reduce((sum, { strategy }) => sum + strategy.effort, 0) };
}

/** Σ of the needs of all facets. */
export function total(needs: Needs): number {
  return [...needs.values()].reduce((sum, need) => sum + need, 0);
}

/** What a bundle would take away: of each facet, need × (1 − what its members leave of it). */
function reductionOf({ members }: Bundle, needs: Needs): number {
  // Most stand alone, and there nothing has to be remembered: drawn plans come here many thousand times.
  const left = members.length > 1 ? new Map<string, number>() : null;
  let reduction = 0;
  for (const { strategy } of members)
    for (const [facet, strength] of strategy.facets) {
      const before = left?.get(facet) ?? needs.get(facet) ?? 0;
      reduction += before * strength;
      left?.set(facet, before * (1 - strength));
    }
  return reduction;
}

function carriedOut(member: Member, needs: Needs): Chosen {
  const arithmetic = [...member.strategy.facets]
    .map(([key, strength]) => {
      const needBefore = needs.get(key) ?? 0;
      return { key, needBefore, strength, reduction: needBefore * strength };
    })
    .filter(({ reduction }) => reduction > 0)
    .sort((a, b) => b.reduction - a.reduction || (a.key < b.key ? -1 : 1));
  return { ...member, arithmetic, reduction: arithmetic.reduce((sum, { reduction }) => sum + reduction, 0) };
}

function lessened(needs: Needs, { arithmetic }: Chosen): Needs {
  return new Map([...needs, ...arithmetic.map((row) => [row.key, row.needBefore - row.reduction] as const)]);
}

function bestOf(
  bundles: readonly Bundle[],
  how: {
    reductionOf(one: Bundle): number;
    fits(one: Bundle, reduction: number): boolean;
  },
): Bundle | null {
  const offers: { readonly one: Bundle; readonly perEffort: number }[] = [];
  let most = 0;
  for (const one of bundles) {
    const reduction = how.reductionOf(one);
    if (!how.fits(one, reduction)) continue;
    const perEffort = reduction / one.effort;
    most = Math.max(most, perEffort);
    offers.push({ one, perEffort });
  }
  const equals = offers.filter(({ perEffort }) => perEffort >= most * (1 - EQUAL)).map(({ one }) => one);
  return equals.sort((a, b) => a.effort - b.effort || (wanted(a) < wanted(b) ? -1 : 1))[0] ?? null;
}

/** Id of the strategy the bundle is for. */
function wanted({ members }: Bundle): string {
  return members.at(-1)?.strategy.id ?? "";
}
