import { PART_ROWS } from "./plain-part.ts";

/**
 * Two columns of small integers from 0 up in one: a row of `low` holds a + b · LANE, a row of `high` a + b · LANE². A low one times a
 * high one is ac + bc · LANE + ad · LANE² + bd · LANE³: four products for one multiplication, and exact in a double as long as no sum
 * over the rows reaches LANE. Where a column stands alone, b is 0, and a may be any integer.
 */
export interface GramColumn {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Numbers of its one or two columns in the triangle of products. */
  readonly members: readonly number[];
}

export const LANE = 2 ** 13;
/** Integers from 0 to this may be two in one. */
export const LARGEST_IN_LANE = Math.floor(Math.sqrt((LANE - 1) / PART_ROWS));

/** Sums of columns, and the upper triangle, by rows, of their products with one another. */
export interface Gram {
  readonly sums: Float64Array;
  readonly products: Float64Array;
  run(rows: number): void;
}

/** k: members of all columns together. The columns are filled before each run. */
export function createGram(columns: readonly GramColumn[], k: number): Gram {
  const sums = new Float64Array(k);
  const products = new Float64Array((k * (k + 1)) / 2);
  const out = new Float64Array(3);
  const lanes = new Float64Array(4);
  const note = (low: GramColumn, high: GramColumn, sum: number): void => {
    takeApart(lanes, sum, low.members.length + high.members.length > 2);
    for (let b = 0; b < high.members.length; b++)
      for (let a = 0; a < low.members.length; a++)
        products[placeOf(low.members[a] as number, high.members[b] as number, k)] = lanes[a + 2 * b] as number;
  };
  const steps = columns.flatMap((low, at) => {
    const others = columns.slice(at);
    return others.flatMap((_, first) => (first % 3 === 0 ? [{ low, highs: others.slice(first, first + 3) }] : []));
  });
  return {
    sums,
    products,
    run(rows) {
      for (const { low, members } of columns) {
        takeApart(lanes, sumOf(low, rows), members.length > 1);
        for (let a = 0; a < members.length; a++) sums[members[a] as number] = lanes[a] as number;
      }
      for (const { low, highs } of steps) {
        multiply(out, { low: low.low, highs }, rows);
        for (let at = 0; at < highs.length; at++) note(low, highs[at] as GramColumn, out[at] as number);
      }
    },
  };
}

/** Where the product of columns i and j stands in a triangle by rows. */
function placeOf(i: number, j: number, k: number): number {
  const row = Math.min(i, j);
  return row * k - (row * (row - 1)) / 2 + Math.max(i, j) - row;
}

/** Up to four sums out of one. */
function takeApart(lanes: Float64Array, sum: number, isPacked: boolean): void {
  let rest = sum;
  for (let lane = 0; lane < 3 && isPacked; lane++) {
    const above = Math.floor(rest / LANE);
    lanes[lane] = rest - above * LANE;
    rest = above;
  }
  lanes[isPacked ? 3 : 0] = rest;
}

function sumOf(column: Float64Array, rows: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += column[row] as number;
  return sum;
}

interface Factors {
  readonly low: Float64Array;
  /** Up to three. */
  readonly highs: readonly GramColumn[];
}

/** One column times up to three others: what fits into registers. */
function multiply(out: Float64Array, { low, highs: [first, second, third] }: Factors, rows: number): void {
  if (first === undefined) return;
  if (second === undefined) multiplyOne(out, { low, a: first.high }, rows);
  else multiplyThree(out, { low, a: first.high, b: second.high, c: (third ?? second).high }, rows);
}

function multiplyOne(
  out: Float64Array,
  { low, a }: { readonly low: Float64Array; readonly a: Float64Array },
  rows: number,
): void {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += (low[row] as number) * (a[row] as number);
  out[0] = sum;
}

interface Three {
  readonly low: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
}

function multiplyThree(out: Float64Array, { low, a, b, c }: Three, rows: number): void {
  let sumA = 0;
  let sumB = 0;
  let sumC = 0;
  for (let row = 0; row < rows; row++) {
    const factor = low[row] as number;
    sumA += factor * (a[row] as number);
    sumB += factor * (b[row] as number);
    sumC += factor * (c[row] as number);
  }
  out[0] = sumA;
  out[1] = sumB;
  out[2] = sumC;
}
