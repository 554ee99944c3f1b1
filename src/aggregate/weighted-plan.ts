import { UNIT_WEIGHT } from "../response/rows/weight-text.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import type { Layout } from "./layout.ts";
import { LIMBS } from "./limbs.ts";
import type { AggregatePlan, WeightedSlots } from "./types.ts";

/**
 * Lays out the weighted twins of the sums. Items that no outcome rests on have none: item tables stay unweighted, and
 * with thousands of cells each sum costs memory.
 */
export function weightedSlots(
  program: ScoringProgram,
  { anyScore, items, scores, pairs, ratios }: Pick<AggregatePlan, "anyScore" | "items" | "scores" | "pairs" | "ratios">,
  layout: Layout,
): WeightedSlots {
  const take = (sums = 1) => layout.take(sums * LIMBS);
  const outcomeItems = new Set(program.outcomes.map(({ item }) => item));
  const outcome = (at: number, codes: number) => (codes > 0 && outcomeItems.has(at) ? take(2 * codes) : null);
  return {
    unitsPerWeight: UNIT_WEIGHT,
    people: { w: take(), ww: take() },
    anyScore: anyScore === null ? null : { w: take(), ww: take() },
    scores: scores.map(() => ({ w: take(), ww: take(), wx: take(), wxx: take(), wwx: take(), wwxx: take() })),
    pairs: pairs.map(() => ({ ww: take(), wwa: take(), wwb: take(), wwab: take() })),
    ratios: ratios.map(() => ({ wf: take(), wa: take(), wwff: take(), wwfa: take(), wwaa: take() })),
    items: items.map(({ codes }, at) => outcome(at, codes.length)),
  };
}
