import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFold } from "../../src/aggregate/fold.ts";
import { merge } from "../../src/aggregate/merge.ts";
import { createPlan } from "../../src/aggregate/plan.ts";
import type { Aggregate, AggregatePlan } from "../../src/aggregate/types.ts";
import { createLedger } from "../../src/response/ledger.ts";
import { MISSING } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createPatternCheck } from "../../src/scoring/quality.ts";
import { createScorer } from "../../src/scoring/scorer.ts";
import { dimension, framework, item } from "../fixture.ts";

const small = framework({
  items: [
    item("A1", "a"),
    item("A2", "a", { reverse: true }),
    item("A3", "a", { weight: 2 }),
    item("B1", "b"),
    item("B2", "b"),
    item("out", undefined),
  ],
  dimensions: [dimension("a", ["A1", "A2", "A3"]), dimension("b", ["B1", "B2"], { optional: true })],
  outcomes: [{ id: "out", item: "out", title: "Outcome", statistic: "mean" }],
});
const program = compileProgram(small);
const plan = createPlan(program, { segments: ["site"], weighted: true });

interface Person {
  readonly site: string;
  readonly answers: readonly number[];
  /** NaN: unknown. */
  readonly seconds?: number;
  readonly weight?: number;
}

function aggregate(people: readonly Person[], layout: AggregatePlan = plan): Aggregate {
  const fold = createFold(program, layout);
  const scorer = createScorer(program);
  const check = createPatternCheck(program);
  const ledger = createLedger();
  const atoms = new Map<string, Float64Array>();
  for (const person of people) {
    const key = JSON.stringify([person.site]);
    const cell = atoms.get(key) ?? new Float64Array(layout.length);
    atoms.set(key, cell);
    const answers = Float64Array.from(person.answers);
    fold(cell, {
      answers,
      scored: scorer.score(answers),
      flags: check(answers, person.seconds),
      weight: person.weight ?? 1,
    });
    ledger.read();
    ledger.score();
  }
  return { plan: layout, atoms, ledger: ledger.done(0) };
}

/** Bits, whatever the order in which atoms were met. */
function bits(one: Aggregate): string {
  return JSON.stringify([[...one.atoms].map(([key, cell]) => [key, [...cell]]).sort(), one.ledger]);
}

const answer = fc.constantFrom(1, 2, 3, 4, 5, MISSING.unanswered, MISSING.notApplicable, MISSING.dontKnow);
const person = fc.record({
  site: fc.constantFrom("north", "south", ""),
  answers: fc.array(answer, { minLength: 6, maxLength: 6 }),
  seconds: fc.constantFrom(Number.NaN, 3, 11, 12, 400),
  weight: fc.integer({ min: 1, max: 10_000_000 }),
});
const people = fc.array(person, { maxLength: 40 });
const seeded = { seed: 20261122 };

describe("the laws of the aggregate", () => {
  it("fold(xs ++ ys) = merge(fold(xs), fold(ys))", () => {
    fc.assert(
      fc.property(people, people, (xs, ys) => {
        expect(bits(merge(aggregate(xs), aggregate(ys)))).toBe(bits(aggregate([...xs, ...ys])));
      }),
      seeded,
    );
  });
  it("merge is commutative and associative", () => {
    fc.assert(
      fc.property(people, people, people, (xs, ys, zs) => {
        const [x, y, z] = [aggregate(xs), aggregate(ys), aggregate(zs)];
        expect(bits(merge(x, y))).toBe(bits(merge(y, x)));
        expect(bits(merge(merge(x, y), z))).toBe(bits(merge(x, merge(y, z))));
      }),
      seeded,
    );
  });
  it("the empty aggregate is neutral", () => {
    fc.assert(
      fc.property(people, (xs) => {
        expect(bits(merge(aggregate(xs), aggregate([])))).toBe(bits(aggregate(xs)));
      }),
      seeded,
    );
  });
  it("the order of people does not matter", () => {
    fc.assert(
      fc.property(people, (xs) => {
        expect(bits(aggregate([...xs].reverse()))).toBe(bits(aggregate(xs)));
      }),
      seeded,
    );
  });
  it("refuses to merge sums of different plans", () => {
    expect(() => merge(aggregate([]), aggregate([], createPlan(program)))).toThrow("different plans");
  });
});

describe("what a cell counts", () => {
  const one = aggregate([
    { site: "", answers: [5, 1, 3, 2, 2, 4] },
    { site: "", answers: [4, MISSING.dontKnow, MISSING.unanswered, 1, MISSING.notApplicable, 2] },
    { site: "", answers: [1, 5, 1, 4, 5, MISSING.unanswered] },
  ]);
  const cell = one.atoms.get('[""]') ?? new Float64Array();
  const at = (place: number) => cell[place];

  it("people, histograms over raw codes, and each kind of missing", () => {
    expect(at(plan.people)).toBe(3);
    const [a1, a2, a3] = plan.items;
    expect([...cell.slice(a1?.histogram, (a1?.histogram ?? 0) + 5)]).toEqual([1, 0, 0, 1, 1]);
    expect([...cell.slice(a2?.missing, (a2?.missing ?? 0) + 4)]).toEqual([0, 0, 1, 0]);
    expect([...cell.slice(a3?.missing, (a3?.missing ?? 0) + 4)]).toEqual([1, 0, 0, 0]);
  });

  it("known times, and those under two seconds an answer", () => {
    const answers = [1, 2, 3, 4, 5, MISSING.notApplicable];
    const timed = aggregate([9.9, 10, Number.NaN].map((seconds) => ({ site: "", answers, seconds })));
    const [counts = new Float64Array()] = timed.atoms.values();
    expect([counts[plan.flags.timed], counts[plan.flags.fast]]).toEqual([2, 1]);
  });

  it("scores in units of 1/L, pairs over those who have both, complete sets", () => {
    const [a] = plan.scores;
    const unit = a?.unitsPerPoint ?? 0;
    // a: (5 + 5 + 2·3)/4 = 4; the second answered 1 of 4; the third (1 + 1 + 2·1)/4 = 1
    expect([at(a?.n ?? -1), at(a?.sum ?? -1), at(a?.sumSquares ?? -1)]).toEqual([2, 5 * unit, 17 * unit * unit]);
    const pair = plan.pairs.find((p) => p.a === 0 && p.b === 1);
    expect(at(pair?.n ?? -1)).toBe(2);
    const complete = plan.listwise.find((set) => set.name === "a");
    expect(complete?.members).toEqual(["A1", "A2", "A3"]);
    expect(at(complete?.n ?? -1)).toBe(2);
    // Σ recoded A1·A2 = 5·5 + 1·1
    expect(at((complete?.products ?? 0) + 1)).toBe(26);
  });

  it("favourable answers over answers, by person", () => {
    const [a] = plan.ratios;
    // F and A of the three people on a: 2 of 3, 1 of 1, 0 of 3
    expect([a?.n, a?.sumF, a?.sumA, a?.sumFF, a?.sumFA, a?.sumAA].map((place) => at(place ?? -1))).toEqual([
      3, 3, 7, 5, 7, 19,
    ]);
  });

  it("leaves optional dimensions out of the set for drivers", () => {
    expect(plan.listwise.at(-1)).toMatchObject({ name: "drivers:out", members: ["a", "out"] });
  });
});

describe("only scores", () => {
  const short = createPlan(program, { only: "scores" });
  it("leaves out what reliability, agreement, drivers and answer patterns need", () => {
    expect([short.listwise, short.thirds, short.flags.variability]).toEqual([[], [], null]);
  });
  it("keeps every other sum as it is", () => {
    const rows = fc.array(person, { minLength: 1, maxLength: 20 });
    const whole = createPlan(program);
    const kept = ({ scores, pairs, ratios, items, people: count }: AggregatePlan) => [
      count,
      ...scores.flatMap((slots) => [slots.n, slots.sum, slots.sumSquares]),
      ...pairs.flatMap((slots) => [slots.n, slots.sumA, slots.sumB, slots.sumAB]),
      ...ratios.flatMap((slots) => [slots.n, slots.sumF, slots.sumA, slots.sumFF, slots.sumFA, slots.sumAA]),
      ...items.flatMap((slots) => slots.codes.map((_, at) => slots.histogram + at)),
    ];
    fc.assert(
      fc.property(rows, (xs) => {
        const one = xs.map((x) => ({ ...x, site: "" }));
        const [all = new Float64Array()] = aggregate(one, whole).atoms.values();
        const [some = new Float64Array()] = aggregate(one, short).atoms.values();
        expect(kept(short).map((place) => some[place])).toEqual(kept(whole).map((place) => all[place]));
      }),
      seeded,
    );
  });
});
