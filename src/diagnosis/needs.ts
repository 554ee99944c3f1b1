import type { CellResult, DimensionNeed } from "../audit/types.ts";
import type { Dimension, Framework } from "../framework/types.ts";
import { standings } from "./standing.ts";

/** A facet's need, and how much of it each dimension brings: Σ of `parts` is `need`. */
export interface FacetNeed {
  readonly facet: string;
  readonly need: number;
  readonly parts: readonly { readonly dimension: DimensionNeed; readonly need: number }[];
}

/** Without a profile nothing is multiplied. */
export const MULTIPLIER = 1;

/**
 * Need of every dimension with a gap, largest first (ties keep framework order):
 * need = gap × weight × multiplier × probability that the true index is below target; gap = max(0, target − index)/100.
 */
export function dimensionNeeds(framework: Framework, overall: CellResult): readonly DimensionNeed[] {
  const weights = new Map(framework.dimensions.map(({ id, weight }) => [id, weight]));
  return standings(overall)
    .map(({ dimension, title, index, target, gap, probability }) => {
      const weight = weights.get(dimension) ?? 1;
      const need = gap * weight * MULTIPLIER * probability;
      return { dimension, title, index, target, gap, weight, multiplier: MULTIPLIER, probability, need };
    })
    .filter(({ need }) => need > 0)
    .sort((a, b) => b.need - a.need);
}

/** A facet's need = Σ over dimensions of need × the dimension's share for it. Facets in order of first appearance. */
export function facetNeeds(
  dimensions: readonly Dimension[],
  needs: readonly DimensionNeed[],
): ReadonlyMap<string, FacetNeed> {
  const shares = new Map(dimensions.map(({ id, facets }) => [id, facets]));
  const facets = new Map<string, FacetNeed>();
  for (const dimension of needs) {
    for (const [facet, share] of shares.get(dimension.dimension) ?? []) {
      const need = dimension.need * share;
      if (need <= 0) continue;
      const before = facets.get(facet) ?? { facet, need: 0, parts: [] };
      facets.set(facet, { facet, need: before.need + need, parts: [...before.parts, { dimension, need }] });
    }
  }
  return facets;
}
