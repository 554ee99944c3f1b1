import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/audit/types.ts";
import { type Diagnosis, diagnose } from "../../src/diagnosis/diagnose.ts";
import type { DiagnosisOptions } from "../../src/diagnosis/options.ts";
import { makePlan } from "../../src/diagnosis/plan.ts";
import type { Strategy } from "../../src/framework/types.ts";
import { answered, audience, chosen, framework, type Measured, overall, profile, strategy, survey } from "./fixture.ts";

const FACETS = ["openness", "care", "fairness", "voice"];
const SEED = { seed: 20261122, numRuns: 300 };

const facets = (most: number) =>
  fc
    .uniqueArray(fc.constantFrom(...FACETS), { minLength: 1, maxLength: 3 })
    .chain((names) =>
      fc
        .array(fc.integer({ min: 1, max: most }), { minLength: names.length, maxLength: names.length })
        .map((numbers) => names.map((name, i) => [name, numbers[i] ?? 1] as const)),
    );

const dimension = fc.record({
  index: fc.integer({ min: 20, max: 90 }),
  probability: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  weight: fc.integer({ min: 1, max: 5 }),
  shares: facets(5),
});

const dimensions = fc.array(dimension, { minLength: 1, maxLength: 6 }).map((list) =>
  list.map(({ index, probability, weight, shares }, i): Measured => {
    const sum = shares.reduce((total, [, part]) => total + part, 0);
    return {
      id: `d${i}`,
      index,
      probability,
      weight,
      facets: Object.fromEntries(shares.map(([name, part]) => [name, part / sum])),
    };
  }),
);

const AUDIENCES = ["employees", "customers"];

const loose = fc.record({
  facets: facets(20),
  effort: fc.constantFrom(1, 1.5, 2, 3, 4),
  needs: fc.option(fc.nat({ max: 20 }), { freq: 3 }),
  audiences: fc.subarray(AUDIENCES),
  breaches: fc.subarray(["competence", "integrity"]),
  sectors: fc.subarray(["p0"]),
});

/** A prerequisite always has a smaller number, so there is no circle. */
const catalogue = fc.array(loose, { minLength: 1, maxLength: 10 }).map((list) =>
  list.map(({ facets, needs, ...rest }, i) =>
    strategy(`s${i}`, Object.fromEntries(facets.map(([name, part]) => [name, part / 20])), {
      ...rest,
      prerequisites: needs === null || i === 0 ? [] : [`s${needs % i}`],
    }),
  ),
);

const factor = (least: number, most: number) => fc.integer({ min: least, max: most }).map((percent) => percent / 100);

/** Of the strategies by number; the copies that a property makes of one fit as it does. */
const profiles = fc
  .array(
    fc.record({
      needs: fc.dictionary(fc.constantFrom(...FACETS), factor(80, 150)),
      fits: fc.array(factor(70, 130), { minLength: 10, maxLength: 10 }),
    }),
    { maxLength: 2 },
  )
  .map((list) => list.map(({ needs, fits }, at) => ({ id: `p${at}`, needs, fits })));

const surveys = fc.record({
  measured: fc.array(dimensions, { minLength: 1, maxLength: 2 }),
  strategies: catalogue,
  profiles,
  breach: fc.option(fc.constantFrom("competence", "integrity")),
});
type Survey = typeof surveys extends fc.Arbitrary<infer T> ? T : never;

const budget = fc.option(fc.integer({ min: 1, max: 12 }));

function optionsOf(given: Survey, strategies: readonly Strategy[], effort: number | null): DiagnosisOptions {
  const [first = []] = given.measured;
  const named = given.profiles.map(({ id, needs, fits }) => {
    const known = strategies.map((one) => [one.id, fits[Number(one.title.replace(/\D/g, ""))] ?? 1] as const);
    return chosen(profile(id, { needs: new Map(Object.entries(needs)), strategies: new Map(known) }));
  });
  const options = survey(first, {
    ...{ strategies, effort, profiles: named },
    context: given.breach === null ? [] : [answered("breaches", given.breach)],
  });
  if (given.measured.length === 1) return options;
  const audiences = given.measured.map((measured, at) =>
    audience(AUDIENCES[at] ?? "", framework({ dimensions: measured }), overall(measured)),
  );
  return { ...options, audiences };
}

function planFor(given: Survey, effort: number | null = null, strategies = given.strategies): Plan {
  return makePlan({ ...optionsOf(given, strategies, effort), findings: [] });
}

function ids({ steps }: Plan): readonly string[] {
  return steps.map((step) => step.strategy);
}

describe("the plan makes sense", () => {
  it("scaling all gaps alike keeps the order", () => {
    fc.assert(
      fc.property(surveys, fc.integer({ min: 5, max: 99 }), (given, percent) => {
        const scaled = given.measured.map((list) =>
          list.map((one) => {
            const index = Number(one.index);
            return { ...one, index: index < 75 ? 75 - ((75 - index) * percent) / 100 : index };
          }),
        );
        expect(ids(planFor({ ...given, measured: scaled }))).toEqual(ids(planFor(given)));
      }),
      SEED,
    );
  });

  it("removing a strategy never chosen and nobody's prerequisite changes nothing", () => {
    fc.assert(
      fc.property(surveys, budget, (given, effort) => {
        const { strategies } = given;
        const plan = planFor(given, effort);
        const kept = new Set([...ids(plan), ...strategies.flatMap(({ prerequisites }) => prerequisites)]);
        for (const { id } of strategies) {
          if (kept.has(id)) continue;
          const without = strategies.filter((one) => one.id !== id);
          // An answer that no strategy is left to name would steer nothing any more.
          if (without.every(({ breaches }) => given.breach === null || !breaches.includes(given.breach))) continue;
          const left = planFor(given, effort, without);
          const bare = { reason: null, withoutProfiles: null };
          expect({ ...left, ...bare }).toEqual({ ...plan, ...bare });
        }
      }),
      SEED,
    );
  });

  it("one weaker and dearer on the same facets never comes before the other", () => {
    fc.assert(
      fc.property(surveys, fc.tuple(budget, fc.nat()), (given, [effort, pick]) => {
        const { strategies } = given;
        const better = strategies[pick % strategies.length] as Strategy;
        const weaker = [...better.facets].map(([facet, strength]) => [facet, strength * 0.9] as const);
        const worse = { ...better, id: "a-worse", facets: new Map(weaker), effort: better.effort + 0.5 };
        const chosen = ids(planFor(given, effort, [worse, ...strategies]));
        if (chosen.includes("a-worse")) expect(chosen.slice(0, chosen.indexOf("a-worse"))).toContain(better.id);
      }),
      SEED,
    );
  });

  it("of equal reductions the cheaper comes first", () => {
    fc.assert(
      fc.property(surveys, fc.tuple(budget, fc.nat()), (given, [effort, pick]) => {
        const { strategies } = given;
        const cheaper = strategies[pick % strategies.length] as Strategy;
        const dearer = { ...cheaper, id: "a-dearer", effort: cheaper.effort + 0.5 };
        const chosen = ids(planFor(given, effort, [dearer, ...strategies]));
        if (chosen.includes("a-dearer")) expect(chosen.slice(0, chosen.indexOf("a-dearer"))).toContain(cheaper.id);
      }),
      SEED,
    );
  });

  it("need never grows, and the arithmetic adds up", () => {
    fc.assert(
      fc.property(surveys, budget, (given, effort) => {
        const plan = planFor(given, effort);
        let left = plan.need;
        const facetsLeft = new Map<string, number>();
        for (const step of plan.steps) {
          for (const { audience: whose, facet: name, needBefore, strength, reduction } of step.arithmetic) {
            const facet = `${whose?.id}/${name}`;
            expect(reduction).toBeCloseTo(needBefore * strength, 12);
            expect(needBefore).toBeCloseTo(facetsLeft.get(facet) ?? needBefore, 12);
            facetsLeft.set(facet, needBefore * (1 - strength));
          }
          const rows = step.arithmetic.reduce((sum, { reduction }) => sum + reduction, 0);
          expect(rows).toBeCloseTo(step.reduction, 12);
          expect(step.perEffort).toBeCloseTo(step.reduction / step.effort, 12);
          const shares = step.because.reduce((sum, { share }) => sum + share, 0);
          expect(shares).toBeCloseTo(step.reduction > 0 ? 1 : 0, 9);
          expect(step.reduction).toBeGreaterThanOrEqual(0);
          left -= step.reduction;
        }
        expect(left).toBeCloseTo(plan.remaining, 9);
        expect(plan.need).toBeCloseTo(
          plan.needs.reduce((sum, { need }) => sum + need, 0),
          9,
        );
        expect(plan.remaining).toBeGreaterThanOrEqual(0);
      }),
      SEED,
    );
  });

  it("prerequisites stand before what needs them, nothing twice, within steps and effort", () => {
    fc.assert(
      fc.property(surveys, budget, (given, effort) => {
        const { strategies } = given;
        const { steps } = planFor(given, effort);
        const chosen = steps.map((step) => step.strategy);
        for (const [position, id] of chosen.entries()) {
          const needed = strategies.find((one) => one.id === id)?.prerequisites ?? [];
          for (const first of needed) expect(chosen.slice(0, position)).toContain(first);
          const later = steps[position]?.prerequisiteFor;
          if (later) expect(chosen.slice(position + 1)).toContain(later);
        }
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(steps.length).toBeLessThanOrEqual(10);
        const cost = steps.reduce((sum, step) => sum + step.effort, 0);
        expect(cost).toBeLessThanOrEqual(effort ?? Number.POSITIVE_INFINITY);
      }),
      SEED,
    );
  });

  it("the order of the catalogue does not matter", () => {
    fc.assert(
      fc.property(surveys, (given) => {
        expect(planFor(given, null, [...given.strategies].reverse())).toEqual(planFor(given));
      }),
      SEED,
    );
  });

  it("profiles and answers about the survey change no score, and nothing that only reads scores", () => {
    fc.assert(
      fc.property(surveys, (given) => {
        const options = optionsOf(given, given.strategies, null);
        const before = JSON.stringify([options.overall, options.audiences]);
        const weighed = diagnose(options);
        const plain = diagnose({ ...options, profiles: [], context: [] });
        expect(JSON.stringify([options.overall, options.audiences])).toBe(before);
        const scores = ({ drag, disagreements, causes, lenses, responses }: Diagnosis) => [
          ...[drag, disagreements, causes, lenses, responses],
        ];
        expect(scores(weighed)).toEqual(scores(plain));
        const gaps = ({ plan }: Diagnosis) =>
          plan.needs
            .map(({ audience: whose, dimension, index, target, gap, weight, probability }) =>
              JSON.stringify([whose, dimension, index, target, gap, weight, probability]),
            )
            .sort();
        expect(gaps(weighed)).toEqual(gaps(plain));
        if (given.profiles.length > 0)
          expect(weighed.plan.withoutProfiles).toEqual(
            diagnose({ ...options, profiles: [] })
              .plan.steps.slice(0, 3)
              .map(({ title }) => title),
          );
      }),
      SEED,
    );
  });
});
