import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createScorer } from "../../src/scoring/scorer.ts";
import { dimension, framework, item } from "../fixture.ts";

describe("the place of a figure", () => {
  /** Hundredths of an index point by plain whole-number arithmetic: half of one is rounded away from the worst. */
  const exactly = (raw: number, [worst, best]: readonly [number, number]): bigint => {
    const sign = best < worst ? -1n : 1n;
    const span = sign * (BigInt(best) - BigInt(worst));
    const done = sign * (BigInt(raw) - BigInt(worst));
    const part = done < 0n ? 0n : done > span ? span : done;
    return (2n * 10_000n * part + span) / (2n * span);
  };
  const placeOf = (raw: number, ends: readonly [number, number], decimals: number) => {
    const unit = 10 ** decimals;
    const scale = {
      ...({ kind: "figure", id: "f", title: "", decimals, unit: "", notApplicable: [], dontKnow: [] } as const),
      ...{ worst: ends[0] / unit, best: ends[1] / unit },
    };
    const program = compileProgram(
      framework({
        scales: new Map([["f", scale]]),
        items: [item("F", "d", { scale: "f" })],
        dimensions: [dimension("d", ["F"], { min: 0, max: 100 })],
      }),
    );
    return { place: createScorer(program).score(Float64Array.of(raw)).recoded[0], ends: program.items[0]?.figure };
  };

  it.each([
    // One part of 20,000 is half a hundredth: up from the worst, whichever end is lower.
    [1, [0, 20_000], 1],
    [19_999, [20_000, 0], 1],
    [3, [0, 20_000], 2],
    [19_997, [20_000, 0], 2],
    [-1, [0, 20_000], 0],
    [20_001, [0, 20_000], 10_000],
    // 10000 × 0.29/1.16 in doubles is a hair under 2500.
    [29, [0, 116], 2500],
  ] as const)("%s between %s: %s", (raw, ends, place) => {
    expect(placeOf(raw, ends, 2).place).toBe(place);
  });

  it("is that of whole-number arithmetic, whatever the ends, the decimals and the figure", () => {
    const whole = fc.oneof(
      fc.integer({ min: -1_000, max: 1_000 }),
      fc.integer({ min: -20_000_000, max: 20_000_000 }),
      fc.integer({ min: -(2 ** 46), max: 2 ** 46 }),
    );
    fc.assert(
      fc.property(whole, whole, whole, fc.integer({ min: 0, max: 4 }), (raw, worst, best, decimals) => {
        fc.pre(worst !== best);
        const { place, ends } = placeOf(raw, [worst, best], decimals);
        fc.pre(ends?.worst === worst && ends.best === best);
        expect(BigInt(place ?? -1)).toBe(exactly(raw, [worst, best]));
      }),
      { numRuns: 2000 },
    );
  });

  it("is exact at halves of a hundredth, of wide spans too", () => {
    const half = fc.record({
      at: fc.integer({ min: 0, max: 9_999 }),
      size: fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 2 ** 30, max: 2 ** 31 })),
      from: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      sign: fc.constantFrom(1, -1),
      off: fc.constantFrom(-1, 0, 1),
    });
    fc.assert(
      fc.property(half, ({ at, size, from, sign, off }) => {
        const ends = [from, from + sign * 20_000 * size] as const;
        const raw = from + sign * ((2 * at + 1) * size + off);
        const { place } = placeOf(raw, ends, 0);
        expect(place).toBe(off >= 0 ? at + 1 : at);
        expect(BigInt(place ?? -1)).toBe(exactly(raw, ends));
      }),
    );
  });
});
