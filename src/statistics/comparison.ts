/**
 * A group against everyone else on a dimension. Never against a total that contains it.
 *
 * Formula: difference of means d = ȳ₁ − ȳ₂; Welch's t, df and Hedges g as in welch.ts; interval d ± t(df) √(se₁² + se₂²).
 *   p adjusted by Benjamini and Hochberg over the tests made in one call. Under survey weights means, SDs, se² and df are the weighted ones (weights.ts).
 * Unit and range: points of the item metric; g in standard deviations; p two-sided, 0–1. A headcount never enters.
 * Missing rule: everyone else is the total minus the group, hidden groups included. No test where either side has fewer than
 *   5 people with the score (under weights: who count as fewer), or where nobody differs from their own side.
 * Source: Welch 1947; Hedges 1981; Benjamini & Hochberg 1995. Oracle: R's t.test and p.adjust (reference.json,
 *   group_vs_rest).
 */
import type { AggregatePlan, Cell } from "../aggregate/types.ts";
import type { Published } from "../audit/estimate.ts";
import type { DifferenceTest, GroupComparison } from "../audit/types.ts";
import type { ReleasedCell } from "../disclosure/types.ts";
import type { Dimension, Framework } from "../framework/types.ts";
import { tQuantile } from "../numeric/distributions.ts";
import { adjustedForTests } from "./adjust.ts";
import { rounded } from "./describe.ts";
import { HIDDEN, labelOf } from "./group.ts";
import { minus } from "./moments.ts";
import { cutTo, notComputable, withInterval, withoutInterval } from "./sampling.ts";
import { type Summary, summaryOf } from "./weights.ts";
import { hedgesG, tTest, welchError } from "./welch.ts";

/** People on either side under which a difference is not tested. */
const ENOUGH_PEOPLE = 5;
/** A difference is called at an adjusted p below this, */
const SIGNIFICANT = 0.05;
/** and an effect of at least this size, either way: what Cohen called small. */
const NOTICEABLE = 0.2;

export interface ComparisonRequest {
  readonly framework: Framework;
  readonly plan: AggregatePlan;
  readonly total: ReleasedCell;
  /** Cells of one level of a grouping: their groups make one family of tests. Pools among them are not compared. */
  readonly cells: readonly ReleasedCell[];
  /** Confidence level of the intervals, 0–1. */
  readonly level: number;
  /** The groups are audiences: they go by their titles, and are compared on what somebody else was asked, too. */
  readonly isOfAudiences?: boolean;
}

/** Every shown group on every dimension, groups in the order given. None for assessments, nor of a group that is everyone. */
export function compareGroups(request: ComparisonRequest): readonly GroupComparison[] {
  const { framework, plan, total, cells, isOfAudiences = false } = request;
  if (framework.unit !== "person") return [];
  const groups = cells.filter(({ kind, people }) => kind === "group" && people < total.people);
  const pairs = groups.flatMap((group) => {
    const sides = { group, rest: minus(total.cell, [group.cell]) };
    const [audience = ""] = group.path;
    const isShared = ({ audiences }: Dimension) => audiences.includes(audience) && audiences.length > 1;
    const dimensions = isOfAudiences ? framework.dimensions.filter(isShared) : framework.dimensions;
    return dimensions.flatMap((dimension) => {
      const position = plan.scores.findIndex(({ id }) => id === dimension.id);
      return position < 0 ? [] : [compare(request, { ...sides, dimension, position })];
    });
  });
  const tested = pairs.filter(({ test }) => test !== null);
  const adjusted = adjustedForTests(tested.map(({ test }) => test?.p ?? 1));
  const adjustedOf = new Map(tested.map((pair, i) => [pair, adjusted[i] ?? 1]));
  const lower = new Set(framework.dimensions.filter(({ direction }) => direction === "lower").map(({ id }) => id));
  return pairs.map((pair) => {
    const adjustedP = adjustedOf.get(pair) ?? null;
    return { ...pair, adjustedP, says: wordsFor(pair, adjustedP, lower.has(pair.dimension)) };
  });
}

interface Sides {
  readonly group: ReleasedCell;
  /** Sums of everyone else. */
  readonly rest: Cell;
  readonly dimension: Dimension;
  /** Of the dimension in the plan's scores. */
  readonly position: number;
}

type Pair = Omit<GroupComparison, "adjustedP" | "says">;

function compare(request: ComparisonRequest, { group, rest, dimension, position }: Sides): Pair {
  const { plan, total, level } = request;
  const about = { path: group.path, label: nameOf(request, group), dimension: dimension.id };
  if (total.veils.has(dimension.id) || group.veils.has(dimension.id)) {
    return { ...about, n: [0, 0], difference: HIDDEN, test: null };
  }
  const own = summaryOf(group.cell, plan, position);
  const other = summaryOf(rest, plan, position);
  const test = testOf(own, other);
  return { ...about, n: [own.n, other.n], difference: differenceOf([own, other], { test, dimension, level }), test };
}

function nameOf({ framework, isOfAudiences = false }: ComparisonRequest, group: ReleasedCell): string {
  const audience = isOfAudiences ? framework.audiences.find(({ id }) => id === group.path[0]) : undefined;
  return audience?.title ?? labelOf(group);
}

function differenceOf(
  [own, other]: readonly [Summary, Summary],
  of: { readonly test: DifferenceTest | null; readonly dimension: Dimension; readonly level: number },
): Published {
  const { test, dimension, level } = of;
  const n = own.n + other.n;
  if (own.n === 0) return notComputable("nobody in the group answered enough of it", n);
  if (other.n === 0) return notComputable("nobody else answered enough of it", n);
  const { min, max } = dimension;
  const value = own.mean - other.mean;
  const weights = own.effectiveN === null ? "" : " under survey weights";
  const parts = { value, n, unit: `points on ${min}–${max}`, method: `difference of means${weights}`, caveats: [] };
  if (test === null) return withoutInterval(parts, whyNoTest(own, other));
  const half = tQuantile((1 + level) / 2, test.df) * Math.sqrt((own.se2 ?? 0) + (other.se2 ?? 0));
  const method = `${parts.method}, Welch's t interval with ${rounded(test.df)} df`;
  const ends = cutTo([value - half, value + half], { value, min: min - max, max: max - min });
  return withInterval({ ...parts, method }, ends, level);
}

/** Welch's test with Hedges g; null where there is nothing to test by. */
function testOf(own: Summary, other: Summary): DifferenceTest | null {
  if (hasTooFew(own) || hasTooFew(other)) return null;
  const error = welchError({ ...own, se2: own.se2 ?? 0 }, { ...other, se2: other.se2 ?? 0 });
  if (error === null) return null;
  const difference = own.mean - other.mean;
  return {
    ...tTest(difference, error),
    g: hedgesG(difference, { ...own, sd: own.sd ?? 0 }, { ...other, sd: other.sd ?? 0 }),
    method: "Welch's t test against everyone else; Hedges g by the pooled SD",
  };
}

function hasTooFew({ n, effectiveN }: Summary): boolean {
  return Math.min(n, effectiveN ?? n) < ENOUGH_PEOPLE;
}

function whyNoTest(own: Summary, other: Summary): string {
  if (!hasTooFew(own) && !hasTooFew(other)) return "all scores on either side are equal";
  const counting = own.effectiveN === null ? "" : ", counted by their weights,";
  return `a test needs ${ENOUGH_PEOPLE} people${counting} on either side`;
}

/** Read on the index: where lower is better, a higher mean is a lower index. */
function wordsFor({ test }: Pair, adjustedP: number | null, isLowerBetter: boolean): GroupComparison["says"] {
  if (test === null || test.g === null || adjustedP === null) return "too few to say";
  if (adjustedP >= SIGNIFICANT || Math.abs(test.g) < NOTICEABLE) return "no clear difference";
  return test.g > 0 === isLowerBetter ? "lower" : "higher";
}
