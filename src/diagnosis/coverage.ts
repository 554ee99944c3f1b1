import type { Member } from "./bundle.ts";
import type { Bundle, Catalogue, Work } from "./bundles.ts";
import type { Picker } from "./picker.ts";

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

/** A plan longer than this is not carried out. */
const MOST_STEPS = 10;
/** What takes away less than this share of the need at the start is not worth a step. */
const SMALLEST_SHARE = 0.01;
/** Two reductions per effort closer than this (relative) are equal; the rest is rounding. */
const EQUAL = 1e-9;

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
export function cover(
  { offer, places }: Catalogue,
  { needs, effort }: { readonly needs: Needs; readonly effort: number | null },
): Covered {
  const left = new Float64Array(places.size);
  for (const [key, place] of places) left[place] = needs.get(key) ?? 0;
  const chosen: Chosen[] = [];
  coverPlaces(offer, {
    ...{ left, total: total(needs), effort },
    most: MOST_STEPS,
    each: ({ member }) => chosen.push(carriedOut(member, (key) => left[places.get(key) ?? -1] ?? 0)),
  });
  const after = [...needs].map(([key, need]) => [key, left[places.get(key) ?? -1] ?? need] as const);
  return { chosen, after: new Map(after) };
}

/** Needs by their places in a catalogue, and when to stop. */
export interface CoverPlaces {
  /** What is left of each need; lessened here. */
  readonly left: Float64Array;
  /** Σ of all needs at the start, those that no strategy addresses among them. */
  readonly total: number;
  readonly effort: number | null;
  /** Stop once so many steps are chosen. */
  readonly most: number;
  /** Hears of each step before its needs are lessened. */
  each(step: Work): void;
  /** Chooses each bundle by `left`, as is done here without it. */
  readonly picker?: Picker | null;
}

/** `cover` on numbered needs: drawn plans are made many hundred times, and nothing is kept of them but their steps. */
export function coverPlaces(offer: Catalogue["offer"], options: CoverPlaces): void {
  const { left, total: whole, effort, most, each, picker } = options;
  let steps = 0;
  let open = offer;
  let own: Judged | undefined;
  const limits = {
    ...{ left, smallest: SMALLEST_SHARE * whole },
    ...{ effort: effort ?? Number.POSITIVE_INFINITY, room: MOST_STEPS },
  };
  while (steps < most) {
    let best = picker?.pick(open, limits);
    if (best === undefined) {
      own ??= { left, tried: new Float64Array(left.length), gains: new Float64Array(offer.bundles.length) };
      best = bestOf(open.bundles, { ...limits, ...own });
    }
    if (best === null) return;
    for (const work of best.works) {
      each(work);
      lessen(left, work);
    }
    steps += best.works.length;
    limits.room = MOST_STEPS - steps;
    limits.effort -= best.effort;
    open = open.after(best);
  }
}

/** Σ of the needs of all facets. */
export function total(needs: Needs): number {
  return [...needs.values()].reduce((sum, need) => sum + need, 0);
}

/** What is left of each need, with room to reckon in: of each need, and of each bundle. */
interface Judged {
  readonly left: Float64Array;
  readonly tried: Float64Array;
  readonly gains: Float64Array;
}

interface Limits extends Judged {
  /** What takes away less is not worth a step. */
  readonly smallest: number;
  readonly effort: number;
  /** Steps the plan has room for. */
  readonly room: number;
}

/** What takes away most per effort; null where nothing fits. */
function bestOf(bundles: readonly Bundle[], limits: Limits): Bundle | null {
  const most = judge(bundles, limits);
  if (most === 0) return null;
  const { gains } = limits;
  let best: Bundle | null = null;
  for (let at = 0; at < bundles.length; at++) {
    const one = bundles[at];
    if (one === undefined || !((gains[at] ?? 0) >= most * (1 - EQUAL))) continue;
    if (best === null || isBefore(one, best)) best = one;
  }
  return best;
}

/** Fills `gains` with what each takes away per effort, 0 where it does not fit; the largest of them. */
function judge(bundles: readonly Bundle[], limits: Limits): number {
  const { gains, smallest, effort, room } = limits;
  let most = 0;
  for (let at = 0; at < bundles.length; at++) {
    gains[at] = 0;
    const one = bundles[at];
    if (one === undefined || one.works.length > room || one.effort > effort) continue;
    const reduction = reductionOf(one, limits);
    if (!(reduction > 0 && reduction >= smallest)) continue;
    const gain = reduction / one.effort;
    gains[at] = gain;
    most = Math.max(most, gain);
  }
  return most;
}

/** Of two that are worth the same: the cheaper first, then by id. */
function isBefore(one: Bundle, other: Bundle): boolean {
  return one.effort === other.effort ? one.wanted < other.wanted : one.effort < other.effort;
}

/** What a bundle would take away: of each facet, need × (1 − what its members leave of it). */
function reductionOf({ places, strengths, overlaps }: Bundle, { left: needs, tried }: Judged): number {
  // Mostly nothing has to be remembered.
  const left = overlaps ? tried : needs;
  if (overlaps) tried.set(needs);
  let reduction = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const strength = strengths[i] ?? 0;
    const before = left[place] ?? 0;
    reduction += before * strength;
    if (overlaps) tried[place] = before * (1 - strength);
  }
  return reduction;
}

function lessen(left: Float64Array, { places, strengths }: Work): void {
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const before = left[place] ?? 0;
    left[place] = before - before * (strengths[i] ?? 0);
  }
}

function carriedOut(member: Member, needOf: (key: string) => number): Chosen {
  const arithmetic = [...member.strategy.facets]
    .map(([key, strength]) => {
      const needBefore = needOf(key);
      return { key, needBefore, strength, reduction: needBefore * strength };
    })
    .filter(({ reduction }) => reduction > 0)
    .sort((a, b) => b.reduction - a.reduction || (a.key < b.key ? -1 : 1));
  return { ...member, arithmetic, reduction: arithmetic.reduce((sum, { reduction }) => sum + reduction, 0) };
}
