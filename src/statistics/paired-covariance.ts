/**
 * Covariance matrix of the means of several dimensions before and after, each over its own complete pairs of answers.
 *
 * Formula: V_ab = s_ab n_ab/(nₐ n_b), nₐ the complete pairs of a's dimension, s_ab with n_ab − 1 over the n_ab people who are
 *   complete pairs of both dimensions; the two waves of one dimension over its own pairs.
 * Unit: products of the dimensions' points. Missing rule: pairwise; a pair with n_ab < 2 cannot be had. Pairwise covariances
 *   need not fit together: if V is not positive semi-definite its negative eigenvalues become 0.
 * Source: as covariance.ts, with each wave of a dimension as a variable of its own; Higham 1988 for the nearest matrix.
 * Oracle: its definition in floating point on the rows of the reference survey (test/statistics/paired-composite.test.ts).
 */
import type { PairedAggregate, PairedDimensionSlots, PairedPairSlots } from "../aggregate/paired.ts";
import type { Cell } from "../aggregate/types.ts";
import { exactSum } from "../aggregate/wide.ts";
import { isPositiveSemiDefinite, type Matrix } from "../numeric/symmetric.ts";
import { at } from "./moments.ts";

/** Two dimensions, by position, that too few people have in both waves. */
export interface TooFewInBoth {
  readonly kind: "too few";
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

export interface WavesCovariance {
  readonly kind: "covariance";
  /** All means before, in the order of the inputs, then all after. */
  readonly matrix: Matrix;
  /** Negative eigenvalues were set to 0. */
  readonly clipped: boolean;
}

/** V of the 2k means of these dimensions (positions in the plan), each of two pairs or more. */
export async function covarianceOfWaves(
  { plan, cell }: PairedAggregate,
  inputs: readonly number[],
): Promise<WavesCovariance | TooFewInBoth> {
  const k = inputs.length;
  const found = inputs.map((a) => inputs.map((b) => blockOf({ plan, cell }, a, b)));
  for (const block of found.flat()) if (block.kind === "too few") return block;
  const blocks = found.map((row) => row.map((block) => (block.kind === "block" ? block.entries : [])));
  const waves = Array.from({ length: 2 * k }, (_, place) => ({ input: place % k, wave: Math.floor(place / k) }));
  const matrix = waves.map((a) => waves.map((b) => blocks[a.input]?.[b.input]?.[a.wave]?.[b.wave] ?? 0));
  if (isPositiveSemiDefinite(matrix)) return { kind: "covariance", matrix, clipped: false };
  const { nearestPositiveSemiDefinite } = await import("../numeric/matrix.ts");
  return { kind: "covariance", matrix: nearestPositiveSemiDefinite(matrix), clipped: true };
}

/** Covariances of a's means (rows: before, after) with b's (columns). */
interface Block {
  readonly kind: "block";
  readonly entries: readonly (readonly number[])[];
}

function blockOf({ plan, cell }: Pick<PairedAggregate, "plan" | "cell">, a: number, b: number): Block | TooFewInBoth {
  const [own, other] = [plan.dimensions[a], plan.dimensions[b]];
  const slots = plan.pairs.find((pair) => pair.a === Math.min(a, b) && pair.b === Math.max(a, b));
  if (own === undefined || other === undefined || (a !== b && slots === undefined))
    return { kind: "too few", a, b, n: 0 };
  const sums = slots === undefined ? ownSums(cell, own) : a < b ? pairSums(cell, slots) : turned(pairSums(cell, slots));
  if (sums.n < 2) return { kind: "too few", a, b, n: sums.n };
  const people = BigInt(sums.n);
  const scale = at(cell, own.n) * at(cell, other.n) * (sums.n - 1) * own.unitsPerPoint * other.unitsPerPoint;
  const entries = sums.products.map((row, i) =>
    row.map((product, j) => Number(people * product - (sums.a[i] ?? 0n) * (sums.b[j] ?? 0n)) / scale),
  );
  return { kind: "block", entries };
}

/** Exact sums of two dimensions, before and after, over the people who are complete pairs of both. */
interface Sums {
  readonly n: number;
  readonly a: readonly bigint[];
  readonly b: readonly bigint[];
  readonly products: readonly (readonly bigint[])[];
}

/** Σab = (Σa² + Σb² − Σd²)/2, since d = b − a. */
function ownSums(cell: Cell, slots: PairedDimensionSlots): Sums {
  const square = (place: number) => exactSum(cell, place, slots.wide);
  const [before, after] = [square(slots.squaresBefore), square(slots.squaresAfter)];
  const product = (before + after - square(slots.sumSquares)) / 2n;
  const sums = [BigInt(at(cell, slots.sumBefore)), BigInt(at(cell, slots.sumAfter))];
  const products = [
    [before, product],
    [product, after],
  ];
  return { n: at(cell, slots.n), a: sums, b: sums, products };
}

function pairSums(cell: Cell, slots: PairedPairSlots): Sums {
  const sum = (i: number) => BigInt(at(cell, slots.sums + i));
  const product = (i: number) => exactSum(cell, slots.products + i * (slots.wide ? 2 : 1), slots.wide);
  const products = [
    [product(0), product(1)],
    [product(2), product(3)],
  ];
  return { n: at(cell, slots.n), a: [sum(0), sum(1)], b: [sum(2), sum(3)], products };
}

/** The same with a and b in each other's place. */
function turned({ n, a, b, products }: Sums): Sums {
  return { n, a: b, b: a, products: [0, 1].map((j) => products.map((row) => row[j] ?? 0n)) };
}
