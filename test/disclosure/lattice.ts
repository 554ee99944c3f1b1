import type { Estimate, Interval, Published } from "../../src/audit/estimate.ts";
import { tQuantile } from "../../src/numeric/distributions.ts";
import { estimateNps } from "../../src/statistics/nps.ts";

/** n, Σx, Σx² of whole numbers of units, as somebody works them out who has only what is printed. */
export type Sums = readonly [n: number, sum: number, sumSquares: number];

/** A sum of whole numbers must come out whole; one that does not was read wrongly. */
function whole(value: number, what: string): number {
  const rounded = Math.round(value);
  if (Math.abs(value - rounded) > 1e-4) throw new Error(`${what} is ${value}, and no whole number`);
  return rounded;
}

/** Back from mean, SD and n to the sums. Null where something is hidden; zeros of nobody. */
export function sumsBehind(mean: Published, sd: Published, unitsPerPoint: number): Sums | null {
  if (mean.kind === "hidden") return null;
  if (mean.kind === "none") return [0, 0, 0];
  const variance = sd.kind === "estimate" ? sd.value ** 2 : 0;
  return sumsOf(mean, variance, unitsPerPoint);
}

/** The same from a mean of codes 1–5 with its t interval: half its width is t(n − 1) s/√n. Null, too, where both ends were cut. */
export function sumsBehindInterval(mean: Published): Sums | null {
  if (mean.kind === "hidden") return null;
  if (mean.kind === "none") return [0, 0, 0];
  if (mean.interval?.low === 1 && mean.interval.high === 5) return null;
  return sumsOf(mean, (halfWidth(mean) / (mean.n < 2 ? 1 : tQuantile(0.975, mean.n - 1))) ** 2 * mean.n, 1);
}

function sumsOf({ value, n }: Estimate, variance: number, unitsPerPoint: number): Sums {
  const sum = whole(value * n * unitsPerPoint, "the sum");
  return [n, sum, whole(variance * (n - 1) * unitsPerPoint ** 2 + sum ** 2 / n, "the sum of squares")];
}

function halfWidth({ value, interval }: { readonly value: number; readonly interval: Interval | null }): number {
  return interval === null ? 0 : Math.max(interval.high - value, value - interval.low);
}

/** Promoters and detractors behind a printed net promoter score: the only counts that print like it. */
export function promotersBehind(
  printed: Published,
): readonly [n: number, promoters: number, detractors: number] | null {
  if (printed.kind === "hidden") return null;
  if (printed.kind === "none") return [0, 0, 0];
  const { n, value, interval } = printed;
  const lead = whole((value * n) / 100, "promoters less detractors");
  const fitting: [number, number, number][] = [];
  for (let detractors = Math.max(0, -lead); 2 * detractors + lead <= n; detractors++) {
    const promoters = detractors + lead;
    const counts = { promoters, detractors, passives: n - promoters - detractors };
    const same = estimateNps(counts, { unit: "person", headcount: null, level: 0.95 });
    if (same.kind === "estimate" && isSameInterval(same.interval, interval)) fitting.push([n, promoters, detractors]);
  }
  const [only, ...others] = fitting;
  if (only === undefined) throw new Error("no counts print like this net promoter score");
  return others.length === 0 ? only : null;
}

function isSameInterval(a: Interval | null, b: Interval | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a.low - b.low) < 1e-9 && Math.abs(a.high - b.high) < 1e-9;
}

/** The two whole numbers of a method line such as "12 of 20 answers favourable". */
export function countsInWords(published: Published): readonly [n: number, count: number, of: number] | null {
  if (published.kind === "hidden") return null;
  if (published.kind === "none") return [0, 0, 0];
  const found = /^(\d+) of (\d+) /.exec(published.method);
  if (found === null) throw new Error(`no counts in "${published.method}"`);
  return [published.n, Number(found[1]), Number(found[2])];
}

/**
 * Every way (at most two of them) in which n people can have whole scores from `low` to `high` with these sums, each as
 * a list in ascending order. One way only: mean and SD give all the scores away, though not whose they are.
 */
export function scoresBehind(
  [n, sum, sumSquares]: Sums,
  { low, high }: { readonly low: number; readonly high: number },
): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const seek = (chosen: readonly number[], left: Sums): void => {
    const [people, rest, squares] = left;
    if (found.length > 1) return;
    if (people === 0) {
      if (rest === 0 && squares === 0) found.push(chosen);
      return;
    }
    // Squares are least when all are alike.
    if (people * squares < rest ** 2 || rest > people * high) return;
    const from = chosen.at(-1) ?? low;
    for (let next = from; next * people <= rest; next++)
      seek([...chosen, next], [people - 1, rest - next, squares - next ** 2]);
  };
  seek([], [n, sum, sumSquares]);
  return found;
}
