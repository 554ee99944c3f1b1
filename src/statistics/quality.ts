/**
 * Data quality: kinds of missing among all answers asked for, and patterns of careless answering.
 *
 * Formula: count of a kind / (people × items); flags are counted per person when read (longest run at max(10, half the
 *   items), zero variance over 10 items or more that include reverse-keyed ones).
 * Unit and range: shares 0–1; people. Missing rule: under 10 people, or when nothing may be shown, nothing is said.
 * Source: Meade & Craig 2012; Huang et al. 2012. Oracle: counts by hand (test/statistics/quality.test.ts), reference.json
 *   (longest_run).
 */
import type { AggregatePlan } from "../aggregate/types.ts";
import type { Published } from "../audit/estimate.ts";
import type { Quality } from "../audit/types.ts";
import type { Released, ReleasedCell } from "../disclosure/types.ts";
import { HIDDEN } from "./group.ts";
import { at } from "./moments.ts";
import { withoutInterval } from "./sampling.ts";

/** `repeatedIds`: rows kept although another row has the same id with other answers. */
export function estimateQuality({ plan, total }: Released, repeatedIds: number): Quality {
  if (total === null || !total.itemTable) {
    const nothing = { unanswered: null, notApplicable: null, dontKnow: null, unknown: null };
    return { longRuns: HIDDEN, straightLines: HIDDEN, ...nothing, repeatedIds };
  }
  const [unanswered = null, notApplicable = null, dontKnow = null, unknown = null] = missingShares(plan, total);
  return {
    longRuns: flagged(total, at(total.cell, plan.flags.longRun), "a long run of identical answers"),
    straightLines: flagged(total, at(total.cell, plan.flags.straightLine), "the same answer to everything"),
    unanswered,
    notApplicable,
    dontKnow,
    unknown,
    repeatedIds,
  };
}

/** One per kind, in the order of the plan: unanswered, not applicable, don't know, unknown. */
function missingShares({ items }: AggregatePlan, { cell, people }: ReleasedCell): readonly (number | null)[] {
  const asked = people * items.length;
  return [0, 1, 2, 3].map((kind) => {
    const count = items.reduce((sum, { missing }) => sum + at(cell, missing + kind), 0);
    return asked === 0 ? null : count / asked;
  });
}

function flagged({ people }: ReleasedCell, count: number, pattern: string): Published {
  return withoutInterval(
    { value: count, n: people, unit: "people", method: `people with ${pattern}`, caveats: [] },
    "it is a count of these people",
  );
}
