/** Everything that is published of one release: each statistic has a file of its own; here they are only put together. */
import { LEVEL, NOT_AVERAGED } from "../audit/conventions.ts";
import type { CellResult, DriversResult, GroupingResults, ReliabilityResult } from "../audit/types.ts";
import type { Released, ReleasedCell, ReleasedGrouping } from "../disclosure/types.ts";
import { forAudience } from "../framework/audience.ts";
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
  /**
   * The segment that tells several audiences apart: each cell of the grouping of this column alone is estimated as its
   * audience was asked, and goes by its title. Null with one.
   */
  readonly audienceColumn: string | null;
  /** People asked, by released cell; cells that are not in it have none. */
  readonly headcounts: ReadonlyMap<ReleasedCell, number | null>;
  readonly seed: number;
  /** `scores`: composites, dimensions and outcomes, and nothing on how well they are measured. */
  readonly only: "scores" | null;
}

export interface SurveyResults {
  /** Several audiences answered, and at least one of them is shown by itself: they are not averaged. */
  readonly isApart: boolean;
  /** Null when fewer people than the minimum group answered. */
  readonly overall: CellResult | null;
  readonly groupings: readonly GroupingResults[];
  readonly reliability: readonly ReliabilityResult[];
  readonly drivers: readonly DriversResult[];
}

export async function estimateSurvey(request: SurveyRequest): Promise<SurveyResults> {
  const { released } = request;
  const { total } = released;
  if (total === null) return { isApart: false, overall: null, groupings: [], reliability: [], drivers: [] };
  const audiences = await audienceCells(request);
  // Where nothing of any audience may be shown by itself, all of them speak together.
  const isApart = [...audiences.values()].some(isHeard);
  const known: Known = { total, audiences, isApart };
  const overall = await estimateOne(request, total, isApart ? NOT_AVERAGED : undefined);
  const groupings: GroupingResults[] = [];
  for (const grouping of released.groupings) groupings.push(await estimateGrouping(request, known, grouping));
  if (request.only === "scores" || request.framework.unit !== "person")
    return { isApart, overall, groupings, reliability: [], drivers: [] };
  const group = groupOf(request, total);
  return {
    isApart,
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

/** Something of it may be shown. */
export function isHeard({ dimensions }: CellResult): boolean {
  return dimensions.some(({ index }) => index.kind === "estimate");
}

function estimateOne(
  { framework, released, headcounts, seed }: Omit<SurveyRequest, "only">,
  cell: ReleasedCell,
  notAveraged?: string,
) {
  const headcount = headcounts.get(cell) ?? null;
  const { plan } = released;
  return estimateCell({ framework, plan, released: cell, headcount, unit: framework.unit, seed, notAveraged });
}

/** What is known before the groupings. */
interface Known {
  readonly total: ReleasedCell;
  readonly audiences: ReadonlyMap<ReleasedCell, CellResult>;
  readonly isApart: boolean;
}

const TOO_SMALL = "these audiences are too small to be shown one by one";
const NOT_TOGETHER = "audiences are not averaged: look at one at a time with";
const OTHER_AUDIENCES = "Other audiences, together";

/** The same words whatever hides it: which rule did is not told. */
const WITHHELD = "its groups could tell about a few people";
const WITHHELD_OF_SEVERAL = `${WITHHELD}; named first, or alone, it may be shown`;

async function estimateGrouping(
  request: SurveyRequest,
  { total, audiences, isApart }: Known,
  { grouping, cells, withheld }: ReleasedGrouping,
): Promise<GroupingResults> {
  const { framework, released, only } = request;
  const { text, kind, columns } = grouping;
  const isOfAudiences = isOf(grouping, request.audienceColumn);
  const why = isOfAudiences ? TOO_SMALL : `${NOT_TOGETHER} --where '${request.audienceColumn} = …'`;
  const named = (cell: CellResult) =>
    isOfAudiences && cell.kind === "pool" ? { ...cell, label: OTHER_AUDIENCES } : cell;
  const results: CellResult[] = [];
  for (const cell of cells)
    results.push(audiences.get(cell) ?? named(await estimateOne(request, cell, isApart ? why : undefined)));
  const levels = only === "scores" || framework.unit !== "person" ? [] : levelsOf(cells);
  const among = { framework, plan: released.plan, total };
  return {
    text,
    kind,
    columns,
    cells: results,
    withheld: withheld !== null,
    reason: withheld === null ? null : released.groupings.length > 1 ? WITHHELD_OF_SEVERAL : WITHHELD,
    comparisons: levels.flatMap((level) => compareGroups({ ...among, cells: level, level: LEVEL, isOfAudiences })),
    // Of a hierarchy the finest level: what lies between the units above it lies between these, too.
    agreement: levels.length === 0 ? [] : estimateBetweenGroups({ ...among, cells: levels.at(-1) ?? [] }),
  };
}

/** Each audience as it was asked, by its title; a pool holds several and is not among them. */
async function audienceCells(request: SurveyRequest): Promise<ReadonlyMap<ReleasedCell, CellResult>> {
  const { framework, released, audienceColumn } = request;
  const found = new Map<ReleasedCell, CellResult>();
  const own = released.groupings.find(({ grouping }) => isOf(grouping, audienceColumn));
  for (const cell of own?.cells ?? []) {
    const [id = ""] = cell.path;
    const audience = framework.audiences.find((one) => one.id === id);
    if (cell.kind !== "group" || audience === undefined) continue;
    const result = await estimateOne({ ...request, framework: forAudience(framework, [id]) }, cell);
    found.set(cell, { ...result, label: audience.title });
  }
  return found;
}

function isOf({ kind, columns }: ReleasedGrouping["grouping"], audienceColumn: string | null): boolean {
  return kind === "single" && columns[0] === audienceColumn;
}

/** The groups of a hierarchy, level by level; of any other grouping all of them. One table a level, one family of tests a table. */
function levelsOf(cells: readonly ReleasedCell[]): readonly (readonly ReleasedCell[])[] {
  const groups = cells.filter(({ kind }) => kind === "group");
  const depths = [...new Set(groups.map(({ path }) => path.length))].sort((a, b) => a - b);
  return depths.map((depth) => groups.filter(({ path }) => path.length === depth));
}
