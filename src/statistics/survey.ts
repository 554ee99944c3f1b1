/** Everything that is published of one release: each statistic has a file of its own; here they are only put together. */
import { LEVEL } from "../audit/conventions.ts";
import type { CellResult, DriversResult, GroupingResults, ReliabilityResult } from "../audit/types.ts";
import type { Released, ReleasedCell, ReleasedGrouping } from "../disclosure/types.ts";
import type { Framework } from "../framework/types.ts";
import { estimateBetweenGroups } from "./between-groups.ts";
import { estimateCell } from "./cell.ts";
import { compareGroups } from "./comparison.ts";
import { estimateDrivers } from "./drivers.ts";
import type { Group } from "./group.ts";
import { estimateReliability } from "./reliability.ts";

export interface SurveyRequest {
  readonly framework: Framework;
  readonly released: Released;
  /** People asked, by released cell; cells that are not in it have none. */
  readonly headcounts: ReadonlyMap<ReleasedCell, number | null>;
  readonly seed: number;
  /** `scores`: composites, dimensions and outcomes, and nothing on how well they are measured. */
  readonly only: "scores" | null;
}

export interface SurveyResults {
  /** Null when fewer people than the minimum group answered. */
  readonly overall: CellResult | null;
  readonly groupings: readonly GroupingResults[];
  readonly reliability: readonly ReliabilityResult[];
  readonly drivers: readonly DriversResult[];
}

export async function estimateSurvey(request: SurveyRequest): Promise<SurveyResults> {
  const { released } = request;
  const { total } = released;
  if (total === null) return { overall: null, groupings: [], reliability: [], drivers: [] };
  const overall = await estimateOne(request, total);
  const groupings: GroupingResults[] = [];
  for (const grouping of released.groupings) groupings.push(await estimateGrouping(request, total, grouping));
  if (request.only === "scores" || request.framework.unit !== "person")
    return { overall, groupings, reliability: [], drivers: [] };
  const group = groupOf(request, total);
  return {
    overall,
    groupings,
    reliability: await estimateReliability(group),
    drivers: await estimateDrivers(group),
  };
}

/** One released cell with what its statistics are read by; without the headcount, for what must not use it. */
export function groupOf(
  { framework, released, seed }: Pick<SurveyRequest, "framework" | "released" | "seed">,
  cell: ReleasedCell,
): Group {
  return {
    framework,
    plan: released.plan,
    released: cell,
    sampling: { unit: framework.unit, headcount: null, level: LEVEL },
    seed,
  };
}

function estimateOne({ framework, released, headcounts, seed }: SurveyRequest, cell: ReleasedCell) {
  const headcount = headcounts.get(cell) ?? null;
  return estimateCell({ framework, plan: released.plan, released: cell, headcount, unit: framework.unit, seed });
}

/** The same words whatever hides it: which rule did is not told. */
const WITHHELD = "its groups could tell about a few people";
const WITHHELD_OF_SEVERAL = `${WITHHELD}; named first, or alone, it may be shown`;

async function estimateGrouping(
  request: SurveyRequest,
  total: ReleasedCell,
  { grouping, cells, withheld }: ReleasedGrouping,
): Promise<GroupingResults> {
  const { framework, released, only } = request;
  const { text, kind, columns } = grouping;
  const results: CellResult[] = [];
  for (const cell of cells) results.push(await estimateOne(request, cell));
  const levels = only === "scores" || framework.unit !== "person" ? [] : levelsOf(cells);
  const among = { framework, plan: released.plan, total };
  return {
    text,
    kind,
    columns,
    cells: results,
    withheld: withheld !== null,
    reason: withheld === null ? null : released.groupings.length > 1 ? WITHHELD_OF_SEVERAL : WITHHELD,
    comparisons: levels.flatMap((level) => compareGroups({ ...among, cells: level, level: LEVEL })),
    // Of a hierarchy the finest level: what lies between the units above it lies between these, too.
    agreement: levels.length === 0 ? [] : estimateBetweenGroups({ ...among, cells: levels.at(-1) ?? [] }),
  };
}

/** The groups of a hierarchy, level by level; of any other grouping all of them. One table a level, one family of tests a table. */
function levelsOf(cells: readonly ReleasedCell[]): readonly (readonly ReleasedCell[])[] {
  const groups = cells.filter(({ kind }) => kind === "group");
  const depths = [...new Set(groups.map(({ path }) => path.length))].sort((a, b) => a - b);
  return depths.map((depth) => groups.filter(({ path }) => path.length === depth));
}
