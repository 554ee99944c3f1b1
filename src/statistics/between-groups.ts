/**
 * How much of the differences between people lies between their groups: ICC(1), ICC(2) of a one-way analysis of variance.
 *
 * Formula: ICC(1) = (MSB − MSW)/(MSB + (K̄ − 1) MSW), ICC(2) = (MSB − MSW)/MSB, K̄ = N/groups;
 *   MSB = Σ n_g(ȳ_g − ȳ)²/(groups − 1), MSW = Σ Σ(y − ȳ_g)²/(N − groups). From integer sums with exact numerators; every
 *   term is a square, so nothing cancels.
 * Unit and range: a share of variance, at most 1; below 0 where the groups differ less than chance would make them.
 * Missing rule: people without the score are left out. All who are in no shown group (pooled, or withheld for this dimension)
 *   are one group: everyone minus the groups shown. Needs two groups, and more people than groups. Survey weights are not used.
 * Source: Shrout & Fleiss 1979; Bliese 2000; LeBreton & Senter 2008 for what is small.
 * Oracle: R's aov (reference.json, agreement); table 2 of Shrout & Fleiss 1979 (test/statistics/between-groups.test.ts).
 */
import type { AggregatePlan, Cell, ScoreSlots } from "../aggregate/types.ts";
import { exactSum } from "../aggregate/wide.ts";
import { NEXT_TO_NOTHING } from "../audit/conventions.ts";
import type { Published } from "../audit/estimate.ts";
import type { BetweenGroups } from "../audit/types.ts";
import type { ReleasedCell } from "../disclosure/types.ts";
import type { Framework } from "../framework/types.ts";
import { HIDDEN } from "./group.ts";
import { at, minus } from "./moments.ts";
import { notComputable, WEIGHTS_UNUSED, withoutInterval } from "./sampling.ts";

const NO_DIFFERENCE = "About 0: the groups hardly differ, however much the people within them agree.";
const BELOW_ZERO = "Below 0: the groups differ less than chance would make them. Read it as 0.";

export interface GroupingRequest {
  readonly framework: Framework;
  readonly plan: AggregatePlan;
  readonly total: ReleasedCell;
  /** Cells of one level of a grouping; pools among them count with everyone who is in no shown group. */
  readonly cells: readonly ReleasedCell[];
}

/** One per dimension of the plan, in framework order. None for assessments. */
export function estimateBetweenGroups(request: GroupingRequest): readonly BetweenGroups[] {
  const { framework, plan, total } = request;
  if (framework.unit !== "person") return [];
  const groups = request.cells.filter(({ kind }) => kind === "group");
  const rest = minus(
    total.cell,
    groups.map(({ cell }) => cell),
  );
  return framework.dimensions.flatMap(({ id, title }) => {
    const slots = plan.scores.find((score) => score.id === id);
    if (slots === undefined) return [];
    if (total.veils.has(id)) return [{ dimension: id, title, icc1: HIDDEN, icc2: HIDDEN }];
    return [{ dimension: id, title, ...correlationsOf(groupSums({ request, groups, rest }, slots), request) }];
  });
}

/** n, Σx, Σx² of one group, in integers. */
interface Sums {
  readonly n: number;
  readonly sum: bigint;
  readonly squares: bigint;
  readonly unitsPerPoint: number;
}

interface Bodies {
  readonly request: GroupingRequest;
  readonly groups: readonly ReleasedCell[];
  /** Everyone in none of the groups. */
  readonly rest: Cell;
}

/** The shown groups that have the score, then everyone else: who is in a group in which it is withheld is among them. */
function groupSums({ request, groups, rest }: Bodies, slots: ScoreSlots): readonly Sums[] {
  const shown = groups.filter(({ veils }) => !veils.has(slots.id)).map(({ cell }) => cell);
  const others = shown.length === groups.length ? rest : minus(request.total.cell, shown);
  return [...shown, others].map((cell) => sumsOf(cell, slots)).filter(({ n }) => n > 0);
}

function sumsOf(cell: Cell, slots: ScoreSlots): Sums {
  return {
    n: at(cell, slots.n),
    sum: BigInt(at(cell, slots.sum)),
    squares: exactSum(cell, slots.sumSquares, slots.wide),
    unitsPerPoint: slots.unitsPerPoint,
  };
}

function correlationsOf(
  groups: readonly Sums[],
  { plan }: GroupingRequest,
): { readonly icc1: Published; readonly icc2: Published } {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const both = (number: Published) => ({ icc1: number, icc2: number });
  if (n === 0) return both(notComputable("nobody answered enough of it", 0));
  if (groups.length < 2) return both(notComputable("needs at least two groups with answers", n));
  if (n <= groups.length) return both(notComputable("needs more people than groups", n));
  const { between, within } = meanSquares(groups, n);
  if (between + within === 0) return both(notComputable("all scores are equal", n));
  const size = n / groups.length;
  const weights = plan.weighted === null ? [] : [WEIGHTS_UNUSED];
  const icc1 = (between - within) / (between + (size - 1) * within);
  const about = `one-way analysis of variance over ${groups.length} groups`;
  return {
    icc1: described(icc1, {
      n,
      unit: "share of variance, at most 1",
      method: `ICC(1), ${about}`,
      caveats: [...caveatsOf(icc1), ...weights],
    }),
    icc2:
      between === 0
        ? notComputable("the means of all groups are equal", n)
        : described((between - within) / between, {
            n,
            unit: "reliability of group means, at most 1",
            method: `ICC(2), ${about}`,
            caveats: [...caveatsOf(icc1), ...weights],
          }),
  };
}

function described(
  value: number,
  parts: { readonly n: number; readonly unit: string; readonly method: string; readonly caveats: readonly string[] },
): Published {
  return withoutInterval({ value, ...parts }, "it describes these groups");
}

function caveatsOf(icc1: number): readonly string[] {
  if (icc1 < 0) return [BELOW_ZERO];
  return icc1 < NEXT_TO_NOTHING ? [NO_DIFFERENCE] : [];
}

/** Mean squares between and within at least two groups of `n` people, in points². */
export function meanSquares(groups: readonly Sums[], n: number): { readonly between: number; readonly within: number } {
  const all = groups.reduce((sum, group) => sum + group.sum, 0n);
  let between = 0;
  let within = 0;
  for (const group of groups) {
    const size = BigInt(group.n);
    const points = group.n * group.unitsPerPoint ** 2;
    between += Number((BigInt(n) * group.sum - size * all) ** 2n) / (n * n * points);
    within += Number(size * group.squares - group.sum ** 2n) / points;
  }
  return { between: between / (groups.length - 1), within: within / (n - groups.length) };
}
