/**
 * Data quality: kinds of missing among all answers asked for, and patterns of careless answering.
 *
 * Formula: count of a kind / (people × items); flags are counted per person when read (longest run at max(10, half the
 *   items), zero variance over 10 items or more that include reverse-keyed ones).
 * Unit and range: shares 0–1; people, or assessments. Missing rule: under 10 people, or when nothing may be shown, nothing
 *   is said; a pattern these items cannot show, and one of a single assessment, is words and not a count of 0.
 * Source: Meade & Craig 2012; Huang et al. 2012. Oracle: counts by hand (test/statistics/items.test.ts), reference.json
 *   (longest_run).
 */
import type { AggregatePlan } from "../aggregate/types.ts";
import type { Published } from "../audit/estimate.ts";
import type { Quality } from "../audit/types.ts";
import type { Released, ReleasedCell } from "../disclosure/types.ts";
import type { Framework, Item } from "../framework/types.ts";
import { HIDDEN } from "./group.ts";
import { at } from "./moments.ts";
import { notComputable, peopleOrAssessments, withoutInterval } from "./sampling.ts";

/** Items under which neither pattern is told from plain agreement. */
const LEAST_ITEMS = 10;

interface QualityRequest {
  /** As it was asked. */
  readonly framework: Framework;
  /** Rows kept although another row has the same id with other answers. */
  readonly repeatedIds: number;
}

export function estimateQuality({ plan, total }: Released, { framework, repeatedIds }: QualityRequest): Quality {
  if (total === null || !total.itemTable) {
    const nothing = { unanswered: null, notApplicable: null, dontKnow: null, unknown: null };
    return { longRuns: HIDDEN, straightLines: HIDDEN, ...nothing, repeatedIds };
  }
  const [unanswered = null, notApplicable = null, dontKnow = null, unknown = null] = missingShares(plan, total);
  const pattern = { framework, total };
  const items = codedItems(framework, plan);
  return {
    longRuns: flagged(pattern, {
      count: at(total.cell, plan.flags.longRun),
      words: "a long run of identical answers",
      impossible: whyNoLongRun(items),
    }),
    straightLines: flagged(pattern, {
      count: at(total.cell, plan.flags.straightLine),
      words: "the same answer to everything",
      impossible: whyNoStraightLine(items),
    }),
    unanswered,
    notApplicable,
    dontKnow,
    unknown,
    repeatedIds,
  };
}

/** One per kind, in the order of the plan: unanswered, not applicable, don't know, unknown. Items not shown are left out. */
function missingShares(plan: AggregatePlan, { cell, people, hiddenItems }: ReleasedCell): readonly (number | null)[] {
  const items = plan.items.filter(({ item }) => !hiddenItems.has(item));
  const asked = people * items.length;
  return [0, 1, 2, 3].map((kind) => {
    const count = items.reduce((sum, { missing }) => sum + at(cell, missing + kind), 0);
    return asked === 0 ? null : count / asked;
  });
}

/** The items in which patterns are looked for: those of dimensions that are answered by a code, in framework order. */
function codedItems({ items }: Framework, plan: AggregatePlan): readonly Item[] {
  const coded = new Set(plan.items.filter(({ codes }) => codes.length > 0).map(({ item }) => item));
  return items.filter(({ id, dimension }) => dimension !== undefined && coded.has(id));
}

/** A run is one of identical codes, and another response scale ends it. */
function whyNoLongRun(items: readonly Item[]): string | null {
  if (items.length < LEAST_ITEMS) return "needs ten items or more";
  const least = Math.max(LEAST_ITEMS, Math.ceil(items.length / 2));
  let stretch = 0;
  let longest = 0;
  for (const [place, { scale }] of items.entries()) {
    stretch = items[place - 1]?.scale === scale ? stretch + 1 : 1;
    longest = Math.max(longest, stretch);
  }
  return longest < least ? `needs ${least} items or more in a row with the same response scale` : null;
}

function whyNoStraightLine(items: readonly Item[]): string | null {
  if (items.length >= LEAST_ITEMS && items.some(({ reverse }) => reverse)) return null;
  return "needs ten items or more, some of them reverse-keyed";
}

function flagged(
  { framework, total }: { readonly framework: Framework; readonly total: ReleasedCell },
  pattern: { readonly count: number; readonly words: string; readonly impossible: string | null },
): Published {
  const { people } = total;
  const unit = peopleOrAssessments(framework);
  if (framework.unit !== "person" && people === 1) return notComputable("not counted for one assessment", people);
  if (pattern.impossible !== null) return notComputable(pattern.impossible, people);
  return withoutInterval(
    { value: pattern.count, n: people, unit, method: `${unit} with ${pattern.words}`, caveats: [] },
    `it is a count of these ${unit}`,
  );
}
