/**
 * Everything published about one dimension of one group: mean, spread, index, favourable share, band, target, agreement,
 * and how precise it is.
 *
 * Formulas, sources and oracles: describe.ts, proportion.ts, band.ts, target.ts, agreement.ts, bounds.ts, detectable.ts;
 *   `precision` is the standard error of the mean without a headcount.
 * A supplementary dimension without facets has neither target nor band: either end of it can be sound.
 * Missing rule: a veiled dimension says nothing but the words of its veil, and those only of the favourable share.
 */
import type { NotComputable, Published } from "../audit/estimate.ts";
import type { Bounds, DimensionResult, Judged, Precision } from "../audit/types.ts";
import type { Dimension } from "../framework/types.ts";
import { estimateAgreement } from "./agreement.ts";
import { bandOf } from "./band.ts";
import { boundsOfMean } from "./bounds.ts";
import { type Ends, estimateMean, estimateSpread, toIndex, toLoad, whyNoMeanInterval } from "./describe.ts";
import { detectableChange } from "./detectable.ts";
import { type Group, HIDDEN, scoreOf, veiled } from "./group.ts";
import { judgedBy, judgedIn, saysJudged } from "./judged.ts";
import { estimateFavourable, estimateWeightedFavourable, ratioOf } from "./proportion.ts";
import { cannotEstimate, type Metric, notComputable, type Sampling, withoutHeadcount } from "./sampling.ts";
import { probabilityBelow } from "./target.ts";
import { whyUnanswered } from "./unanswered.ts";
import { type Summary, weightedRatio } from "./weights.ts";

/** Where the worst and the best answers put the mean. */
export function endsOf({ direction, min, max }: Dimension): Ends {
  return direction === "higher" ? { worst: min, best: max } : { worst: max, best: min };
}

/** Null where either end can be sound: asked beside, and no facet stands for it, so that nothing would answer it. */
function targetOf({ supplementary, facets, target }: Dimension): number | null {
  return supplementary && facets.size === 0 ? null : target;
}

export function estimateDimension(group: Group, dimension: Dimension): DimensionResult {
  const numbers = numbersOf(group, dimension);
  const { id, title, block, direction, supplementary, companions, min, max } = dimension;
  const target = targetOf(dimension);
  return {
    ...{ id, title, block: block ?? null, direction, supplementary, companions, min, max, target },
    mean: numbers.mean,
    sd: numbers.sd,
    index: numbers.index,
    load: group.framework.reading === "load" ? toLoad(numbers.index) : null,
    judged: numbers.judged,
    favourable: numbers.favourable,
    favourableJudged: numbers.favourableJudged,
    band: target === null ? null : bandOf(numbers.index, numbers.judged, dimension.bands),
    belowTarget: numbers.belowTarget,
    agreement: estimateAgreement(group, dimension),
    bounds: numbers.bounds,
    precision: numbers.precision,
    detectable: detectableChange(numbers.index, numbers.precision, {
      perUnit: 100 / (max - min),
      sampled: group.sampling.unit === "person",
    }),
  };
}

interface Numbers {
  readonly mean: Published;
  readonly sd: Published;
  readonly index: Published;
  readonly judged: Judged | null;
  readonly favourable: Published;
  readonly favourableJudged: Judged | null;
  readonly belowTarget: number | null;
  readonly bounds: Bounds | null;
  readonly precision: Precision | null;
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
      return shownNumbers(group, dimension, score.summary);
  }
}

function withheld(number: Published, favourable: Published): Numbers {
  const nothing = { judged: null, favourableJudged: null, belowTarget: null, bounds: null, precision: null };
  return { mean: number, sd: number, index: number, favourable, ...nothing };
}

function shownNumbers(group: Group, dimension: Dimension, summary: Summary): Numbers {
  const { sampling } = group;
  const { min, max } = dimension;
  const target = targetOf(dimension);
  const metric: Metric = { unit: `points on ${min}–${max}`, min, max };
  const ends = endsOf(dimension);
  const unanswered = summary.n === 0 ? whyUnanswered(group, dimension.id) : null;
  if (unanswered !== null) {
    return withheld(unanswered, hasFigures(group, dimension) ? figuresHaveNone(group, dimension) : unanswered);
  }
  const mean = estimateMean(summary, sampling, metric);
  const possible = cannotEstimate(summary.n, sampling) === null;
  const judged = possible ? judgedBy(toIndex(estimateMean(summary, withoutHeadcount(sampling), metric), ends)) : null;
  const favourable = favourableOf(group, dimension);
  return {
    mean,
    sd: estimateSpread(summary, sampling, metric.unit),
    index: saysJudged(toIndex(mean, ends), judged, sampling),
    judged,
    favourable,
    favourableJudged: judgedIn(group, favourable, (one) => favourableOf(one, dimension)),
    belowTarget: possible && target !== null ? probabilityBelow(summary, { ...ends, target }, sampling) : null,
    bounds: possible ? boundsOfMean(summary, ends, sampling) : null,
    precision: possible ? precisionOf(summary, sampling) : null,
  };
}

/** Null without an interval; a census has one, as people answer with noise even when all of them answer. */
function precisionOf(summary: Summary, sampling: Sampling): Precision | null {
  const { se2, df } = summary;
  if (se2 === null || whyNoMeanInterval(summary, withoutHeadcount(sampling)) !== null) return null;
  return { se: Math.sqrt(se2), df, scale: "linear" };
}

function favourableOf(group: Group, dimension: Dimension): Published {
  if (hasFigures(group, dimension)) return figuresHaveNone(group, dimension);
  const position = group.plan.ratios.findIndex((ratio) => ratio.dimension === dimension.id);
  const slots = group.plan.ratios[position];
  if (slots === undefined) return notComputable("it was not asked", 0);
  const weighted = weightedRatio(group.released.cell, group.plan, position);
  if (weighted !== null) return estimateWeightedFavourable(weighted, group.sampling);
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
