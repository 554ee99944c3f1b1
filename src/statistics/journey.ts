/**
 * Touchpoints in the order people meet them, and where trust is lost that matters.
 *
 * Formula: importance 1 + 4 (mean − min)/(max − min) of the outcome a dimension names, on the ends of its item's scale;
 *   pull = importance × gap, gap = max(0, target − index)/100; the weakest touchpoint has the largest pull. The same
 *   importance is the weight of the dimension in the plan.
 * Unit and range: importance 1–5, pull 0–5. Missing rule: no pull where index or importance is not shown, or
 *   importance was not asked; without any pull above 0 there is no weakest touchpoint.
 * Source: importance–performance analysis, Martilla & James 1977. Oracle: by hand (test/statistics/journey.test.ts).
 */
import type { Published } from "../audit/estimate.ts";
import type { CellResult, JourneyResult, Touchpoint } from "../audit/types.ts";
import type { Dimension, Framework } from "../framework/types.ts";
import { reaches } from "../numeric/reaches.ts";
import { indexOn } from "../numeric/rescale.ts";
import { mapped } from "./describe.ts";
import { scaleOf } from "./item-answers.ts";
import { notComputable } from "./sampling.ts";

/** The people of one audience, as published. */
export interface AudienceCell {
  readonly audience: { readonly id: string; readonly title: string };
  readonly cell: CellResult;
}

/** One per audience that has a journey, in the order of the cells. */
export function journeysOf(framework: Framework, cells: readonly AudienceCell[]): readonly JourneyResult[] {
  const { journey } = framework;
  if (journey === null) return [];
  return cells.flatMap(({ audience, cell }): readonly JourneyResult[] => {
    const named = (journey.touchpoints.get(audience.id) ?? []).flatMap(
      (id) => framework.dimensions.find((dimension) => dimension.id === id) ?? [],
    );
    if (named.length === 0) return [];
    const touchpoints = named.map((dimension) => touchpointOf(framework, cell, dimension));
    return [{ audience, title: journey.title, touchpoints, weakest: weakestOf(touchpoints) }];
  });
}

/** Mean importance of a dimension in this cell, put on 1–5; null where it was not asked or is not shown. */
export function importanceWeight(framework: Framework, cell: CellResult, dimension: Dimension): number | null {
  const importance = importanceOf(framework, cell, dimension);
  return importance?.kind === "estimate" ? importance.value : null;
}

function touchpointOf(framework: Framework, cell: CellResult, dimension: Dimension): Touchpoint {
  const { id, title, target, response } = dimension;
  const index = cell.dimensions.find((result) => result.id === id)?.index ?? notComputable("it was not asked", 0);
  const importance = importanceOf(framework, cell, dimension);
  const pull =
    index.kind === "estimate" && importance?.kind === "estimate" ? importance.value * gapOf(index.value, target) : null;
  return { dimension: id, title, index, target, importance, pull, response: response ?? null };
}

function gapOf(index: number, target: number): number {
  return reaches(index, target) ? 0 : (target - index) / 100;
}

/** 1–5 between the ends of the item's scale; null where it was not asked. */
function importanceOf(framework: Framework, cell: CellResult, { importance }: Dimension): Published | null {
  const outcome = framework.outcomes.find(({ id }) => id === importance);
  const result = cell.outcomes.find(({ id }) => id === importance);
  const scale = scaleOf(framework, outcome?.item ?? "");
  if (result?.statistic !== "mean" || scale?.kind !== "coded") return null;
  const ends = { worst: scale.min, best: scale.max };
  return mapped(result.value, (mean) => 1 + indexOn(ends, mean) / 25, {
    unit: "importance 1–5",
    prefix: "on 1–5, the ",
  });
}

/** The first of those whose pull is largest; equal pulls may differ by a rounding error. */
function weakestOf(touchpoints: readonly Touchpoint[]): string | null {
  const largest = Math.max(0, ...touchpoints.map(({ pull }) => pull ?? 0));
  if (largest === 0) return null;
  return touchpoints.find(({ pull }) => pull !== null && reaches(pull, largest))?.dimension ?? null;
}
