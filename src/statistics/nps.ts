/**
 * Net promoter score of a 0–10 item.
 *
 * Formula: 100 (promoters − detractors)/n, promoters 9–10, detractors 0–6; interval by adjusted Wald: 3 answers are added,
 *   ¾ promoter and ¾ detractor, and the mean of +1, 0, −1 gets a normal interval.
 * Unit and range: −100..100. Missing rule: people who did not answer the item are left out. A headcount makes a census of
 *   n = N but does not narrow the interval, and the estimate says so: the adjustment is not defined for it.
 * Source: Rocks 2016, Interval estimation for the net promoter score, The American Statistician 70(4). Oracle: reference.json.
 */
import type { Estimate, NotComputable } from "../audit/estimate.ts";
import { normalQuantile } from "../numeric/distributions.ts";
import { rounded } from "./describe.ts";
import {
  cannotEstimate,
  type Sampling,
  samplingCaveats,
  whyNoInterval,
  withInterval,
  withoutHeadcount,
  withoutInterval,
} from "./sampling.ts";
import { type WeightedCode, weightedClasses } from "./weights.ts";

const HEADCOUNT_UNUSED =
  "The headcount does not narrow this interval: the adjusted Wald method has no correction for it.";

export interface Promoters {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** Counts promoters (9–10), passives (7–8) and detractors (0–6) among answers 0–10 with their counts. */
export function countPromoters(answers: readonly { readonly code: number; readonly count: number }[]): Promoters {
  const between = (low: number, high: number) =>
    answers.reduce((sum, { code, count }) => (code >= low && code <= high ? sum + count : sum), 0);
  return { promoters: between(9, 10), passives: between(7, 8), detractors: between(0, 6) };
}

/** Net promoter score with its adjusted Wald interval. */
export function estimateNps(counts: Promoters, sampling: Sampling): Estimate | NotComputable {
  const { promoters, passives, detractors } = counts;
  const n = promoters + passives + detractors;
  const impossible = cannotEstimate(n, sampling);
  if (impossible !== null) return impossible;
  const value = (100 * (promoters - detractors)) / n;
  const method = "% of 9–10 minus % of 0–6";
  const parts = { value, n, unit: "NPS −100..100", method, caveats: [] };
  const why = whyNoInterval(n, sampling);
  if (why !== null) return withoutInterval(parts, why);
  const unused = sampling.headcount === null ? [] : [HEADCOUNT_UNUSED];
  return withInterval(
    {
      ...parts,
      method: `${method}; adjusted Wald interval`,
      caveats: [...unused, ...samplingCaveats(n, withoutHeadcount(sampling))],
    },
    adjustedWald(counts, sampling.level),
    sampling.level,
  );
}

/** The same under survey weights: three answers are added to the effective number of people. */
export function estimateWeightedNps(answers: readonly WeightedCode[], sampling: Sampling): Estimate | NotComputable {
  const classes = weightedClasses(answers, standingOf);
  const { n, mean, effective, share } = classes;
  const impossible = cannotEstimate(n, sampling);
  if (impossible !== null) return impossible;
  const method = "weighted % of 9–10 minus weighted % of 0–6 (survey weights)";
  const parts = { value: 100 * mean, n, unit: "NPS −100..100", method, caveats: [] };
  const why = whyNoInterval(n, sampling);
  if (why !== null) return withoutInterval(parts, why);
  const [promoters, passives, detractors] = [1, 0, -1].map((standing) => share(standing) * effective);
  return withInterval(
    {
      ...parts,
      method: `${method}; adjusted Wald interval at ${rounded(effective)} effective people`,
      caveats: samplingCaveats(n, sampling),
    },
    adjustedWald({ promoters: promoters ?? 0, passives: passives ?? 0, detractors: detractors ?? 0 }, sampling.level),
    sampling.level,
  );
}

/** 1 promoter, 0 passive, −1 detractor. */
function standingOf(code: number): number {
  if (code >= 9) return 1;
  return code <= 6 ? -1 : 0;
}

/** Ends in NPS points, kept within −100..100. */
function adjustedWald({ promoters, passives, detractors }: Promoters, level: number): readonly [number, number] {
  const n = promoters + passives + detractors + 3;
  const up = (promoters + 0.75) / n;
  const down = (detractors + 0.75) / n;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((up + down - (up - down) ** 2) / n);
  return [Math.max(-100, 100 * (up - down - half)), Math.min(100, 100 * (up - down + half))];
}
