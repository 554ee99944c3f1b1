import { type Sums, scoresBehind, sumsBehind } from "./lattice.ts";
import type { Printed, Publication } from "./lattice-published.ts";

/** What the rules do not protect, counted: means and SDs of under ten people, and tables of questions that few left out. */
export interface Limits {
  /** Printed cells of under ten people with mean and SD of a dimension of two questions. */
  readonly cells: number;
  /** Of these: one way only in which the scores can lie, whosesoever they are. */
  readonly oneWay: number;
  /** Of these: all but one alike. */
  readonly allButOne: number;
  /** Tables of both questions of a dimension, beside its mean. */
  readonly tables: number;
  /** Of these: the answers of fewer than the minimum, who answered one of the two only, come back as a sum. */
  readonly skippers: number;
}

/** Dimension → its two questions, whether the second is reversed. */
const TWO = [
  ["words", "W1", "W2", true],
  ["strain", "S1", "S2", false],
] as const;

export function limitsOf({ printed, released }: Publication): Limits {
  const sums = TWO.flatMap(([id]) => printed.flatMap((one) => sumsOf(one, id) ?? [])).filter(([n]) => n > 0 && n < 10);
  const ways = sums.map((one) => scoresBehind(one, { low: 2, high: 10 })).filter(({ length }) => length === 1);
  const tables = printed.flatMap((one) => TWO.flatMap((two) => skippersOf(one, two) ?? []));
  return {
    cells: sums.length,
    oneWay: ways.length,
    allButOne: ways.filter(([scores = []]) => isAllButOne(scores)).length,
    tables: tables.length,
    skippers: tables.filter(({ first, second }) => {
      const few = (n: number) => n > 0 && n < released.minGroup;
      return (few(first) && second === 0) || (few(second) && first === 0);
    }).length,
  };
}

/** In an array of its own, as what comes of each cell is put into one list. */
function sumsOf({ cell }: Printed, id: string): readonly [Sums] | null {
  const found = cell.dimensions.find((one) => one.id === id);
  const sums = found === undefined ? null : sumsBehind(found.mean, found.sd, 2);
  return sums === null ? null : [sums];
}

/**
 * People who answered one of two questions only: twice the sum of scores, which counts them double, less the sums of both
 * questions is what they answered.
 */
function skippersOf(
  one: Printed,
  [id, first, second, isReversed]: (typeof TWO)[number],
): readonly [{ readonly first: number; readonly second: number; readonly sum: number }] | null {
  const [sums] = sumsOf(one, id) ?? [];
  const [a, b] = [first, second].map((item) => tableOf(one, item));
  if (sums === undefined || a == null || b == null) return null;
  const other = isReversed ? 6 * b.n - b.sum : b.sum;
  return [{ first: sums[0] - b.n, second: sums[0] - a.n, sum: sums[1] - a.sum - other }];
}

function tableOf({ items }: Printed, item: string): { readonly n: number; readonly sum: number } | null {
  const histogram = items?.find(({ id }) => id === item)?.histogram;
  if (histogram === undefined || "kind" in histogram) return null;
  return {
    n: histogram.reduce((n, { count }) => n + count, 0),
    sum: histogram.reduce((sum, { code, count }) => sum + code * count, 0),
  };
}

function isAllButOne(scores: readonly number[]): boolean {
  return scores.length > 1 && (scores[0] === scores.at(-2) || scores[1] === scores.at(-1));
}
