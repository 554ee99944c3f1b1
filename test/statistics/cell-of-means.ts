import type { Published } from "../../src/audit/estimate.ts";
import type { CellResult, DimensionResult, OutcomeResult } from "../../src/audit/types.ts";
import type { Dimension } from "../../src/framework/types.ts";
import { toIndex } from "../../src/statistics/describe.ts";
import { endsOf } from "../../src/statistics/dimension.ts";

export const HIDDEN: Published = { kind: "hidden", words: null };

export function estimate(value: number, n = 20): Published {
  return {
    kind: "estimate",
    value,
    interval: null,
    noInterval: "one assessment",
    n,
    unit: "points",
    method: "mean",
    caveats: [],
  };
}

/** What is published of a dimension, by its mean alone; null: hidden. */
export function dimensionResult(dimension: Dimension, mean: number | null): DimensionResult {
  const { id, title, direction, supplementary, companions, min, max, target } = dimension;
  const shown = mean === null ? HIDDEN : estimate(mean);
  return {
    ...{ id, title, block: null, direction, supplementary, companions, min, max, target },
    ...{ mean: shown, sd: HIDDEN, index: toIndex(shown, endsOf(dimension)), load: null, judged: null },
    ...{
      favourable: HIDDEN,
      favourableJudged: null,
      band: null,
      belowTarget: null,
      agreement: null,
      bounds: null,
      precision: null,
    },
    detectable: null,
  };
}

export function meanOutcome(id: string, value: Published): OutcomeResult {
  return { id, title: id, statistic: "mean", item: null, importance: true, value, judged: null, counts: null };
}

/** A published cell that holds nothing but these. */
export function cell(dimensions: readonly DimensionResult[], outcomes: readonly OutcomeResult[] = []): CellResult {
  return {
    ...{ kind: "total", label: "Everyone", path: [], people: 20, effectivePeople: null, headcount: null },
    ...{ responseRate: null, composites: [], dimensions, outcomes },
  };
}
