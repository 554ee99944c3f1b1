import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  effectiveAnswers,
  estimateFavourable,
  estimateShare,
  type Ratio,
  wilson,
} from "../../src/statistics/proportion.ts";
import type { Sampling } from "../../src/statistics/sampling.ts";

const sample: Sampling = { unit: "person", headcount: null, level: 0.95 };

/** People as [favourable, answered]. */
function ratio(people: readonly (readonly [number, number])[]): Ratio {
  const sum = (f: (good: number, all: number) => number) => people.reduce((s, [good, all]) => s + f(good, all), 0);
  return {
    n: people.length,
    sumF: sum((f) => f),
    sumA: sum((_, a) => a),
    sumFF: sum((f) => f * f),
    sumFA: sum((f, a) => f * a),
    sumAA: sum((_, a) => a * a),
  };
}

describe("Wilson's interval", () => {
  /** Newcombe 1998, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, Table I, method 3. */
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%d of %d", (...[r, n, low, high]) => {
    const [from, to] = wilson(r / n, n, 0.95);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });

  it("stays within 0 and 1 and holds the share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const p = Math.round(part * n) / n;
        const [low, high] = wilson(p, n, 0.95);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(p + 1e-12);
        expect(high).toBeGreaterThanOrEqual(p - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});

describe("the effective number of answers", () => {
  it("is the people when everyone answers all their items alike", () => {
    // p = ½, F = 5 or 0 of 5: Var = n/(n − 1) · Σ(2.5)²/(5n)² = 0.25/(n − 1)
    expect(
      effectiveAnswers(
        ratio([
          [5, 5],
          [0, 5],
          [5, 5],
          [0, 5],
          [5, 5],
          [0, 5],
        ]),
      ),
    ).toBeCloseTo(5, 12);
  });

  it("is never more than the answers, not even when people vary less than coins do", () => {
    expect(
      effectiveAnswers(
        ratio([
          [2, 4],
          [2, 4],
          [2, 4],
        ]),
      ),
    ).toBe(12);
  });

  it("is the people where all or no answers are favourable", () => {
    expect(
      effectiveAnswers(
        ratio([
          [4, 4],
          [3, 3],
          [4, 4],
        ]),
      ),
    ).toBe(3);
    expect(
      effectiveAnswers(
        ratio([
          [0, 4],
          [0, 3],
          [0, 4],
        ]),
      ),
    ).toBe(3);
  });

  it("agrees with the definition over people", () => {
    const person = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 30 }), (raw) => {
        const people = raw.map(([f, a]) => [Math.min(f, a), a] as const);
        const sums = ratio(people);
        const p = sums.sumF / sums.sumA;
        fc.pre(p > 0 && p < 1);
        const squares = people.reduce((s, [f, a]) => s + (f - p * a) ** 2, 0);
        fc.pre(squares > 1e-9);
        const variance = ((people.length / (people.length - 1)) * squares) / sums.sumA ** 2;
        expect(effectiveAnswers(sums)).toBeCloseTo(Math.min(sums.sumA, (p * (1 - p)) / variance), 8);
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });
});

describe("a favourable share", () => {
  const people = ratio([
    [5, 5],
    [0, 5],
    [3, 4],
    [1, 5],
    [4, 5],
    [2, 3],
    [5, 5],
    [0, 2],
    [2, 5],
    [4, 4],
    [1, 1],
  ]);

  it("prints how many answers it rests on, and n is people", () => {
    const share = estimateFavourable(people, sample);
    expect(share).toMatchObject({ kind: "estimate", n: 11, value: people.sumF / people.sumA, unit: "share 0–1" });
    if (share.kind !== "estimate") throw new Error(share.reason);
    expect(share.method).toMatch(/^27 of 44 answers favourable; Wilson interval at \d+\.\d effective answers/);
  });

  it("with a headcount, effective n becomes n′/(1 − n/N)", () => {
    const share = estimateFavourable(people, { ...sample, headcount: 22 });
    if (share.kind !== "estimate") throw new Error(share.reason);
    const [low, high] = wilson(people.sumF / people.sumA, effectiveAnswers(people) * 2, 0.95);
    expect([share.interval?.low, share.interval?.high]).toEqual([low, high]);
  });

  it.each([
    ["a census", { ...sample, headcount: 11 }, "everyone answered, so there is no sampling error"],
    ["an assessment", { ...sample, unit: "consensus" }, "each row is one assessment"],
  ] as const)("no interval for %s", (_, sampling, noInterval) => {
    expect(estimateFavourable(people, sampling)).toMatchObject({ interval: null, noInterval });
  });

  it("of nobody is no number", () => {
    expect(estimateFavourable(ratio([]), sample)).toMatchObject({ kind: "none", n: 0 });
  });
});

describe("a share of people", () => {
  it("is Wilson's at n, or at n/(1 − n/N) with a headcount", () => {
    const what = "people chose it";
    const plain = estimateShare({ count: 15, n: 148, what }, sample);
    const counted = estimateShare({ count: 15, n: 148, what }, { ...sample, headcount: 296 });
    if (plain.kind !== "estimate" || counted.kind !== "estimate") throw new Error("no estimate");
    expect(plain.interval?.low).toBeCloseTo(0.0624, 4);
    expect(plain.method).toBe("15 of 148 people chose it; Wilson interval");
    expect(counted.interval?.low).toBe(wilson(15 / 148, 296, 0.95)[0]);
  });
});
