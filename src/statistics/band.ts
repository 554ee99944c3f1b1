/**
 * The band an index falls in, and whether the data place it there surely.
 *
 * Formula: the last band whose `from` the index reaches; sure when both ends of the judged interval reach the same band.
 * Unit and range: index 0–100 (100 is best), also where a framework reads as a load. Missing rule: no shown index, no band.
 *   Without a judged interval no band is sure: one person or one assessment makes nothing sure.
 * Source: the framework's bands, `from` inclusive. Oracle: the table in test/statistics/band.test.ts.
 */
import type { Published } from "../audit/estimate.ts";
import type { BandResult, Judged } from "../audit/types.ts";
import type { Band } from "../framework/types.ts";

/** An index computed from a mean can miss a whole limit by a rounding error of the arithmetic, in index points. */
const ROUNDING = 1e-9;
/** Best index there is. */
const WHOLE = 100;

/** Band of a published index; null when the index is hidden or cannot be computed. Bands ascend. */
export function bandOf(index: Published, judged: Judged | null, bands: readonly Band[]): BandResult | null {
  if (index.kind !== "estimate") return null;
  const at = positionOf(index.value, bands);
  const band = bands[at];
  if (band === undefined) return null;
  const low = judged === null ? at : positionOf(judged.low, bands);
  const high = judged === null ? at : positionOf(judged.high, bands);
  return {
    id: band.id,
    label: band.label,
    meaning: band.meaning ?? "",
    from: startOf(at, bands),
    to: startOf(at + 1, bands),
    limits: limitsOf({ low, high }, bands),
    sure: judged !== null && low === high,
    couldBe: low === high ? [] : bands.slice(low, high + 1).map((touched) => touched.label),
  };
}

/** Index points at which the band at a position begins: the first at 0, and past the last is 100. */
function startOf(position: number, bands: readonly Band[]): number {
  return position === 0 ? 0 : (bands[position]?.from ?? WHOLE);
}

/** Limits on either side of the bands from position `low` to `high`; the ends of the scale are none. */
function limitsOf({ low, high }: { readonly low: number; readonly high: number }, bands: readonly Band[]) {
  return bands.slice(Math.max(1, low), high + 2).map(({ from }) => from);
}

/** Position of the last band reached; below the first `from` it is still the first. */
function positionOf(index: number, bands: readonly Band[]): number {
  return Math.max(
    0,
    bands.findLastIndex((band) => index >= band.from - ROUNDING),
  );
}
