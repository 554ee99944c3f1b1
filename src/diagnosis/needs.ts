import type { DimensionNeed } from "../audit/types.ts";
import type { ChosenProfile } from "../framework/types.ts";
import { multiplierOf } from "./profile.ts";
import { concernsOf } from "./signs.ts";
import { standings } from "./standing.ts";
import type { Voice, Whose } from "./voices.ts";

/** A facet's need, and how much of it each dimension brings: Σ of `parts` is `need`. */
export interface FacetNeed {
  readonly facet: string;
  readonly whose: Whose;
  readonly need: number;
  readonly parts: readonly { readonly dimension: DimensionNeed; readonly need: number }[];
}

/** What turns a gap of a dimension into needs. */
export interface Weighing {
  readonly target: number;
  readonly weight: number;
  readonly multiplier: number;
  /** weight × multiplier / number of audiences. */
  readonly factor: number;
  /** Key of the facet's need → share. */
  readonly shares: readonly (readonly [key: string, share: number, facet: string])[];
}

/**
 * Needs of two audiences are two needs: what is done for one leaves the other's as it is. So are those of signs about
 * different people (`about`, audiences of the strategies).
 */
export function facetKey(whose: Whose, facet: string, about: readonly string[] = []): string {
  const named = about.length === 0 ? facet : `${about.join("+")}:${facet}`;
  return whose === null ? named : `${whose.id}/${named}`;
}

/**
 * By dimension id; one that no facet stands for is left out, since no strategy could answer it, and so is one of signs none
 * of which is red or amber.
 */
export function weighings(voice: Voice, profiles: readonly ChosenProfile[]): ReadonlyMap<string, Weighing> {
  const { framework, weights, whose, share } = voice;
  const concerns = concernsOf(voice);
  return new Map(
    framework.dimensions
      .filter(({ id, facets }) => facets.size > 0 && concerns.get(id)?.isPressing !== false)
      .map((dimension) => {
        const about = concerns.get(dimension.id)?.about;
        const weight = weights.get(dimension.id) ?? dimension.weight;
        const multiplier = multiplierOf(profiles, dimension, framework.id);
        const shares = [...dimension.facets].map(
          ([facet, part]) => [facetKey(whose, facet, about), part, facet] as const,
        );
        return [
          dimension.id,
          { target: dimension.target, weight, multiplier, factor: weight * multiplier * share, shares },
        ];
      }),
  );
}

/**
 * Need of every dimension with a gap, of every audience, largest first (ties keep the order of audiences and framework):
 * need = gap × weight × multiplier × probability that the true index is below target / number of audiences;
 * gap = max(0, target − index)/100. Dimensions without facets have none, nor have those of green or grey signs.
 */
export function dimensionNeeds(voices: readonly Voice[], profiles: readonly ChosenProfile[]): readonly DimensionNeed[] {
  return voices.flatMap((voice) => needsOf(voice, profiles)).sort((a, b) => b.need - a.need);
}

function needsOf(voice: Voice, profiles: readonly ChosenProfile[]): readonly DimensionNeed[] {
  const known = weighings(voice, profiles);
  return standings(voice.cell).flatMap(({ dimension, title, index, target, gap, probability }) => {
    const weighing = known.get(dimension);
    if (weighing === undefined) return [];
    const { weight, multiplier, factor } = weighing;
    const need = gap * factor * probability;
    if (need <= 0) return [];
    return [{ audience: voice.whose, dimension, title, index, target, gap, weight, multiplier, probability, need }];
  });
}

/** A facet's need = Σ over dimensions of need × the dimension's share for it, by key. Facets in order of first appearance. */
export function facetNeeds(voices: readonly Voice[], needs: readonly DimensionNeed[]): ReadonlyMap<string, FacetNeed> {
  const known = new Map(voices.map((voice) => [voice.whose?.id ?? "", weighings(voice, [])]));
  const facets = new Map<string, FacetNeed>();
  for (const dimension of needs) {
    const whose = dimension.audience;
    for (const [key, share, facet] of known.get(whose?.id ?? "")?.get(dimension.dimension)?.shares ?? []) {
      const need = dimension.need * share;
      if (need <= 0) continue;
      const before = facets.get(key) ?? { facet, whose, need: 0, parts: [] };
      facets.set(key, { facet, whose, need: before.need + need, parts: [...before.parts, { dimension, need }] });
    }
  }
  return facets;
}
