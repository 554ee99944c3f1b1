import type { Cell } from "./types.ts";

/** Bits of a limb: what 5 million people add to one element of a cell stays exact. */
export const LIMB_BITS = 26;
export const LIMB = 2 ** LIMB_BITS;

/**
 * Adds an integer to a wide sum of two elements: [place] the low limb of every addend, summed, and [place + 1] the rest.
 * Both stay exact for 5 million people, in any order.
 */
export function addWide(cell: Cell, place: number, addend: number | bigint): void {
  const high = typeof addend === "bigint" ? Number(addend >> BigInt(LIMB_BITS)) : Math.floor(addend / LIMB);
  const low = typeof addend === "bigint" ? Number(BigInt.asUintN(LIMB_BITS, addend)) : addend - high * LIMB;
  cell[place] = (cell[place] as number) + low;
  cell[place + 1] = (cell[place + 1] as number) + high;
}

/** x · y for a wide sum, exact where a double would round: figures in very fine units. */
export function exactProduct(x: number, y: number): number | bigint {
  const product = x * y;
  return Number.isSafeInteger(product) ? product : BigInt(x) * BigInt(y);
}

/** The exact value of a sum, wide or not. */
export function exactSum(cell: Cell, place: number, wide: boolean): bigint {
  const low = BigInt(cell[place] ?? 0);
  return wide ? BigInt(cell[place + 1] ?? 0) * BigInt(LIMB) + low : low;
}
