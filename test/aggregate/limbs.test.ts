import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIMBS, limbSum, WeightedTerms } from "../../src/aggregate/limbs.ts";

const seeded = { seed: 20261122 };
const weight = fc.integer({ min: 1, max: 10_000_000 });
/** A score in its units: usually small, at most what a figure in the finest units has. */
const score = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -(2 ** 34), max: 2 ** 34 }));
const term = fc.record({ w: weight, x: score, y: score });
type Term = { readonly w: number; readonly x: number; readonly y: number };

function summed(terms: readonly Term[]): Float64Array {
  const cell = new Float64Array(2 * LIMBS);
  const sums = new WeightedTerms();
  for (const { w, x, y } of terms) {
    sums.begin(cell, w);
    sums.once(0, x, y);
    sums.twice(LIMBS, x, y);
  }
  return cell;
}

const exact = (terms: readonly Term[], power: bigint) =>
  terms.reduce((sum, { w, x, y }) => sum + BigInt(w) ** power * BigInt(x) * BigInt(y), 0n);

describe("sums in limbs", () => {
  it("are the sums of whole numbers, negative and huge ones too", () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 40 }), (terms) => {
        const cell = summed(terms);
        expect(limbSum(cell, 0)).toBe(exact(terms, 1n));
        expect(limbSum(cell, LIMBS)).toBe(exact(terms, 2n));
      }),
      { ...seeded, numRuns: 500 },
    );
  });

  it("have the same bits in any order, and added up from parts", () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 30 }), fc.nat(30), (terms, cut) => {
        const whole = summed(terms);
        expect([...summed([...terms].reverse())]).toEqual([...whole]);
        const [first, second] = [summed(terms.slice(0, cut)), summed(terms.slice(cut))];
        expect([...first.map((value, at) => value + (second[at] ?? 0))]).toEqual([...whole]);
      }),
      seeded,
    );
  });

  it.each([
    { w: 1, x: 2 ** 52, y: 1 },
    { w: 1, x: -(2 ** 52), y: 2 ** 52 },
    { w: 1, x: 2 ** 52 - 1, y: -(2 ** 52) + 1 },
    { w: 10_000_000, x: 2 ** 34, y: -(2 ** 34) },
    { w: 10_000_000, x: -1, y: 1 },
    { w: 1, x: 0, y: -3 },
  ])("keep $w · $x · $y", (one) => {
    const cell = summed([one]);
    expect(limbSum(cell, 0)).toBe(exact([one], 1n));
    expect(limbSum(cell, LIMBS)).toBe(exact([one], 2n));
  });

  it("hold five million of the largest, as merging the same cell again and again shows", () => {
    const one = { w: 10_000_000, x: -(2 ** 34), y: 2 ** 34 };
    let cell = summed([one]);
    for (let doubled = 0; doubled < 23; doubled++) cell = cell.map((value) => 2 * value);
    expect(cell.every((value) => Number.isSafeInteger(value))).toBe(true);
    expect(limbSum(cell, LIMBS)).toBe(2n ** 23n * exact([one], 2n));
  });
});
