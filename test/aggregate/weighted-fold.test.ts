import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFold } from "../../src/aggregate/fold.ts";
import { LIMBS, limbSum } from "../../src/aggregate/limbs.ts";
import { createPlan } from "../../src/aggregate/plan.ts";
import type { WeightedSlots } from "../../src/aggregate/types.ts";
import { MISSING } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createPatternCheck } from "../../src/scoring/quality.ts";
import { createScorer, NO_SCORE } from "../../src/scoring/scorer.ts";
import { dimension, framework, item } from "../fixture.ts";

const program = compileProgram(
  framework({
    items: [
      item("A1", "a"),
      item("A2", "a", { reverse: true }),
      item("B1", "b"),
      item("B2", "b"),
      item("spare", undefined),
      item("out", undefined),
      item("last", undefined),
    ],
    dimensions: [dimension("a", ["A1", "A2"]), dimension("b", ["B1", "B2"])],
    outcomes: [
      { id: "out", item: "out", title: "Outcome", statistic: "mean" },
      { id: "last", item: "last", title: "Last", statistic: "mean" },
    ],
  }),
);
const plan = createPlan(program, { weighted: true });
const weighted = plan.weighted as WeightedSlots;

const answer = fc.constantFrom(1, 2, 3, 4, 5, MISSING.unanswered, MISSING.notApplicable, MISSING.dontKnow);
const person = fc.record({
  weight: fc.integer({ min: 1, max: 10_000_000 }),
  answers: fc.array(answer, { minLength: 7, maxLength: 7 }),
});
type Person = { readonly weight: number; readonly answers: readonly number[] };

/** What is known of a person, as plainly as can be. */
function facts({ weight, answers }: Person) {
  const scored = createScorer(program).score(Float64Array.from(answers));
  const outcomes = program.outcomes.map(({ item: at }) => answers[at] ?? NO_SCORE);
  const values = [...scored.scores, ...outcomes.map((raw) => (raw >= 1 ? raw : NO_SCORE))];
  return { w: weight, answers, values, all: [...scored.answered], good: [...scored.favourable] };
}
type Facts = ReturnType<typeof facts>;

/** Σ over everyone of a product of factors; null: this person is not of them. */
function total(people: readonly Facts[], factors: (one: Facts) => readonly number[] | null): bigint {
  return people.reduce((sum, one) => sum + (factors(one)?.reduce((x, y) => x * BigInt(y), 1n) ?? 0n), 0n);
}

/** Every weighted sum of the plan by its place, worked out from its definition. */
function expected(people: readonly Facts[]): ReadonlyMap<number, bigint> {
  const sums = new Map<number, bigint>();
  const put = (place: number, factors: (one: Facts) => readonly number[] | null) =>
    sums.set(place, total(people, factors));
  put(weighted.people.w, ({ w }) => [w]);
  put(weighted.people.ww, ({ w }) => [w, w]);
  for (const [s, slots] of weighted.scores.entries()) {
    const put1 = (place: number, factors: (w: number, x: number) => readonly number[]) =>
      put(place, ({ w, values: { [s]: x = NO_SCORE } }) => (x === NO_SCORE ? null : factors(w, x)));
    put1(slots.w, (w) => [w]);
    put1(slots.ww, (w) => [w, w]);
    put1(slots.wx, (w, x) => [w, x]);
    put1(slots.wxx, (w, x) => [w, x, x]);
    put1(slots.wwx, (w, x) => [w, w, x]);
    put1(slots.wwxx, (w, x) => [w, w, x, x]);
  }
  for (const [p, slots] of weighted.pairs.entries()) {
    const { a: first, b: second } = plan.pairs[p] ?? { a: -1, b: -1 };
    const put2 = (place: number, factors: (a: number, b: number) => readonly number[]) =>
      put(place, ({ w, values: { [first]: a = NO_SCORE, [second]: b = NO_SCORE } }) =>
        a === NO_SCORE || b === NO_SCORE ? null : [w, w, ...factors(a, b)],
      );
    put2(slots.ww, () => []);
    put2(slots.wwa, (a) => [a]);
    put2(slots.wwb, (_, b) => [b]);
    put2(slots.wwab, (a, b) => [a, b]);
  }
  for (const [d, slots] of weighted.ratios.entries()) {
    put(slots.wf, ({ w, good }) => [w, good[d] ?? 0]);
    put(slots.wa, ({ w, all }) => [w, all[d] ?? 0]);
    put(slots.wwff, ({ w, good }) => [w, w, good[d] ?? 0, good[d] ?? 0]);
    put(slots.wwfa, ({ w, good, all }) => [w, w, good[d] ?? 0, all[d] ?? 0]);
    put(slots.wwaa, ({ w, all }) => [w, w, all[d] ?? 0, all[d] ?? 0]);
  }
  for (const [i, first] of weighted.items.entries()) {
    if (first === null) continue;
    for (const [at, code] of (plan.items[i]?.codes ?? []).entries()) {
      put(first + 2 * at * LIMBS, ({ w, answers }) => (answers[i] === code ? [w] : null));
      put(first + (2 * at + 1) * LIMBS, ({ w, answers }) => (answers[i] === code ? [w, w] : null));
    }
  }
  return sums;
}

describe("the weighted twins", () => {
  it("are the sums of their definition, each and exactly", () => {
    const fold = createFold(program, plan);
    const scorer = createScorer(program);
    const check = createPatternCheck(program);
    fc.assert(
      fc.property(fc.array(person, { maxLength: 20 }), (people) => {
        const cell = new Float64Array(plan.length);
        for (const { answers: raw, weight } of people) {
          const answers = Float64Array.from(raw);
          fold(cell, { answers, scored: scorer.score(answers), flags: check(answers), weight });
        }
        const sums = expected(people.map(facts));
        expect([...sums.keys()].map((place) => limbSum(cell, place))).toEqual([...sums.values()]);
      }),
      { seed: 20261122 },
    );
  });

  it("of items stand only where an outcome rests on one", () => {
    expect(weighted.items.map((first) => first !== null)).toEqual([false, false, false, false, false, true, true]);
  });
});
