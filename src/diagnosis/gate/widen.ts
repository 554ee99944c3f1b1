import { LEVEL } from "../../audit/conventions.ts";
import type { Estimate, Interval } from "../../audit/estimate.ts";
import { normalQuantile } from "../../numeric/distributions.ts";
import { wilson } from "../../statistics/proportion.ts";

/**
 * The interval as it were without a headcount, since people answer with noise even when all of them answer.
 *
 * Formula: a mean's half-width is divided by √(1 − n/N); of a share the effective n of its Wilson interval is solved for (the
 *   positive root of the quadratic in z²/n), multiplied by 1 − n/N, and the interval made again.
 * Missing rule: without a headcount, and of a census (which has no interval), it is as it stands.
 * Source: measurement definitions. Oracle: the same answers without a headcount (test/diagnosis/gate/widen.test.ts).
 */
export function withoutNarrowing(
  { value, interval, n }: Estimate,
  headcount: number | null,
  kind: "mean" | "share",
): Interval | null {
  if (headcount === null || interval === null || n >= headcount) return interval;
  const left = 1 - n / headcount;
  if (kind === "mean") {
    const wider = (end: number) => value + (end - value) / Math.sqrt(left);
    return { ...interval, low: wider(interval.low), high: wider(interval.high) };
  }
  const people = effectiveOf(value, interval);
  if (people === null) return interval;
  const [low, high] = wilson(value, people * left, interval.level);
  return { low, high, level: interval.level };
}

/** The n whose Wilson interval this is; null where it has no width. */
function effectiveOf(p: number, { low, high, level }: Interval): number | null {
  const z2 = normalQuantile((1 + (level || LEVEL)) / 2) ** 2;
  const h2 = ((high - low) / 2) ** 2;
  const spread = p * (1 - p);
  // h(1 + u) = √(p(1 − p)u + u²/4) with u = z²/n
  const [a, b, c] = [h2 - 1 / 4, 2 * h2 - spread, h2];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const u = [(-b - root) / (2 * a), (-b + root) / (2 * a)].filter((one) => one > 0).sort((x, y) => x - y)[0];
  return u === undefined ? null : z2 / u;
}
