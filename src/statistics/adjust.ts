/**
 * p values adjusted for the number of tests made together.
 *
 * Formula: Benjamini and Hochberg's step-up, min over k ≥ rank of (m/k) p₍ₖ₎, at most 1: the share of false discoveries
 *   among the tests called, if all with adjusted p below a limit are called.
 * Unit and range: 0–1. Missing rule: a test that was not made is not in the family. No tests give no values.
 * Source: Benjamini & Hochberg 1995, JRSS B 57. Oracle: R's p.adjust(method = "BH"); the example of their section 3.2
 * (test/statistics/adjust.test.ts).
 */

/** Adjusted p values, in the order given. */
export function adjustedForTests(p: readonly number[]): readonly number[] {
  const adjusted = p.map(() => 1);
  const order = p.map((_, i) => i).sort((a, b) => (p[b] ?? 0) - (p[a] ?? 0));
  let least = 1;
  for (const [above, i] of order.entries()) {
    least = Math.min(least, ((p[i] ?? 1) * p.length) / (p.length - above));
    adjusted[i] = least;
  }
  return adjusted;
}
