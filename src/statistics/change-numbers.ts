/**
 * What a change of the same people is told in.
 *
 * Formula: t = difference/se, p two-sided. Unit and range: p 0–1. Missing rule: without spread there is no test.
 * Source: Student 1908. Oracle: reference.json (wave2_minus_wave1, paired).
 */
import type { Change, DifferenceTest } from "../audit/types.ts";
import { tCdf } from "../numeric/distributions.ts";

/** The numbers of a change, before anything is said of them. */
export type ChangeNumbers = Pick<Change, "index" | "points" | "strict" | "test">;

export const INDEX_POINTS = "index points";
/** Level of `strict`: at 95 % gates on the same people, judged month after month, would cry wolf in 16 % of years. */
export const STRICT = 0.99;

/** Two-sided t test of a difference against 0; null where there is no spread to test it by. */
export function testOf(parts: { difference: number; se: number; df: number; method: string }): DifferenceTest | null {
  const { difference, se, df, method } = parts;
  if (!(se > 0)) return null;
  const t = difference / se;
  return { t, df, p: Math.min(1, 2 * tCdf(-Math.abs(t), df)), g: null, method };
}
