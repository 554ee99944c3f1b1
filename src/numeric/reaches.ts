/**
 * An index computed from a mean such as 3.6, or a mean such as 2, can miss a whole limit by a rounding error of the
 * arithmetic. Limits are inclusive, so such a value must count as having reached it.
 */
const ROUNDING = 1e-9;

/** True when `value` is at least `limit`, both in index points or points of an item metric. */
export function reaches(value: number, limit: number): boolean {
  return value >= limit - ROUNDING;
}
