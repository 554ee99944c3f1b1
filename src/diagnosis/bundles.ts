import type { Strategy } from "../framework/types.ts";
import { bundle, type Member } from "./bundle.ts";

/** What a member, or a bundle, does to the needs: place of each need addressed, and by what share it is lessened. */
export interface Effect {
  readonly places: Int32Array;
  readonly strengths: Float64Array;
}

export interface Work extends Effect {
  readonly member: Member;
}

/** What could come next: a strategy, last, after those it needs first. Its effect is that of all of them, one after another. */
export interface Bundle extends Effect {
  readonly works: readonly Work[];
  readonly effort: number;
  /** Id of the strategy it is for. */
  readonly wanted: string;
  /** Two of its members address the same need: the second finds less of it. */
  readonly overlaps: boolean;
}

/** What can be chosen once some strategies are carried out. */
export interface Offer {
  readonly bundles: readonly Bundle[];
  /** What can be chosen after one of these bundles. */
  after(chosen: Bundle): Offer;
}

export interface Catalogue {
  /** With nothing carried out yet. */
  readonly offer: Offer;
  /** Place of a need by its key, of all needs that some strategy addresses. */
  readonly places: ReadonlyMap<string, number>;
}

/** One catalogue for many plans: bundles are made once for each way that plans begin. */
export function catalogueOf(strategies: readonly Strategy[]): Catalogue {
  const places = placesOf(strategies);
  const effects = new Map(strategies.map((strategy) => [strategy.id, effectOf(strategy, places)]));
  const byId = new Map(strategies.map((strategy) => [strategy.id, strategy]));
  // Most need nothing first, and are the same at any time.
  const alone = new Map(
    strategies
      .filter(({ prerequisites }) => prerequisites.length === 0)
      .map((strategy) => [strategy.id, bundleOf([{ strategy, prerequisiteFor: null }], effects)]),
  );
  const bundleWithout = (done: ReadonlySet<string>, strategy: Strategy): Bundle | null => {
    const found = alone.get(strategy.id);
    if (found !== undefined) return found;
    const members = bundle(strategy, { catalogue: byId, done });
    return members === null ? null : bundleOf(members, effects);
  };
  const offerWithout = (done: ReadonlySet<string>): Offer => {
    const known = new Map<Bundle, Offer>();
    return {
      bundles: strategies.flatMap((strategy) => (done.has(strategy.id) ? [] : (bundleWithout(done, strategy) ?? []))),
      after: (chosen) => {
        const found = known.get(chosen) ?? offerWithout(new Set([...done, ...chosen.works.map(idOf)]));
        known.set(chosen, found);
        return found;
      },
    };
  };
  return { offer: offerWithout(new Set()), places };
}

function placesOf(strategies: readonly Strategy[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { facets } of strategies)
    for (const key of facets.keys()) if (!places.has(key)) places.set(key, places.size);
  return places;
}

function bundleOf(members: readonly Member[], effects: ReadonlyMap<string, Effect>): Bundle {
  const works = members.map((member) => ({ member, ...(effects.get(member.strategy.id) ?? NO_EFFECT) }));
  const [only, ...others] = works;
  const whole = only !== undefined && others.length === 0 ? only : joined(works);
  return {
    ...{ works, places: whole.places, strengths: whole.strengths },
    effort: members.reduce((sum, { strategy }) => sum + strategy.effort, 0),
    wanted: members.at(-1)?.strategy.id ?? "",
    overlaps: others.length > 0 && new Set(whole.places).size < whole.places.length,
  };
}

const NO_EFFECT: Effect = { places: new Int32Array(), strengths: new Float64Array() };

function effectOf({ facets }: Strategy, places: ReadonlyMap<string, number>): Effect {
  const effect = { places: new Int32Array(facets.size), strengths: new Float64Array(facets.size) };
  let at = 0;
  for (const [key, strength] of facets) {
    effect.places[at] = places.get(key) ?? 0;
    effect.strengths[at] = strength;
    at++;
  }
  return effect;
}

/** One after another. */
function joined(effects: readonly Effect[]): Effect {
  const length = effects.reduce((sum, { places }) => sum + places.length, 0);
  const whole = { places: new Int32Array(length), strengths: new Float64Array(length) };
  let at = 0;
  for (const { places, strengths } of effects) {
    whole.places.set(places, at);
    whole.strengths.set(strengths, at);
    at += places.length;
  }
  return whole;
}

function idOf({ member }: Work): string {
  return member.strategy.id;
}
