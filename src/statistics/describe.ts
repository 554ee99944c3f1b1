/**
 * Mean, standard deviation and index of a score.
 *
 * Formula: ȳ ± t(n − 1) s √(1/n − 1/N), under survey weights that of weights.ts with n_eff − 1 df; index
 *   100 (ȳ − worst)/(best − worst), a straight line, its interval mapped with it; load 100 − index.
 * Unit and range: points of the score; index and load 0–100. An interval is cut at the ends of the scale: the true mean
 *   cannot lie beyond them.
 * Missing rule: people without the score are left out. No interval for one person, one assessment or a census.
 * Source: Student 1908; Cochran 1977. Oracle: reference.json (score, score_with_headcount_300, index).
 */
import type { Estimate, NotComputable, Published } from "../audit/estimate.ts";
import { tQuantile } from "../numeric/distributions.ts";
import { indexOn } from "../numeric/rescale.ts";
import {
  cannotEstimate,
  cutTo,
  type Metric,
  notComputable,
  populationWords,
  type Sampling,
  samplingCaveats,
  unseenShare,
  whyNoInterval,
  withInterval,
  withoutInterval,
} from "./sampling.ts";
import type { Summary } from "./weights.ts";

const EQUAL_SCORES = "All scores are equal, so the interval has no width.";

/** Mean of a score with its t interval, cut at the ends of the metric. */
export function estimateMean(summary: Summary, sampling: Sampling, metric: Metric): Estimate | NotComputable {
  const { n, mean, se2, df } = summary;
  const { unit } = metric;
  const impossible = cannotEstimate(n, sampling);
  if (impossible !== null) return impossible;
  const caveats = samplingCaveats(n, sampling);
  const what = summary.effectiveN === null ? "mean" : "weighted mean (survey weights)";
  const why = whyNoMeanInterval(summary, sampling);
  if (why !== null || se2 === null) {
    return withoutInterval({ value: mean, n, unit, method: what, caveats }, why ?? "one person answered");
  }
  const half = tQuantile((1 + sampling.level) / 2, df) * Math.sqrt(se2 * unseenShare(n, sampling));
  const parts = {
    value: mean,
    n,
    unit,
    method: `${what}, t interval with ${freedom(summary)}${populationWords(sampling)}`,
    caveats: se2 === 0 ? [...caveats, EQUAL_SCORES] : caveats,
  };
  return withInterval(parts, cutTo([mean - half, mean + half], { ...metric, value: mean }), sampling.level);
}

/** Why a mean has no interval, or null when it has one. */
export function whyNoMeanInterval({ n, df, effectiveN }: Summary, sampling: Sampling): string | null {
  const why = whyNoInterval(n, sampling);
  if (why !== null || effectiveN === null || df >= 1) return why;
  return `the weights are so uneven that these people count as ${rounded(effectiveN)}`;
}

/** Degrees of freedom in words, and where they come from under weights. */
export function freedom({ df, effectiveN }: Pick<Summary, "df" | "effectiveN">): string {
  return effectiveN === null
    ? `${rounded(df)} df`
    : `${rounded(df)} df from Kish's effective n of ${rounded(effectiveN)}`;
}

/** To one decimal, for words. */
export function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

/** Standard deviation of a score, with n − 1. It describes the spread and has no interval. */
export function estimateSpread(summary: Summary, sampling: Sampling, unit: string): Estimate | NotComputable {
  const { n, sd, effectiveN } = summary;
  const impossible = cannotEstimate(n, sampling);
  if (impossible !== null) return impossible;
  if (sd === null) return notComputable(needsTwo(sampling), n);
  const method = `${effectiveN === null ? "" : "weighted "}standard deviation with n − 1`;
  return withoutInterval({ value: sd, n, unit, method, caveats: [] }, "it describes the spread of the answers");
}

function needsTwo({ unit }: Sampling): string {
  return unit === "person" ? "a spread needs at least two people" : "one assessment has no spread";
}

/** Where the ends of an index lie in the metric of the score. */
export interface Ends {
  readonly worst: number;
  readonly best: number;
}

/** The 0–100 index (100 is best) of a mean, and of its interval. */
export function toIndex(mean: Published, ends: Ends): Published {
  return mapped(mean, (x) => indexOn(ends, x), {
    unit: "index 0–100",
    prefix: "linear index of the ",
  });
}

/** 100 − index, for frameworks that read as a load (100 is worst). */
export function toLoad(index: Published): Published {
  return mapped(index, (x) => 100 - x, { unit: "load 0–100", prefix: "100 − " });
}

/** An estimate on another scale: a monotone map of the value and of both ends of the interval. */
export function mapped(
  from: Published,
  map: (x: number) => number,
  words: { unit: string; prefix: string },
): Published {
  if (from.kind !== "estimate") return from;
  const parts = { ...from, value: map(from.value), unit: words.unit, method: words.prefix + from.method };
  if (from.interval === null) return withoutInterval(parts, from.noInterval ?? "");
  return withInterval(parts, [map(from.interval.low), map(from.interval.high)], from.interval.level);
}
