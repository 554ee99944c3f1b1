/**
 * Everything published about one dimension of one group: mean, spread, index, favourable share, band, target.
 *
 * Formulas, sources and oracles: describe.ts, proportion.ts, band.ts, target.ts.
 * Missing rule: a veiled dimension says nothing but the words of its veil, and those only of the favourable share.
 */
import type { NotComputable, Published } from "../audit/estimate.ts";
import type { DimensionResult, Judged } from "../audit/types.ts";
import type { Dimension } from "../framework/types.ts";
import { bandOf } from "./band.ts";
import { type Ends, estimateMean, estimateSpread, toIndex, toLoad } from "./describe.ts";
import { type Group, HIDDEN, scoreOf, veiled } from "./group.ts";
import { judgedBy, saysJudged } from "./judged.ts";
import type { Moments } from "./moments.ts";
import { estimateFavourable, ratioOf } from "./proportion.ts";
import { cannotEstimate, type Metric, notComputable, withoutHeadcount } from "./sampling.ts";
import { probabilityBelow } from "./target.ts";

/** Where the worst and the best answers put the mean. */
function endsOf({ direction, min, max }: Dimension): Ends {
  return direction === "higher" ? { worst: min, best: max } : { worst: max, best: min };
}

export function estimateDimension(group: Group, dimension: Dimension): DimensionResult {
  const numbers = numbersOf(group, dimension);
  const { id, title, block, direction, min, max, target } = dimension;
  return {
    id,
    title,
    block: block ?? null,
    direction,
    min,
    max,
    target,
    mean: numbers.mean,
    sd: numbers.sd,
    index: numbers.index,
    load: group.framework.reading === "load" ? toLoad(numbers.index) : null,
    judged: numbers.judged,
    favourable: numbers.favourable,
    band: bandOf(numbers.index, numbers.judged, dimension.bands),
    belowTarget: numbers.belowTarget,
  };
}

interface Numbers {
  readonly mean: Published;
  readonly sd: Published;
  readonly index: Published;
  readonly judged: Judged | null;
  readonly favourable: Published;
  readonly belowTarget: number | null;
}

function numbersOf(group: Group, dimension: Dimension): Numbers {
  const score = scoreOf(group, dimension.id);
  switch (score.kind) {
    case "hidden":
      return withheld(HIDDEN, veiled(score.veil));
    case "absent": {
      const reason = notComputable("it was not asked", 0);
      return withheld(reason, reason);
    }
    case "shown":
      return shownNumbers(group, dimension, score.moments);
  }
}

function withheld(number: Published, favourable: Published): Numbers {
  return { mean: number, sd: number, index: number, judged: null, favourable, belowTarget: null };
}

function shownNumbers(group: Group, dimension: Dimension, moments: Moments): Numbers {
  const { sampling } = group;
  const { min, max, target } = dimension;
  const metric: Metric = { unit: `points on ${min}–${max}`, min, max };
  const ends = endsOf(dimension);
  const mean = estimateMean(moments, sampling, metric);
  const possible = cannotEstimate(moments.n, sampling) === null;
  const judged = possible ? judgedBy(toIndex(estimateMean(moments, withoutHeadcount(sampling), metric), ends)) : null;
  return {
    mean,
    sd: estimateSpread(moments, sampling, metric.unit),
    index: saysJudged(toIndex(mean, ends), judged, sampling),
    judged,
    favourable: favourableOf(group, dimension),
    belowTarget: possible ? probabilityBelow(moments, { ...ends, target }, sampling) : null,
  };
}

function favourableOf(group: Group, dimension: Dimension): Published {
  if (hasFigures(group, dimension)) return figuresHaveNone(group, dimension);
  const slots = group.plan.ratios.find((ratio) => ratio.dimension === dimension.id);
  if (slots === undefined) return notComputable("it was not asked", 0);
  return estimateFavourable(ratioOf(group.released.cell, slots), group.sampling);
}

/** Figures have a best value but no answer that counts as favourable. */
function hasFigures({ plan }: Group, { items }: Dimension): boolean {
  return plan.items.some((item) => item.figure !== null && items.includes(item.item));
}

function figuresHaveNone(group: Group, { id }: Dimension): NotComputable {
  const score = scoreOf(group, id);
  return notComputable("business figures have no favourable answers", score.kind === "shown" ? score.moments.n : 0);
}
