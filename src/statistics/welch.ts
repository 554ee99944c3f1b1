/**
 * Welch's t test of a difference, and its size in standard deviations.
 *
 * Formula: se² = se₁² + se₂², df = se⁴/(se₁⁴/df₁ + se₂⁴/df₂), t = d/se; Hedges g = d/s_p (1 − 3/(4(n₁ + n₂ − 2) − 1)),
 *   s_p² = ((n₁ − 1)s₁² + (n₂ − 1)s₂²)/(n₁ + n₂ − 2).
 * Unit and range: that of the difference; p two-sided, 0–1; g in standard deviations. Missing rule: no error where neither
 *   side has a spread, and no g then.
 * Source: Welch 1947; Hedges 1981. Oracle: R's t.test (reference.json: group_vs_rest, wave2_minus_wave1).
 */
import { tCdf } from "../numeric/distributions.ts";

/** How far an estimate may be off: its squared standard error, and the degrees of freedom of that. */
export interface Uncertain {
  readonly se2: number;
  readonly df: number;
}

export interface DifferenceError {
  readonly se: number;
  readonly df: number;
}

/** Standard error of the difference of two independent estimates; null where neither has any. */
export function welchError(first: Uncertain, second: Uncertain): DifferenceError | null {
  const variance = first.se2 + second.se2;
  if (variance === 0) return null;
  const df = variance ** 2 / (first.se2 ** 2 / first.df + second.se2 ** 2 / second.df);
  return { se: Math.sqrt(variance), df };
}

/** t, df and the two-sided p of a difference. */
export function tTest(difference: number, { se, df }: DifferenceError): { t: number; df: number; p: number } {
  const t = difference / se;
  return { t, df, p: Math.min(1, 2 * tCdf(-Math.abs(t), df)) };
}

interface Spread {
  readonly n: number;
  readonly sd: number;
}

/** The difference in pooled SDs, made smaller where few people make it look large; null without a spread. */
export function hedgesG(difference: number, first: Spread, second: Spread): number | null {
  const df = first.n + second.n - 2;
  const pooled = Math.sqrt(((first.n - 1) * first.sd ** 2 + (second.n - 1) * second.sd ** 2) / df);
  return pooled > 0 ? (difference / pooled) * (1 - 3 / (4 * df - 1)) : null;
}
