/**
 * Quantiles and distribution functions, from a library: nobody should write these twice.
 *
 * Formula: Student's t with `df` degrees of freedom; the standard normal.
 * Unit and range: probabilities 0–1; quantiles in standard errors; df > 0.
 * Missing rule: an argument out of range gives NaN; callers never pass one.
 * Source: stdlib (regularised incomplete beta function and its inverse; Wichura 1988, AS 241, for the normal).
 * Oracle: arithmetic with 40 digits and R's qt, pt and qnorm, to 1e-12 relative; the normal quantile for p from 0.001 to
 * 0.999, beyond which it slowly loses digits (2e-9 at 1e-10) (test/numeric/distributions.test.ts).
 */
import normal from "@stdlib/stats-base-dists-normal-quantile";
import cdf from "@stdlib/stats-base-dists-t-cdf";
import quantile from "@stdlib/stats-base-dists-t-quantile";

/** The value below which a share `p` (0–1) of the t distribution with `df` degrees of freedom lies. */
export function tQuantile(p: number, df: number): number {
  const known = remembered.get(p)?.get(df);
  if (known !== undefined) return known;
  const value = quantile(p, df);
  const quantiles = remembered.get(p) ?? new Map<number, number>();
  remembered.set(p, quantiles.set(df, value));
  return value;
}

/** A report asks for the same few levels with the same few degrees of freedom again and again; inverting costs 0.2 ms. */
const remembered = new Map<number, Map<number, number>>();

/** The share (0–1) of the t distribution with `df` degrees of freedom that lies below `x`. */
export function tCdf(x: number, df: number): number {
  return cdf(x, df);
}

/** The value below which a share `p` (0–1) of the standard normal distribution lies. */
export function normalQuantile(p: number): number {
  return normal(p, 0, 1);
}
