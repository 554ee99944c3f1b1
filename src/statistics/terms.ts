import type { Published } from "../audit/estimate.ts";
import type { CompositeResult } from "../audit/types.ts";
import type { Composite } from "../framework/types.ts";
import { type Group, scoreOf, titleOf } from "./group.ts";

/** Names in a formula as written: dimension and composite ids, functions and numbers left out. */
const NAME = /(?<![\w.])[a-z][a-z0-9_]*(?!\w|\s*\()/g;

type Term = CompositeResult["terms"][number];

/**
 * The names of a composite's written formula, in order of first appearance, with the numbers that stand for them in this
 * group: means of dimensions, values of composites. Null where the number is hidden or cannot be computed.
 */
export function formulaTerms(group: Group, composite: Composite, earlier: readonly CompositeResult[]): readonly Term[] {
  const names = new Set(composite.formula.match(NAME));
  return [...names].map((name) => {
    const named = earlier.find(({ id }) => id === name);
    if (named !== undefined) return { name, title: named.title, value: estimated(named.value) };
    return { name, title: titleOf(group, name), value: meanOf(group, name) };
  });
}

function meanOf(group: Group, dimension: string): number | null {
  const score = scoreOf(group, dimension);
  return score.kind === "shown" && score.moments.n > 0 ? score.moments.mean : null;
}

function estimated(published: Published): number | null {
  return published.kind === "estimate" ? published.value : null;
}
