import type { Framework, Strategy } from "../framework/types.ts";
import type { IndexDraws } from "../statistics/mean-draws.ts";
import { createCover } from "./coverage.ts";
import { MULTIPLIER } from "./needs.ts";

const FIRST = 3;

/**
 * Id of a strategy → share (0–1) of the draws of the means in which the plan made from them has it among its first three.
 * Inside a draw the index is what it is: the probability that a dimension is below target is 1 or 0.
 */
export function firstThreeShares(
  draws: IndexDraws,
  options: {
    readonly framework: Framework;
    /** Those the plan may draw on. */
    readonly strategies: readonly Strategy[];
    readonly effort: number | null;
  },
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const needsOf = createNeeds(draws.dimensions, options.framework);
  const cover = createCover(options.strategies);
  for (const row of draws.rows) {
    const { chosen } = cover({ needs: needsOf(row), effort: options.effort, most: FIRST });
    for (const { strategy } of chosen.slice(0, FIRST)) counts.set(strategy.id, (counts.get(strategy.id) ?? 0) + 1);
  }
  return new Map([...counts].map(([id, count]) => [id, count / draws.rows.length]));
}

/** Facet → need, of one draw. */
function createNeeds(
  dimensions: readonly string[],
  framework: Framework,
): (row: readonly number[]) => ReadonlyMap<string, number> {
  const known = new Map(framework.dimensions.map((dimension) => [dimension.id, dimension]));
  return (row) => {
    const needs = new Map<string, number>();
    for (const [at, id] of dimensions.entries()) {
      const dimension = known.get(id);
      if (dimension === undefined) continue;
      const gap = Math.max(0, dimension.target - (row[at] ?? 0)) / 100;
      if (gap === 0) continue;
      for (const [facet, share] of dimension.facets)
        needs.set(facet, (needs.get(facet) ?? 0) + gap * dimension.weight * MULTIPLIER * share);
    }
    return needs;
  };
}
