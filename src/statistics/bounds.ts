/**
 * How far those who did not answer could move an index: if all of them had answered worst, and if all had answered best.
 *
 * Formula: a mean becomes (nȳ + (N − n)·end)/N with the worst or the best end of the scale; a composite its formula at such
 *   means of all its inputs. Unit and range: index 0–100; `silent` counts people.
 * Missing rule: none without a headcount, when all have answered, under survey weights, and of assessments. Nothing is
 *   assumed of those who did not answer, so these are limits and no interval.
 * Source: Manski 1989, Anatomy of the selection problem, Journal of Human Resources 24(3). Oracle: by hand
 *   (test/statistics/bounds.test.ts).
 */
import type { Bounds } from "../audit/types.ts";
import { indexOn } from "../numeric/rescale.ts";
import type { Ends } from "./describe.ts";
import { cutTo, populationOf, type Sampling } from "./sampling.ts";

/** People of the headcount who did not answer, or null when nothing can be said of them. */
function silentPeople(n: number, sampling: Sampling): number | null {
  const headcount = sampling.unit === "person" ? populationOf(sampling) : null;
  return headcount === null || n === 0 || n >= headcount ? null : headcount - n;
}

/** The mean of all people if those who are silent had answered `end`. */
function meanWithSilent({ n, mean }: { readonly n: number; readonly mean: number }, silent: number, end: number) {
  return (n * mean + silent * end) / (n + silent);
}

/** Of a mean of n people. */
export function boundsOfMean(
  score: { readonly n: number; readonly mean: number },
  ends: Ends,
  sampling: Sampling,
): Bounds | null {
  const silent = silentPeople(score.n, sampling);
  if (silent === null) return null;
  const index = (end: number) => indexOn(ends, meanWithSilent(score, silent, end));
  return { low: index(ends.worst), high: index(ends.best), silent };
}

interface Input {
  readonly score: { readonly n: number; readonly mean: number };
  readonly ends: Ends;
}

/**
 * Of a formula that rises or falls with each of its inputs. `indexAt`: the composite's index at means of the inputs.
 * Null, too, where the formula has no value at such means.
 */
export function boundsOfFormula(
  inputs: readonly Input[],
  indexAt: (means: readonly number[]) => number,
  sampling: Sampling,
): Bounds | null {
  const silent = silentPeople(Math.min(...inputs.map(({ score }) => score.n)), sampling);
  if (silent === null) return null;
  const means = inputs.map(({ score }) => score.mean);
  const extremes = inputs.map(({ score, ends }, place) => {
    const [worst, best] = [ends.worst, ends.best].map((end) =>
      meanWithSilent(score, silentPeople(score.n, sampling) ?? 0, end),
    ) as [number, number];
    return indexAt(means.with(place, worst)) <= indexAt(means.with(place, best)) ? [worst, best] : [best, worst];
  }) as readonly (readonly [number, number])[];
  const [low, high] = [indexAt(extremes.map(([end]) => end)), indexAt(extremes.map(([, end]) => end))];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  const [cutLow, cutHigh] = cutTo([low, high], { value: indexAt(means), min: 0, max: 100 });
  return { low: cutLow, high: cutHigh, silent };
}
