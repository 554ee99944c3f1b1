import type { Cell } from "./types.ts";
import { LIMB, LIMB_BITS } from "./wide.ts";

/** Elements of one exact sum: limbs of 26 bits, the lowest first. Reaches 2^150, enough for w²x² of millions of people. */
export const LIMBS = 5;

/** Largest factor that splits into two limbs of 26 bits. */
const MOST_FACTOR = LIMB ** 2;

/**
 * Adds one respondent's terms to sums of `LIMBS` elements in a cell. Every sum stays exact for 5 million people, in any
 * order. One object serves all respondents, so that a row allocates nothing.
 */
export class WeightedTerms {
  private cell: Cell = new Float64Array();
  private weight = 0;

  /** The cell and the weight that the next terms are for. The weight is an integer. */
  begin(cell: Cell, weight: number): void {
    this.cell = cell;
    this.weight = weight;
  }

  /** Adds w · x · y, all integers. */
  once(place: number, x: number, y = 1): void {
    const wx = this.weight * x;
    if (isFactor(wx) && isFactor(y)) this.product(place, wx, y);
    else this.big(place, BigInt(this.weight) * BigInt(x) * BigInt(y));
  }

  /** Adds w² · x · y, all integers. */
  twice(place: number, x: number, y: number): void {
    const wx = this.weight * x;
    const wy = this.weight * y;
    if (isFactor(wx) && isFactor(wy)) this.product(place, wx, wy);
    else this.big(place, BigInt(this.weight) ** 2n * BigInt(x) * BigInt(y));
  }

  private product(place: number, a: number, b: number): void {
    const whole = a * b;
    // Nearly always: one addition in place of four.
    if (Number.isSafeInteger(whole)) {
      this.add(place, whole);
      return;
    }
    const aLow = mod(a);
    const bLow = mod(b);
    const aHigh = (a - aLow) / LIMB;
    const bHigh = (b - bLow) / LIMB;
    this.add(place, aLow * bLow);
    this.add(place + 1, aHigh * bLow);
    this.add(place + 1, aLow * bHigh);
    this.add(place + 2, aHigh * bHigh);
  }

  /** Spreads an integer of less than 2^53 over two limbs. */
  private add(place: number, addend: number): void {
    const { cell } = this;
    const low = mod(addend);
    cell[place] = (cell[place] as number) + low;
    cell[place + 1] = (cell[place + 1] as number) + (addend - low) / LIMB;
  }

  /** Slow, and needed only for figures in very fine units. */
  private big(place: number, term: bigint): void {
    const { cell } = this;
    let rest = term;
    for (let limb = place; limb < place + LIMBS - 1; limb++) {
      cell[limb] = (cell[limb] as number) + Number(BigInt.asUintN(LIMB_BITS, rest));
      rest >>= BigInt(LIMB_BITS);
    }
    cell[place + LIMBS - 1] = (cell[place + LIMBS - 1] as number) + Number(rest);
  }
}

/** The exact value of a sum. */
export function limbSum(cell: Cell, place: number): bigint {
  let sum = 0n;
  for (let limb = LIMBS - 1; limb >= 0; limb--) sum = sum * BigInt(LIMB) + BigInt(cell[place + limb] ?? 0);
  return sum;
}

function isFactor(value: number): boolean {
  return Math.abs(value) <= MOST_FACTOR;
}

/** 0 to 2^26 − 1, for negative numbers too. */
function mod(value: number): number {
  return value - Math.floor(value / LIMB) * LIMB;
}
