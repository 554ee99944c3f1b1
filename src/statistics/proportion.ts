/**
 * Shares: of favourable answers, clustered by respondent, and of people.
 *
 * Formula: p = ΣF/ΣA; Var = n/(n − 1) Σ(F − pA)² / (ΣA)²; Wilson's interval at the effective number of answers
 *   n′ = min(ΣA, p(1 − p)/Var), at p = 0 or 1 n′ = people; with a headcount N n′/(1 − n/N). Under survey weights p and n′
 *   are those of weights.ts.
 * Unit and range: share 0–1. Missing rule: unanswered, not applicable and "don't know" are not answers; people without an
 *   answer are left out.
 * Source: Wilson 1927; ratio estimator by linearisation, Kish 1965. Taking answers for people would cover only 82–85 %.
 * Oracle: reference.json (favourable).
 */
import type { Cell, RatioSlots } from "../aggregate/types.ts";
import type { Estimate, NotComputable } from "../audit/estimate.ts";
import { normalQuantile } from "../numeric/distributions.ts";
import { rounded } from "./describe.ts";
import { at } from "./moments.ts";
import {
  cannotEstimate,
  populationWords,
  type Sampling,
  samplingCaveats,
  unseenShare,
  whyNoInterval,
  withInterval,
  withoutInterval,
} from "./sampling.ts";
import type { WeightedClasses, WeightedShare } from "./weights.ts";

/** Favourable answers F among all answers A of n people, with the sums over people that the variance needs. */
export interface Ratio {
  readonly n: number;
  readonly sumF: number;
  readonly sumA: number;
  readonly sumFF: number;
  readonly sumFA: number;
  readonly sumAA: number;
}

export function ratioOf(cell: Cell, slots: RatioSlots): Ratio {
  return {
    n: at(cell, slots.n),
    sumF: at(cell, slots.sumF),
    sumA: at(cell, slots.sumA),
    sumFF: at(cell, slots.sumFF),
    sumFA: at(cell, slots.sumFA),
    sumAA: at(cell, slots.sumAA),
  };
}

/** Wilson's score interval of a share p over n, n not necessarily whole. Both ends lie in 0–1. */
export function wilson(p: number, n: number, level: number): readonly [number, number] {
  const z = normalQuantile((1 + level) / 2);
  const denominator = 1 + z ** 2 / n;
  const centre = p + z ** 2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return [Math.max(0, (centre - half) / denominator), Math.min(1, (centre + half) / denominator)];
}

/** The number of independent answers that would be worth as much as these, before any headcount. Needs n ≥ 2. */
export function effectiveAnswers({ n, sumF, sumA, sumFF, sumFA, sumAA }: Ratio): number {
  if (sumF === 0 || sumF === sumA) return n;
  const [f, a] = [BigInt(sumF), BigInt(sumA)];
  // (ΣA)² Σ(F − pA)², exactly.
  const scatter = Number(a * a * BigInt(sumFF) - 2n * f * a * BigInt(sumFA) + f * f * BigInt(sumAA));
  const variance = ((n / (n - 1)) * scatter) / sumA ** 4;
  const p = sumF / sumA;
  return Math.min(sumA, (p * (1 - p)) / variance);
}

/** Share of favourable answers with Wilson's interval at the effective number of answers. */
export function estimateFavourable(ratio: Ratio, sampling: Sampling): Estimate | NotComputable {
  const { n, sumF, sumA } = ratio;
  const impossible = cannotEstimate(n, sampling);
  if (impossible !== null) return impossible;
  const method = `${sumF} of ${sumA} answers favourable`;
  const parts = { value: sumF / sumA, n, unit: "share 0–1", method, caveats: samplingCaveats(n, sampling) };
  const why = whyNoInterval(n, sampling);
  if (why !== null) return withoutInterval(parts, why);
  const effective = effectiveAnswers(ratio) / unseenShare(n, sampling);
  const clustered = `${method}; Wilson interval at ${rounded(effective)} effective answers, clustered by respondent`;
  return withInterval(
    { ...parts, method: clustered + populationWords(sampling) },
    wilson(parts.value, effective, sampling.level),
    sampling.level,
  );
}

/** The same under survey weights that differ, at the effective number of answers they leave. */
export function estimateWeightedFavourable(
  { n, share, effective }: WeightedShare,
  sampling: Sampling,
): Estimate | NotComputable {
  const impossible = cannotEstimate(n, sampling);
  if (impossible !== null) return impossible;
  const method = "weighted share of answers that are favourable (survey weights)";
  const parts = { value: share, n, unit: "share 0–1", method, caveats: samplingCaveats(n, sampling) };
  const why = whyNoInterval(n, sampling);
  if (why !== null || effective === null) return withoutInterval(parts, why ?? "one person answered");
  const clustered = `${method}; Wilson interval at ${rounded(effective)} effective answers, clustered by respondent`;
  return withInterval({ ...parts, method: clustered }, wilson(share, effective, sampling.level), sampling.level);
}

/** Weighted share of people. `what` completes "weighted share of 40 …" in the method line. */
export function estimateWeightedShare(
  { n, mean, effective }: WeightedClasses,
  what: string,
  sampling: Sampling,
): Estimate | NotComputable {
  const impossible = cannotEstimate(n, sampling);
  if (impossible !== null) return impossible;
  const method = `weighted share (survey weights): ${what}`;
  const parts = { value: mean, n, unit: "share 0–1", method, caveats: samplingCaveats(n, sampling) };
  const why = whyNoInterval(n, sampling);
  if (why !== null) return withoutInterval(parts, why);
  return withInterval(
    { ...parts, method: `${method}; Wilson interval at ${rounded(effective)} effective people` },
    wilson(mean, effective, sampling.level),
    sampling.level,
  );
}

/** Share of people, `count` of `n`, with Wilson's interval. `what` completes "12 of 40 …" in the method line. */
export function estimateShare(
  { count, n, what }: { count: number; n: number; what: string },
  sampling: Sampling,
): Estimate | NotComputable {
  const impossible = cannotEstimate(n, sampling);
  if (impossible !== null) return impossible;
  const method = `${count} of ${n} ${what}`;
  const parts = { value: count / n, n, unit: "share 0–1", method, caveats: samplingCaveats(n, sampling) };
  const why = whyNoInterval(n, sampling);
  if (why !== null) return withoutInterval(parts, why);
  return withInterval(
    { ...parts, method: `${method}; Wilson interval${populationWords(sampling)}` },
    wilson(parts.value, n / unseenShare(n, sampling), sampling.level),
    sampling.level,
  );
}
