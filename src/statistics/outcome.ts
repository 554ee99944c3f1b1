/**
 * An outcome of one group: net promoter score, top-two-box share (CSAT) or mean of its item's raw answers.
 *
 * Formulas, sources and oracles: nps.ts, proportion.ts, describe.ts, weights.ts. CSAT: people on the two highest codes
 *   of the scale.
 * Missing rule: people who did not answer the item are left out. A veiled outcome says nothing but the words of its veil;
 *   the people behind a net promoter score are not counted out under 10 of them, as no histogram is shown there either.
 */
import type { ItemSlots } from "../aggregate/types.ts";
import type { Published } from "../audit/estimate.ts";
import type { OutcomeResult } from "../audit/types.ts";
import { DETAIL_MINIMUM } from "../disclosure/policy.ts";
import type { Outcome, Scale } from "../framework/types.ts";
import { estimateMean } from "./describe.ts";
import { type Group, scoreOf, veiled } from "./group.ts";
import { answerCounts, answerMetric, answerMoments, type CodeCount, scaleOf } from "./item-answers.ts";
import { judgedIn } from "./judged.ts";
import { countPromoters, estimateNps, estimateWeightedNps } from "./nps.ts";
import { estimateShare, estimateWeightedShare } from "./proportion.ts";
import { notComputable, peopleOrAssessments, WEIGHTS_UNUSED } from "./sampling.ts";
import { plainSummary, type WeightedCode, weightedClasses, weightedCodes, weightsAreEqual } from "./weights.ts";

export function estimateOutcome(group: Group, outcome: Outcome): OutcomeResult {
  const { id, title, statistic, item } = outcome;
  const importance = group.framework.dimensions.some((dimension) => dimension.importance === id);
  const { value, counts } = shownOutcome(group, outcome);
  const judged = judgedIn(group, value, (one) => shownOutcome(one, outcome).value);
  return { id, title, statistic, item, importance, value, judged, counts };
}

function shownOutcome(group: Group, outcome: Outcome): Pick<OutcomeResult, "value" | "counts"> {
  const withoutCounts = (value: Published) => ({ value, counts: null });
  const veil = group.released.veils.get(outcome.id);
  if (veil !== undefined) return withoutCounts(veiled(veil));
  const slots = group.plan.items.find(({ item }) => item === outcome.item);
  const scale = scaleOf(group.framework, outcome.item);
  if (slots === undefined || scale === undefined) return withoutCounts(notComputable("it was not asked", 0));
  if (outcome.statistic === "mean") return withoutCounts(outcomeMean(group, outcome, { slots, scale }));
  const answers = answerCounts(group.released.cell, slots);
  if (isAlone(group, answers)) return withoutCounts(notComputable("one assessment makes no share", 1));
  const weighted = weightsDiffer(group, slots);
  if (outcome.statistic === "csat") return withoutCounts(topTwoBox(group, answers, weighted));
  const promoters = countPromoters(answers);
  const value =
    weighted === null ? estimateNps(promoters, group.sampling) : estimateWeightedNps(weighted, group.sampling);
  const detailed = value.kind === "estimate" && (group.sampling.unit !== "person" || value.n >= DETAIL_MINIMUM);
  return { value, counts: detailed ? promoters : null };
}

/** A share of the one answer there is would be all or nothing; the item table has the answer itself. */
function isAlone({ sampling }: Group, answers: readonly CodeCount[]): boolean {
  return sampling.unit !== "person" && answers.reduce((sum, { count }) => sum + count, 0) === 1;
}

/** The weighted answers; null where nothing is weighted, or everybody alike. */
function weightsDiffer({ plan, released }: Group, slots: ItemSlots): readonly WeightedCode[] | null {
  if (weightsAreEqual(released.cell, plan)) return null;
  return weightedCodes(released.cell, plan, plan.items.indexOf(slots));
}

/** Coded outcomes have sums of their own, because a group's histogram keeps only what a share needs. */
function outcomeMean(group: Group, { id }: Outcome, { slots, scale }: { slots: ItemSlots; scale: Scale }): Published {
  const score = scoreOf(group, id);
  if (score.kind === "shown") return estimateMean(score.summary, group.sampling, answerMetric(scale));
  const mean = estimateMean(
    plainSummary(answerMoments(group.released.cell, slots, scale)),
    group.sampling,
    answerMetric(scale),
  );
  if (mean.kind !== "estimate" || group.plan.weighted === null) return mean;
  return { ...mean, caveats: [...mean.caveats, WEIGHTS_UNUSED] };
}

function topTwoBox(group: Group, answers: readonly CodeCount[], weighted: readonly WeightedCode[] | null): Published {
  const what = `${peopleOrAssessments(group.sampling)} chose one of the two best answers`;
  const best = answers.slice(-2);
  if (weighted !== null) {
    const top = new Set(best.map(({ code }) => code));
    return estimateWeightedShare(
      weightedClasses(weighted, (code) => Number(top.has(code))),
      what,
      group.sampling,
    );
  }
  const total = (counted: readonly CodeCount[]) => counted.reduce((sum, { count }) => sum + count, 0);
  return estimateShare({ count: total(best), n: total(answers), what }, group.sampling);
}
