/**
 * Everything published about one dimension of one group: mean, spread, index, favourable share, band, target.
 *
 * Formulas, sources and oracles: describe.ts, proportion.ts, band.ts, target.ts.
 * Missing rule: a veiled dimension says nothing but the words of its veil, and those only of the favourable share.
 */
import type { NotComputable, Published } from "../audit/estimate.ts";
import type { DimensionResult } from "../audit/types.ts";
import type { Dimension } from "../framework/types.ts";
import { bandOf } from "./band.ts";
import { type Ends, estimateMean, estimateSpread, toIndex, toLoad } from "./describe.ts";
import { type Group, HIDDEN, scoreOf, veiled } from "./group.ts";
import type { Moments } from "./moments.ts";
import { estimateFavourable, ratioOf } from "./proportion.ts";
import { cannotEstimate, notComputable } from "./sampling.ts";
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
    favourable: numbers.favourable,
    band: bandOf(numbers.index, dimension.bands, group.sampling),
    belowTarget: numbers.belowTarget,
  };
}

interface Numbers {
  readonly mean: Published;
  readonly sd: Published;
  readonly index: Published;
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
  return { mean: number, sd: number, index: number, favourable, belowTarget: null };
}

function shownNumbers(group: Group, dimension: Dimension, moments: Moments): Numbers {
  const unit = `points on ${dimension.min}–${dimension.max}`;
  const ends = endsOf(dimension);
  const mean = estimateMean(moments, group.sampling, unit);
  const possible = cannotEstimate(moments.n, group.sampling) === null;
  return {
    mean,
    sd: estimateSpread(moments, group.sampling, unit),
    index: toIndex(mean, ends),
    favourable: favourableOf(group, dimension),
    belowTarget: possible ? probabilityBelow(moments, { ...ends, target: dimension.target }, group.sampling) : null,
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
