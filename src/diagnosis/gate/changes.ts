import type { Change } from "../../audit/types.ts";
import { nothing, read } from "./readings.ts";
import type { Reading } from "./types.ts";

/**
 * What a gate judges of a change: how far the index (or the load) has dropped or risen, in index points.
 *
 * Formula: independent waves: the published interval of the change, 95 %. The same people: the one at 99 %.
 * Missing rule: hidden and not computable stay so; nothing is judged where reports say that it is too few to say.
 * Source: measurement definitions (simulated: 95 % of the same people would cry wolf in 16 % of years).
 */
export function changeReading(
  { index, strict, says }: Pick<Change, "index" | "strict" | "says">,
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
  const found = read(index);
  if (found.kind !== "found" || index.kind !== "estimate") return found;
  if (says === "too few to say") return nothing(index.noInterval ?? TOO_FEW);
  const isPaired = kind === "paired";
  if (isPaired && strict === null && found.interval !== null) return nothing(NOT_KEPT);
  const interval = isPaired ? strict : found.interval;
  const isTurned = (direction === "drop") === (statistic === "index");
  const method = isPaired && interval !== null ? `${found.method}, taken at 99 %` : found.method;
  const amount = { ...found, method, unit: statistic === "load" ? "load points" : "index points" };
  if (!isTurned) return { ...amount, interval };
  const turned = interval === null ? null : { ...interval, low: -interval.high, high: -interval.low };
  return { ...amount, value: 0 - found.value, interval: turned };
}

const TOO_FEW = "too few people to say whether it has changed";
const NOT_KEPT = "this audit does not hold the interval at 99 %: score the answers again with this version";
