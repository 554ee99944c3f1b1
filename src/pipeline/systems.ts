import type { Grouping } from "../audit/grouping.ts";
import type { AudienceGap, CellResult, JourneyResult, LadderResult, TriageResult } from "../audit/types.ts";
import type { AudienceView } from "../diagnosis/options.ts";
import type { Released, ReleasedCell } from "../disclosure/types.ts";
import { forAudience } from "../framework/audience.ts";
import type { Framework } from "../framework/types.ts";
import { estimateGaps } from "../statistics/gaps.ts";
import { importanceWeight, journeysOf } from "../statistics/journey.ts";
import { ladderOf } from "../statistics/ladder.ts";
import { drawIndexes } from "../statistics/mean-draws.ts";
import { groupOf, isHeard, type SurveyResults } from "../statistics/survey.ts";
import { triageOf } from "../statistics/triage.ts";

/** What the framework's own shape says: audiences beside one another, ladder, journey, triage. */
export interface Systems {
  readonly audiences: readonly AudienceView[];
  readonly gaps: readonly AudienceGap[];
  readonly ladders: readonly LadderResult[];
  readonly journeys: readonly JourneyResult[];
  readonly triage: TriageResult | null;
}

interface SystemsRequest {
  readonly framework: Framework;
  readonly released: Released;
  readonly found: SurveyResults;
  /** Null with one audience. */
  readonly audienceColumn: string | null;
  readonly seed: number;
  /** How often means are drawn; 0: not at all. */
  readonly draws: number;
}

const NOTHING: Systems = { audiences: [], gaps: [], ladders: [], journeys: [], triage: null };

/** Rests on what is released alone; of nobody shown there is nothing. */
export async function systemsOf(request: SystemsRequest): Promise<Systems> {
  const { framework, found, released } = request;
  const { overall } = found;
  if (overall === null || released.total === null) return NOTHING;
  const everyone = await viewOf(request, { framework, cell: overall, released: released.total });
  const apart = await audiencesApart(request);
  // Of an audience whose every dimension is hidden there is nothing to plan from; of all of them, everyone speaks.
  const heard = apart.filter(({ cell }) => isHeard(cell));
  const audiences = heard.length > 0 ? heard : [everyone];
  const cells = apart.map(({ cell }) => cell);
  return {
    audiences,
    gaps: cells.length > 1 ? estimateGaps({ framework, cells }) : [],
    // Audiences are not averaged: where one of them is told, nobody asks where all of them stand together.
    ladders: (heard.length > 0 ? apart : [everyone]).flatMap(
      (view) => ladderOf(view.framework, view.cell, view.draws) ?? [],
    ),
    journeys: journeysOf(
      framework,
      audiences.map(({ id, title, cell }) => ({ audience: { id, title }, cell })),
    ),
    triage: triageOf(framework, overall),
  };
}

/** Each audience that is shown by itself; none where one alone answered. */
async function audiencesApart(request: SystemsRequest): Promise<readonly AudienceView[]> {
  const { framework, released, found, audienceColumn } = request;
  if (audienceColumn === null) return [];
  const place = released.groupings.findIndex(({ grouping }) => isOf(grouping, audienceColumn));
  const views: AudienceView[] = [];
  for (const [at, cell] of (found.groupings[place]?.cells ?? []).entries()) {
    const own = released.groupings[place]?.cells[at];
    const [id = ""] = cell.path;
    if (cell.kind !== "group" || own === undefined) continue;
    views.push(await viewOf(request, { framework: forAudience(framework, [id]), cell, released: own }));
  }
  // In the framework's order, as everywhere; cells stand by their values.
  const order = framework.audiences.map(({ id }) => id);
  return views.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}

/** Several audiences are groups before all others, whether or not they were asked for. */
export function withAudiences(by: readonly Grouping[], column: string | null): readonly Grouping[] {
  if (column === null) return by;
  const own = by.find((grouping) => isOf(grouping, column)) ?? { text: column, kind: "single", columns: [column] };
  return [own, ...by.filter((grouping) => grouping !== own)];
}

/** The grouping that tells audiences apart is the one of this column alone. */
function isOf(grouping: { readonly kind: string; readonly columns: readonly string[] }, column: string): boolean {
  return grouping.kind === "single" && grouping.columns[0] === column;
}

async function viewOf(
  { released: all, seed, draws }: SystemsRequest,
  { framework, cell, released }: { framework: Framework; cell: CellResult; released: ReleasedCell },
): Promise<AudienceView> {
  const [only, ...others] = framework.audiences;
  const group = groupOf({ framework, released: all, seed }, released);
  return {
    id: others.length === 0 ? (only?.id ?? "") : "everyone",
    title: others.length === 0 ? (only?.title ?? "") : "Everyone",
    standsFor: [...new Set(framework.audiences.flatMap(({ standsFor }) => standsFor))],
    framework,
    cell,
    draws: draws === 0 ? null : await drawIndexes(group, draws),
    weights: new Map(
      framework.dimensions.map((dimension) => [
        dimension.id,
        importanceWeight(framework, cell, dimension) ?? dimension.weight,
      ]),
    ),
  };
}
