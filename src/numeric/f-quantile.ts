/**
 * Quantiles of Fisher's F distribution, from a library. Heavy: import this file only when it is needed (`await import`).
 *
 * Formula: the value below which a share p of F(above, below) lies. Unit and range: p 0–1; a ratio of variances, from 0 on.
 * Missing rule: an argument out of range gives NaN; callers never pass one.
 * Source: stdlib (inverse of the regularised incomplete beta function). Oracle: R's qf, to 1e-10 relative
 * (test/numeric/f-quantile.test.ts).
 */
import quantile from "@stdlib/stats-base-dists-f-quantile";

/** p: a share, 0–1. Degrees of freedom, both over 0: of the variance above the line, and of the one below it. */
export function fQuantile(p: number, { above, below }: { readonly above: number; readonly below: number }): number {
  return quantile(p, above, below);
}
