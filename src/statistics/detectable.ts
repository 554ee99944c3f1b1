/**
 * How much a survey can find: the smallest change that two of its size would probably show, and the answers needed for more.
 *
 * Formula: detectable √2·se·(t(.975) + t(.80)) with 2·df; answers for a margin h: the smallest n with
 *   t(.975, n − 1)·s·√(1/n − 1/N) ≤ h; for a change Δ: the smallest n with √2·s/√n·(t(.975) + t(.80)) ≤ Δ, 2(n − 1) df.
 * Unit and range: index points; on a log composite points of the log index, which is a straight line in the logarithm.
 * Missing rule: none without a standard error, nor of an index that a cap holds. A headcount narrows no change.
 * Source: Cohen 1988, Statistical Power Analysis, chapter 2; Cochran 1977, section 4.4.
 * Oracle: Cohen's table 2.4.1; R's power.t.test and qt (test/statistics/detectable.test.ts).
 */
import { RELIABILITY_MINIMUM } from "../audit/conventions.ts";
import type { Published } from "../audit/estimate.ts";
import type { Held, Precision } from "../audit/types.ts";
import { DEFAULT_MIN_GROUP, DETAIL_MINIMUM } from "../disclosure/policy.ts";
import { tQuantile } from "../numeric/distributions.ts";
import { DRIVER_MINIMUM, PEOPLE_PER_PREDICTOR } from "./drivers.ts";
import { notComputable, withoutInterval } from "./sampling.ts";

const FOUND = 0.8;
const SURE = 0.975;

export interface Detecting {
  /** Index points of one unit of the precision's scale. */
  readonly perUnit: number;
  /** False for assessments, which have no precision by their nature. */
  readonly sampled: boolean;
  /** What holds the index at a cap: below it nothing that changes can be seen. */
  readonly held?: Held | null;
}

/** Of an index with this precision; words where a cap holds it, null for assessments. */
export function detectableChange(
  index: Published,
  precision: Precision | null,
  { perUnit, sampled, held = null }: Detecting,
): Published | null {
  if (index.kind !== "estimate") return index;
  if (!sampled) return null;
  if (held !== null) return notComputable(whyHeld(held), index.n);
  if (precision === null) return notComputable("needs an index with a margin of error", index.n);
  const log = precision.scale === "log";
  return withoutInterval(
    {
      value: changeFound(precision.se * Math.abs(perUnit), precision.df),
      n: index.n,
      unit: log ? "log-index points" : "index points",
      method: `change that two independent surveys of this size would find with a probability of 80 %, at 95 % confidence${
        log ? "; the log index is a straight line in the logarithm of the value" : ""
      }`,
      caveats: [],
    },
    "it says how fine the survey is",
  );
}

function whyHeld({ word, level, title, cap }: Held): string {
  const done = word === "stage" ? "finished" : "reached";
  return `it is held at ${cap} until ${word} ${level}, ${title}, is ${done}, however much else changes`;
}

/** In the unit of the standard error. */
function changeFound(se: number, df: number): number {
  return Math.SQRT2 * se * (tQuantile(SURE, 2 * df) + tQuantile(FOUND, 2 * df));
}

/** Answers needed for one purpose. */
export interface SampleSize {
  /** `margin`: an index ± so many points at 95 %; `change`: so many points between two surveys, found with 80 %. */
  readonly purpose: "margin" | "change";
  readonly points: number;
  /** People there are; null without limit. A change has none: it is not about these people alone. */
  readonly population: number | null;
  /** Answers, in each of the two surveys where it is a change. */
  readonly answers: number;
}

/** Standard deviations of an index between people that are typical: an assumption, until there are answers. */
export const TYPICAL_SPREADS = [15, 20, 25] as const;
const MARGINS = [3, 5, 10] as const;
const CHANGES = [5, 10, 15] as const;
const POPULATIONS = [20, 50, 100, 250, 1000, null] as const;

/** What some statistics need whatever the spread, in people. */
export const FIXED_MINIMUMS = {
  reliability: RELIABILITY_MINIMUM,
  drivers: DRIVER_MINIMUM,
  perPredictor: PEOPLE_PER_PREDICTOR,
  group: DEFAULT_MIN_GROUP,
  detail: DETAIL_MINIMUM,
} as const;

/** Answers needed, by purpose, points and population. `sd`: of an index between people, in points, above 0: an assumption. */
export function sampleSizes({ sd }: { readonly sd: number }): readonly SampleSize[] {
  const margins = MARGINS.flatMap((points) =>
    POPULATIONS.map((population): SampleSize => {
      const margin = (n: number) =>
        tQuantile(SURE, n - 1) * sd * Math.sqrt(1 / n - (population === null ? 0 : 1 / population));
      return { purpose: "margin", points, population, answers: smallest((n) => margin(n) <= points, population) };
    }),
  );
  const changes = CHANGES.map(
    (points): SampleSize => ({
      purpose: "change",
      points,
      population: null,
      answers: smallest((n) => changeFound(sd / Math.sqrt(n), n - 1) <= points, null),
    }),
  );
  return [...margins, ...changes];
}

/** The smallest n ≥ 2 that is enough; everybody, where nothing less is. More people are never worse. */
function smallest(isEnough: (n: number) => boolean, population: number | null): number {
  let high = 2;
  while (high < (population ?? Number.POSITIVE_INFINITY) && !isEnough(high)) high *= 2;
  high = Math.min(high, population ?? high);
  let low = 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
