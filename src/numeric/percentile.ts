/**
 * The value below which a share `p` (0–1) of the numbers lies, between neighbours on a straight line.
 *
 * Formula: definition 7 of Hyndman & Fan 1996, x₍ₖ₎ + (h − k)(x₍ₖ₊₁₎ − x₍ₖ₎) with h = (n − 1)p + 1. Unit: that of the numbers.
 * Missing rule: no numbers give NaN. Oracle: R's quantile(type = 7).
 *
 * @param sorted ascending
 */
export function percentile(sorted: readonly number[], p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}
