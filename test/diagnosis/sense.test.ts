import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/audit/types.ts";
import { makePlan } from "../../src/diagnosis/plan.ts";
import type { Strategy } from "../../src/framework/types.ts";
import { framework, type Measured, overall, strategy } from "./fixture.ts";

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

const loose = fc.record({
  facets: facets(20),
  effort: fc.constantFrom(1, 1.5, 2, 3, 4),
  needs: fc.option(fc.nat({ max: 20 }), { freq: 3 }),
});

/** A prerequisite always has a smaller number, so there is no circle. */
const catalogue = fc.array(loose, { minLength: 1, maxLength: 10 }).map((list) =>
  list.map(({ facets, effort, needs }, i) =>
    strategy(`s${i}`, Object.fromEntries(facets.map(([name, part]) => [name, part / 20])), {
      effort,
      prerequisites: needs === null || i === 0 ? [] : [`s${needs % i}`],
    }),
  ),
);

const budget = fc.option(fc.integer({ min: 1, max: 12 }));

function planFor(measured: readonly Measured[], strategies: readonly Strategy[], effort: number | null = null): Plan {
  return makePlan({
    framework: framework({ dimensions: measured }),
    overall: overall(measured),
    strategies,
    audience: "employees",
    effort,
    findings: [],
    draws: null,
  });
}

function ids({ steps }: Plan): readonly string[] {
  return steps.map((step) => step.strategy);
}

describe("the plan makes sense", () => {
  it("scaling all gaps alike keeps the order", () => {
    fc.assert(
      fc.property(dimensions, catalogue, fc.integer({ min: 5, max: 99 }), (measured, strategies, percent) => {
        const scaled = measured.map((one) => {
          const index = Number(one.index);
          return { ...one, index: index < 75 ? 75 - ((75 - index) * percent) / 100 : index };
        });
        expect(ids(planFor(scaled, strategies))).toEqual(ids(planFor(measured, strategies)));
      }),
      SEED,
    );
  });

  it("removing a strategy never chosen and nobody's prerequisite changes nothing", () => {
    fc.assert(
      fc.property(dimensions, catalogue, budget, (measured, strategies, effort) => {
        const plan = planFor(measured, strategies, effort);
        const kept = new Set([...ids(plan), ...strategies.flatMap(({ prerequisites }) => prerequisites)]);
        for (const { id } of strategies) {
          if (kept.has(id)) continue;
          const without = strategies.filter((one) => one.id !== id);
          expect({ ...planFor(measured, without, effort), reason: null }).toEqual({ ...plan, reason: null });
        }
      }),
      SEED,
    );
  });

  it("one weaker and dearer on the same facets never comes before the other", () => {
    fc.assert(
      fc.property(dimensions, catalogue, fc.tuple(budget, fc.nat()), (measured, strategies, [effort, pick]) => {
        const better = strategies[pick % strategies.length] as Strategy;
        const weaker = [...better.facets].map(([facet, strength]) => [facet, strength * 0.9] as const);
        const worse = { ...better, id: "a-worse", facets: new Map(weaker), effort: better.effort + 0.5 };
        const chosen = ids(planFor(measured, [worse, ...strategies], effort));
        if (chosen.includes("a-worse")) expect(chosen.slice(0, chosen.indexOf("a-worse"))).toContain(better.id);
      }),
      SEED,
    );
  });

  it("of equal reductions the cheaper comes first", () => {
    fc.assert(
      fc.property(dimensions, catalogue, fc.tuple(budget, fc.nat()), (measured, strategies, [effort, pick]) => {
        const cheaper = strategies[pick % strategies.length] as Strategy;
        const dearer = { ...cheaper, id: "a-dearer", effort: cheaper.effort + 0.5 };
        const chosen = ids(planFor(measured, [dearer, ...strategies], effort));
        if (chosen.includes("a-dearer")) expect(chosen.slice(0, chosen.indexOf("a-dearer"))).toContain(cheaper.id);
      }),
      SEED,
    );
  });

  it("need never grows, and the arithmetic adds up", () => {
    fc.assert(
      fc.property(dimensions, catalogue, budget, (measured, strategies, effort) => {
        const plan = planFor(measured, strategies, effort);
        let left = plan.need;
        const facetsLeft = new Map<string, number>();
        for (const step of plan.steps) {
          for (const { facet, needBefore, strength, reduction } of step.arithmetic) {
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
      fc.property(dimensions, catalogue, budget, (measured, strategies, effort) => {
        const { steps } = planFor(measured, strategies, effort);
        const chosen = steps.map((step) => step.strategy);
        for (const [position, id] of chosen.entries()) {
          const needed = strategies.find((one) => one.id === id)?.prerequisites ?? [];
          for (const first of needed) expect(chosen.slice(0, position)).toContain(first);
          const later = steps[position]?.prerequisiteFor;
          if (later) expect(chosen.slice(position + 1)).toContain(later);
        }
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(steps.length).toBeLessThanOrEqual(8);
        const cost = steps.reduce((sum, step) => sum + step.effort, 0);
        expect(cost).toBeLessThanOrEqual(effort ?? Number.POSITIVE_INFINITY);
      }),
      SEED,
    );
  });

  it("the order of the catalogue does not matter", () => {
    fc.assert(
      fc.property(dimensions, catalogue, (measured, strategies) => {
        expect(planFor(measured, [...strategies].reverse())).toEqual(planFor(measured, strategies));
      }),
      SEED,
    );
  });
});
