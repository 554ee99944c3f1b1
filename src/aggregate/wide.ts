import type { Cell } from "./types.ts";

/** A wide sum takes two elements: [place] the low 26 bits of every addend, summed, and [place + 1] the rest. */
const LIMB = 2 ** 26;

/** Adds an integer to a wide sum. Both elements stay exact for 5 million people, in any order. */
export function addWide(cell: Cell, place: number, addend: number): void {
  const high = Math.floor(addend / LIMB);
  cell[place] = (cell[place] as number) + addend - high * LIMB;
  cell[place + 1] = (cell[place + 1] as number) + high;
}

/** The exact value of a sum, wide or not. */
export function exactSum(cell: Cell, place: number, wide: boolean): bigint {
  const low = BigInt(cell[place] ?? 0);
  return wide ? BigInt(cell[place + 1] ?? 0) * BigInt(LIMB) + low : low;
}
