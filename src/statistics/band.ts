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

/** Band of a published index; null when the index is hidden or cannot be computed. Bands ascend. */
export function bandOf(index: Published, judged: Judged | null, bands: readonly Band[]): BandResult | null {
  if (index.kind !== "estimate") return null;
  const band = bands[positionOf(index.value, bands)];
  if (band === undefined) return null;
  const { id, label } = band;
  const meaning = band.meaning ?? "";
  if (judged === null) return { id, label, meaning, sure: false, couldBe: [] };
  const low = positionOf(judged.low, bands);
  const high = positionOf(judged.high, bands);
  const sure = low === high;
  return { id, label, meaning, sure, couldBe: sure ? [] : bands.slice(low, high + 1).map((touched) => touched.label) };
}

/** Position of the last band reached; below the first `from` it is still the first. */
function positionOf(index: number, bands: readonly Band[]): number {
  return Math.max(
    0,
    bands.findLastIndex((band) => index >= band.from - ROUNDING),
  );
}
