import type { Interval } from "../../audit/estimate.ts";
import type { Change } from "../../audit/types.ts";
import { tQuantile } from "../../numeric/distributions.ts";
import { read } from "./readings.ts";
import type { Reading } from "./types.ts";

/** Level of the interval of a change that gates judge by, where everyone is compared with their own earlier answers. */
const PAIRED_LEVEL = 0.99;

/**
 * What a gate judges of a change: how far the index (or the load) has dropped or risen, in index points.
 *
 * Formula: independent waves: the published interval of the change, 95 %. The same people: estimate ± t(df) · se at 99 %, se the
 *   estimate over its t; where that is nought, half the published interval over its t quantile.
 * Missing rule: hidden and not computable stay so. Drawn intervals (formulas with min or max), which have no t, stay at 95 %.
 * Source: measurement definitions (simulated: 95 % of the same people would cry wolf in 16 % of years).
 */
export function changeReading(
  change: Pick<Change, "index" | "test">,
  {
    kind,
    direction,
    statistic,
  }: {
    readonly kind: "independent" | "paired";
    readonly direction: "drop" | "rise";
    readonly statistic: "index" | "load";
  },
): Reading {
  const found = read(change.index);
  if (found.kind !== "found") return found;
  const interval = kind === "paired" ? pairedInterval(change) : found.interval;
  const isTurned = (direction === "drop") === (statistic === "index");
  const method =
    kind === "paired" && interval !== null && interval.level === PAIRED_LEVEL
      ? `${found.method}, taken at 99 %`
      : found.method;
  const amount = { ...found, method, unit: "index points" };
  if (!isTurned) return { ...amount, interval };
  const turned = interval === null ? null : { ...interval, low: -interval.high, high: -interval.low };
  return { ...amount, value: 0 - found.value, interval: turned };
}

function pairedInterval({ index, test }: Pick<Change, "index" | "test">): Interval | null {
  if (index.kind !== "estimate" || index.interval === null || test === null)
    return index.kind === "estimate" ? index.interval : null;
  const { low, high, level } = index.interval;
  const published = (high - low) / 2 / tQuantile((1 + level) / 2, test.df);
  const se = test.t === 0 ? published : Math.abs(index.value / test.t);
  const half = tQuantile((1 + PAIRED_LEVEL) / 2, test.df) * se;
  return { low: Math.max(-100, index.value - half), high: Math.min(100, index.value + half), level: PAIRED_LEVEL };
}
