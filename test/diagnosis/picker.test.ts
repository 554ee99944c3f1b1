import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../src/diagnosis/bundles.ts";
import { coverPlaces } from "../../src/diagnosis/coverage.ts";
import { type Picker, pickerOf } from "../../src/diagnosis/picker.ts";
import type { Strategy } from "../../src/framework/types.ts";
import { strategy } from "./fixture.ts";

const KEYS = ["care", "openness", "skill", "words"];
const share = fc.constantFrom(0.1, 0.2, 0.25, 0.5, 0.7, 1);

/** Strategies that need any that come before or after them first, some of them in circles. */
const strategies: fc.Arbitrary<readonly Strategy[]> = fc
  .array(
    fc.record({
      facets: fc.dictionary(fc.constantFrom(...KEYS), share, { minKeys: 1, noNullPrototype: true }),
      effort: fc.constantFrom(1, 1.5, 2, 5),
      first: fc.array(fc.nat({ max: 11 }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ facets, effort, first }, at) => ({
      ...strategy(`s${(at * 7) % 12}`, facets),
      effort,
      prerequisites: first.map((one) => `s${one}`),
    })),
  );

describe("plans made over and over again", () => {
  it("have the same steps, and leave the same to the bit, with machine code and without", () => {
    const needs = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(
        strategies,
        fc.array(needs, { maxLength: 6 }),
        fc.option(fc.nat({ max: 12 })),
        (all, many, effort) => {
          const catalogue = catalogueOf(all);
          const picker = pickerOf(catalogue, 5);
          expect(picker).not.toBeNull();
          for (const one of many) {
            const planned = (by: Picker | null) => {
              const left = by?.left ?? new Float64Array(5);
              left.set(one);
              const ids: string[] = [];
              const total = one.reduce((sum, need) => sum + need, 0);
              const each = ({ member }: { readonly member: { readonly strategy: Strategy } }) => {
                ids.push(member.strategy.id);
              };
              coverPlaces(catalogue.offer, { left, total, effort, most: 10, each, picker: by });
              return [ids, [...left]];
            };
            expect(planned(picker)).toEqual(planned(null));
          }
        },
      ),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
