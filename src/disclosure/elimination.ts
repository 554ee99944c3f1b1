/**
 * Whether published sums, added and subtracted in any way, give the sums of a set that nobody published.
 *
 * A set of blocks of people can be had exactly if its indicator is a rational combination of the published rows'
 * indicators: if it is orthogonal to every vector of their null space, so that over the set each of these adds up to 0.
 * Integers throughout; a number that leaves the exact range, or too much work, counts as "cannot be ruled out".
 */

/** What may still be spent; below 0 nothing more is decided. */
export interface Work {
  left: number;
}

/**
 * A vector of the null space. It has one free block of its own, and the others are pivots: a set holds the free block
 * exactly if the weights of its pivots add up to `scale`, and does not if they add up to 0. Any other sum: no such set.
 */
export interface Balance {
  readonly free: number;
  readonly scale: number;
  /** Pivots by place, with their weights. */
  readonly pivots: readonly number[];
  readonly weights: readonly number[];
}

/** A basis of the null space of the published rows. The pivots that are in a set decide which other blocks are. */
export interface NullSpace {
  /** Blocks. */
  readonly pivots: readonly number[];
  readonly balances: readonly Balance[];
  /** Per pivot: the balances that it is part of, and with which weight. */
  readonly partOf: readonly { readonly balances: readonly number[]; readonly weights: readonly number[] }[];
}

/** Largest product of two exact integers that can be added to another such. */
const EXACT = 2 ** 52;

/**
 * Null-space basis by fraction-free Gauss–Jordan elimination; null when it cannot be had exactly or takes too much work.
 * `rows`: blocks of each published row. `order`: every block once; the first are made pivots: with the largest first,
 * a small set has few of them.
 */
export function nullSpaceOf(
  rows: readonly (readonly number[])[],
  order: readonly number[],
  work: Work,
): NullSpace | null {
  const place = new Map(order.map((block, at) => [block, at]));
  const matrix = rows.map((row) => {
    const line = new Float64Array(order.length);
    for (const block of row) line[place.get(block) ?? 0] = 1;
    return line;
  });
  const reduced = reduce(matrix, order.length, work);
  if (reduced === null) return null;
  const places = new Set(reduced.map(({ at }) => at));
  const terms = order.map((): number[] => []);
  for (const [pivot, { line }] of reduced.entries())
    for (const at of filled(line)) if (!places.has(at)) terms[at]?.push(pivot);
  work.left -= reduced.length * order.length;
  const balances: Balance[] = [];
  for (const [at, block] of order.entries()) {
    if (places.has(at)) continue;
    const balance = balanceAt({ at, free: block, pivots: terms[at] ?? [] }, reduced);
    if (balance === null) return null;
    balances.push(balance);
  }
  const pivots = reduced.map(({ at }) => order[at] ?? 0);
  return work.left < 0 ? null : { pivots, balances, partOf: partsOf(balances, pivots.length) };
}

function balanceAt(
  { at, free, pivots }: { readonly at: number; readonly free: number; readonly pivots: readonly number[] },
  reduced: readonly Pivot[],
): Balance | null {
  const leads = pivots.map((pivot) => leadOf(reduced[pivot]));
  const scale = leads.reduce((common, lead) => leastCommonMultiple(common, Math.abs(lead)), 1);
  const weights = pivots.map((pivot, term) => ((reduced[pivot]?.line[at] ?? 0) * scale) / (leads[term] ?? 1));
  return [scale, ...weights].every((weight) => Number.isSafeInteger(weight)) ? { free, scale, pivots, weights } : null;
}

/** Places that are not 0. */
function filled(line: Float64Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < line.length; at++) if (line[at] !== 0) places.push(at);
  return places;
}

function leadOf(pivot: Pivot | undefined): number {
  return pivot?.line[pivot.at] ?? 1;
}

interface Pivot {
  readonly line: Float64Array;
  readonly at: number;
}

/** Reduced echelon form in place; null when a number grows too large or the work runs out. */
function reduce(matrix: Float64Array[], width: number, work: Work): readonly Pivot[] | null {
  const open = new Set(matrix);
  const pivots: Pivot[] = [];
  for (let at = 0; at < width && open.size > 0; at++) {
    const line = [...open].find((candidate) => candidate[at] !== 0);
    work.left -= open.size;
    if (line === undefined) continue;
    open.delete(line);
    const places = filled(line);
    work.left -= width;
    for (const other of matrix) {
      if (other === line || other[at] === 0) continue;
      work.left -= places.length;
      if (work.left < 0 || !clear(other, { line, places }, at)) return null;
    }
    pivots.push({ line, at });
  }
  return pivots;
}

/** Takes as much of `line` from `other` as makes it 0 at `at`; false when that leaves the exact range. */
function clear(
  other: Float64Array,
  { line, places }: { readonly line: Float64Array; readonly places: readonly number[] },
  at: number,
): boolean {
  const [pivot, value] = [line[at] ?? 1, other[at] ?? 0];
  const common = greatestCommonDivisor(Math.abs(pivot), Math.abs(value)) * Math.sign(pivot);
  const [keep, take] = [pivot / common, value / common];
  if (keep !== 1 && !stretch(other, keep)) return false;
  for (const place of places) {
    const taken = (line[place] as number) * take;
    const rest = (other[place] as number) - taken;
    if (Math.abs(taken) > EXACT || Math.abs(rest) > EXACT) return false;
    other[place] = rest;
  }
  if (keep !== 1) shorten(other);
  return true;
}

/** Times a whole number; false when that leaves the exact range. */
function stretch(line: Float64Array, factor: number): boolean {
  for (let at = 0; at < line.length; at++) {
    const value = (line[at] as number) * factor;
    if (Math.abs(value) > EXACT) return false;
    line[at] = value;
  }
  return true;
}

/** Without what divides all of it. */
function shorten(line: Float64Array): void {
  let divisor = 0;
  for (const value of line) {
    if (value !== 0) divisor = greatestCommonDivisor(divisor, Math.abs(value));
    if (divisor === 1) return;
  }
  if (divisor > 1) for (let at = 0; at < line.length; at++) line[at] = (line[at] as number) / divisor;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small !== 0) [large, small] = [small, large % small];
  return large;
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function partsOf(balances: readonly Balance[], pivots: number): NullSpace["partOf"] {
  const parts = Array.from({ length: pivots }, (): { balances: number[]; weights: number[] } => {
    return { balances: [], weights: [] };
  });
  for (const [at, balance] of balances.entries())
    for (const [term, pivot] of balance.pivots.entries()) {
      parts[pivot]?.balances.push(at);
      parts[pivot]?.weights.push(balance.weights[term] ?? 0);
    }
  return parts;
}
