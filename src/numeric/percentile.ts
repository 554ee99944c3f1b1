/**
 * The value below which a share `p` (0–1) of the numbers lies, between neighbours on a straight line.
 *
 * Formula: definition 7 of Hyndman & Fan 1996, x₍ₖ₎ + (h − k)(x₍ₖ₊₁₎ − x₍ₖ₎) with h = (n − 1)p + 1. Unit: that of the numbers.
 * Missing rule: no numbers give NaN. Oracle: R's quantile(type = 7) (test/numeric/random.test.ts).
 *
 * @param sorted ascending
 */
export function percentile(sorted: ArrayLike<number>, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}

/** Ends between which the middle share `level` (0–1) of the numbers lies. Any order; the numbers stay as they are. */
export function percentileEnds(values: ArrayLike<number>, level: number): readonly [number, number] {
  const sorted = new Float64Array(values).sort();
  const tail = (1 - level) / 2;
  return [percentile(sorted, tail), percentile(sorted, 1 - tail)];
}
