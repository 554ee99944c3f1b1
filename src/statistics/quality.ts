/**
 * Data quality: kinds of missing among all answers asked for, and patterns of careless answering.
 *
 * Formula: count of a kind / answers asked for, which are those given and those missing: an item counts for the people who were
 *   asked it; flags are counted per person when read (longest run at max(10, half the
 *   items), zero variance over 10 items or more that include reverse-keyed ones, under 2 seconds an answer). Variability is
 *   the mean over people of the SD (n − 1) of their raw answers on one response scale (IRV), kept in thousandths of a point.
 * Unit and range: shares 0–1; people, or assessments. Missing rule: under 10 people, or when nothing may be shown, nothing
 *   is said; a pattern these items cannot show, and one of a single assessment, is words and not a count of 0.
 * Source: Meade & Craig 2012; Huang et al. 2012; Dunn et al. 2018 for IRV. Oracle: counts by hand (test/statistics/items.test.ts), reference.json
 *   (longest_run).
 */
import type { AggregatePlan, Cell, ItemSlots } from "../aggregate/types.ts";
import type { Published } from "../audit/estimate.ts";
import type { Quality } from "../audit/types.ts";
import { DETAIL_MINIMUM } from "../disclosure/policy.ts";
import type { Released, ReleasedCell } from "../disclosure/types.ts";
import type { Framework } from "../framework/types.ts";
import { HIDDEN } from "./group.ts";
import { answerCounts } from "./item-answers.ts";
import { at, momentsOf } from "./moments.ts";
import { codedItems, NO_TIMES, whyNoLongRun, whyNoStraightLine } from "./patterns.ts";
import { notComputable, peopleOrAssessments, withoutInterval } from "./sampling.ts";

/** The unit in which the fold keeps each person's variability. */
const THOUSANDTHS = 1000;

interface QualityRequest {
  /** As it was asked. */
  readonly framework: Framework;
  /** Rows kept although another row has the same id with other answers. */
  readonly repeatedIds: number;
  /** Some export says how long people took. */
  readonly timed: boolean;
}

export function estimateQuality({ plan, total }: Released, { framework, repeatedIds, timed }: QualityRequest): Quality {
  if (total === null || !total.itemTable) {
    const nothing = { unanswered: null, notApplicable: null, dontKnow: null, unknown: null };
    return { longRuns: HIDDEN, straightLines: HIDDEN, fast: HIDDEN, variability: HIDDEN, ...nothing, repeatedIds };
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
    fast: fastAnswers(pattern, { plan, timed }),
    variability: variabilityOf(pattern, plan),
    unanswered,
    notApplicable,
    dontKnow,
    unknown,
    repeatedIds,
  };
}

/** How much people vary their answers; hidden where few have two answers. */
function variabilityOf({ framework, total }: Pattern, plan: AggregatePlan): Published {
  const { variability } = plan.flags;
  if (variability === null) return notComputable("only scores were asked for", 0);
  const { n, mean } = momentsOf(total.cell, variability, THOUSANDTHS);
  if (framework.unit !== "person" && total.people === 1) return notComputable("not counted for one assessment", n);
  if (framework.unit === "person" && n > 0 && n < DETAIL_MINIMUM) return HIDDEN;
  if (n === 0) return notComputable("nobody gave two answers on the response scale that most items share", 0);
  return withoutInterval(
    {
      value: mean,
      n,
      unit: "points",
      method: "mean within-person standard deviation of raw answers on one response scale (IRV)",
      caveats: [],
    },
    `it describes the answers of these ${peopleOrAssessments(framework)}`,
  );
}

/** One per kind, in the order of the plan: unanswered, not applicable, don't know, unknown. Items not shown are left out. */
function missingShares(plan: AggregatePlan, { cell, hiddenItems }: ReleasedCell): readonly (number | null)[] {
  const items = plan.items.filter(({ item }) => !hiddenItems.has(item));
  const missing = [0, 1, 2, 3].map((kind) => items.reduce((sum, slots) => sum + at(cell, slots.missing + kind), 0));
  const answers = items.reduce((sum, slots) => sum + answersTo(cell, slots), 0);
  const asked = answers + missing.reduce((sum, count) => sum + count, 0);
  return missing.map((count) => (asked === 0 ? null : count / asked));
}

function answersTo(cell: Cell, slots: ItemSlots): number {
  if (slots.figure !== null) return at(cell, slots.figure.n);
  return answerCounts(cell, slots).reduce((sum, { count }) => sum + count, 0);
}

/** Among the people whose time is known; hidden where these are few. */
function fastAnswers(
  pattern: Pattern,
  { plan, timed }: { readonly plan: AggregatePlan; readonly timed: boolean },
): Published {
  const { framework, total } = pattern;
  const people = at(total.cell, plan.flags.timed);
  if (framework.unit === "person" && people > 0 && people < DETAIL_MINIMUM) return HIDDEN;
  const impossible = !timed ? NO_TIMES : people === 0 ? "no time in the export can be read" : null;
  const count = at(total.cell, plan.flags.fast);
  return flagged(pattern, { count, words: "under 2 seconds a question", impossible, of: people });
}

interface Pattern {
  readonly framework: Framework;
  readonly total: ReleasedCell;
}

function flagged(
  { framework, total: { people } }: Pattern,
  pattern: { readonly count: number; readonly words: string; readonly impossible: string | null; readonly of?: number },
): Published {
  const unit = peopleOrAssessments(framework);
  if (framework.unit !== "person" && people === 1) return notComputable("not counted for one assessment", people);
  if (pattern.impossible !== null) return notComputable(pattern.impossible, people);
  return withoutInterval(
    { value: pattern.count, n: pattern.of ?? people, unit, method: `${unit} with ${pattern.words}`, caveats: [] },
    `it is a count of these ${unit}`,
  );
}
