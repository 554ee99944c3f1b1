/**
 * What the people who answered stand for, and what follows for intervals.
 *
 * Formula: Var(ȳ) = s²(1/n − 1/N) with a headcount N, s²/n without. Unit and range: people; level 0–1.
 * Missing rule: those who did not answer are assumed to resemble those who did; every estimate with a headcount says so.
 *   Survey weights stand in its place: beside them it narrows nothing.
 * Source: Cochran 1977, Sampling Techniques, section 2.6. Oracle: reference.json, score_with_headcount_300.
 */
import type { Estimate, NotComputable } from "../audit/estimate.ts";
import type { Unit } from "../framework/types.ts";

export interface Sampling {
  /** Anything but `person` is one assessment: there is no sample and so no interval. */
  readonly unit: Unit;
  /** People in the group, answered or not; null when nobody said. */
  readonly headcount: number | null;
  /** Survey weights are used; left out: no. */
  readonly weighted?: boolean;
  /** Confidence level, 0–1, e.g. 0.95 */
  readonly level: number;
}

/** Under this many people an estimate asks for care. */
const FEW = 10;

/** 1 − n/N, what is left of the variance of a mean when n of N people answered; 1 without a headcount, and under weights. */
export function unseenShare(n: number, sampling: Sampling): number {
  const headcount = populationOf(sampling);
  return headcount === null ? 1 : 1 - n / headcount;
}

/** The headcount that intervals use. */
export function populationOf({ headcount, weighted = false }: Sampling): number | null {
  return weighted ? null : headcount;
}

/** What a number counts: the unit printed beside it, and between which values it can lie at all (infinite: no limit). */
export interface Metric {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

/** The part of an interval that is possible. The estimate stays inside, whatever a formula's declared ends are. */
export function cutTo(
  ends: readonly [number, number],
  { value, min, max }: { readonly value: number; readonly min: number; readonly max: number },
): readonly [number, number] {
  const [low, high] = [Math.min(min, value), Math.max(max, value)];
  return [Math.min(high, Math.max(low, ends[0])), Math.min(high, Math.max(low, ends[1]))];
}

/** The headcount describes; it takes no part in a judgement. */
export function withoutHeadcount(sampling: Sampling): Sampling {
  return { ...sampling, headcount: null };
}

/** Words when a number rests on nobody, or on more people than there are; null when it can be computed. */
export function cannotEstimate(n: number, { headcount }: Sampling): NotComputable | null {
  if (n === 0) return notComputable("nobody answered enough of it", 0);
  if (headcount !== null && n > headcount) {
    return notComputable(
      `${n} people answered, but the headcount says there are ${headcount}: correct the headcount`,
      n,
    );
  }
  return null;
}

/** Why an estimate over n people has no interval, or null when it can have one. */
export function whyNoInterval(n: number, { unit, headcount }: Sampling): string | null {
  if (unit !== "person") return n > 1 ? "each row is one assessment" : "one assessment";
  if (isCensus(n, headcount)) return "everyone answered, so there is no sampling error";
  if (n === 1) return "one person answered";
  return null;
}

/** True when all the people there are have answered. */
function isCensus(n: number, headcount: number | null): boolean {
  return headcount !== null && n === headcount;
}

/** What a reader must know beside the interval of an estimate over n people. */
export function samplingCaveats(n: number, sampling: Sampling): readonly string[] {
  if (whyNoInterval(n, sampling) !== null) return [];
  const people = sampling.headcount === null ? [] : [sampling.weighted === true ? WEIGHTS_CAVEAT : HEADCOUNT_CAVEAT];
  return n < FEW ? [...people, FEW_CAVEAT] : people;
}

/** Said in a method line wherever the headcount was used. */
export function populationWords(sampling: Sampling): string {
  const headcount = populationOf(sampling);
  return headcount === null ? "" : `, finite population of ${headcount}`;
}

/** What n counts, in words. */
export function peopleOrAssessments({ unit }: Pick<Sampling, "unit">): string {
  return unit === "person" ? "people" : "assessments";
}

const HEADCOUNT_CAVEAT =
  "The interval describes these people now and assumes that those who did not answer resemble those who did.";
const WEIGHTS_CAVEAT = "Beside survey weights the headcount does not narrow the interval.";
/** Said of every statistic that leaves survey weights aside. */
export const WEIGHTS_UNUSED = "Survey weights are not used here: everybody counts once.";
const FEW_CAVEAT = "Few answers: read the interval, not the point.";

/** A statistic that cannot be had, in words, with the people it would rest on. */
export function notComputable(reason: string, n: number): NotComputable {
  return { kind: "none", reason, n };
}

/** An estimate whose interval is absent by its nature. */
export function withoutInterval(parts: Omit<Estimate, "kind" | "interval" | "noInterval">, why: string): Estimate {
  const { value, n, unit, method, caveats } = parts;
  return { kind: "estimate", value, interval: null, noInterval: why, n, unit, method, caveats };
}

/** An estimate with its interval; the ends are put in order. */
export function withInterval(
  parts: Omit<Estimate, "kind" | "interval" | "noInterval">,
  ends: readonly [number, number],
  level: number,
): Estimate {
  const { value, n, unit, method, caveats } = parts;
  const interval = { low: Math.min(...ends), high: Math.max(...ends), level };
  return { kind: "estimate", value, interval, noInterval: null, n, unit, method, caveats };
}
