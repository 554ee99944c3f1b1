import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideGroups, type GroupSize } from "../../src/disclosure/decide.ts";

const sized = (sizes: Record<string, number>): GroupSize[] =>
  Object.entries(sizes).map(([label, size]) => ({ label, people: size, size }));
const sorted = (labels: readonly string[]) => [...labels].sort();

describe("decideGroups", () => {
  const cases: readonly { readonly when: string; sizes: Record<string, number>; shown: string[]; pooled: string[] }[] =
    [
      { when: "all large enough", sizes: { A: 5, B: 9 }, shown: ["A", "B"], pooled: [] },
      { when: "one group alone", sizes: { A: 7 }, shown: ["A"], pooled: [] },
      {
        when: "one small group takes the next smallest with it",
        sizes: { A: 3, B: 20, C: 7 },
        shown: ["B"],
        pooled: ["A", "C"],
      },
      {
        when: "the example of docs/data-protection.md",
        sizes: { Sales: 40, Service: 12, Finance: 7, Legal: 3 },
        shown: ["Sales", "Service"],
        pooled: ["Finance", "Legal"],
      },
      {
        when: "two small groups of enough people need no third",
        sizes: { A: 2, B: 3, C: 7 },
        shown: ["C"],
        pooled: ["A", "B"],
      },
      {
        when: "two small groups of too few people do",
        sizes: { A: 1, B: 2, C: 7, D: 8 },
        shown: ["D"],
        pooled: ["A", "B", "C"],
      },
      { when: "ties go by label", sizes: { B: 6, A: 6, C: 2 }, shown: ["B"], pooled: ["A", "C"] },
      {
        when: "a blank value is a group, last among equals",
        sizes: { "": 6, A: 6, C: 2 },
        shown: [""],
        pooled: ["A", "C"],
      },
      {
        when: "an empty group is pooled and counts for nothing",
        sizes: { A: 0, B: 6, C: 7 },
        shown: ["B", "C"],
        pooled: ["A"],
      },
      {
        when: "an empty group does not make two",
        sizes: { A: 0, B: 4, C: 7, D: 8 },
        shown: ["D"],
        pooled: ["A", "B", "C"],
      },
      { when: "only a pool would be left", sizes: { A: 3, B: 6 }, shown: [], pooled: ["A", "B"] },
      { when: "a small group alone", sizes: { A: 4 }, shown: [], pooled: ["A"] },
      { when: "nobody at all", sizes: { A: 0 }, shown: [], pooled: ["A"] },
    ];
  it.each(cases)("$when", ({ sizes, shown, pooled }) => {
    const decision = decideGroups(sized(sizes), { minGroup: 5 });
    expect(sorted(decision.shown)).toEqual(sorted(shown));
    expect(sorted(decision.pooled)).toEqual(sorted(pooled));
  });

  it.each([
    ["only a pool would be left", { A: 3, B: 6 }, true],
    ["a small group alone", { A: 4 }, true],
    ["one group remains beside the pool", { A: 3, B: 6, C: 9 }, false],
    ["nobody at all", { A: 0 }, false],
  ])("%s: withheld or not", (_, sizes: Record<string, number>, withheld) => {
    expect(decideGroups(sized(sizes), { minGroup: 5 }).withheld).toBe(withheld);
  });

  it("does not take a group of people without a score for an empty one", () => {
    const groups = [...sized({ A: 8, B: 9 }), { label: "C", people: 3, size: 0 }];
    expect(sorted(decideGroups(groups, { minGroup: 5 }).pooled)).toEqual(["A", "C"]);
    // For one statistic, a pool of C and A would be A.
    expect(sorted(decideGroups(groups, { minGroup: 5, twoBy: "size" }).pooled)).toEqual(["A", "B", "C"]);
  });

  it("starts from groups that are pooled already, and needs another when only one of them is not empty", () => {
    const alreadyPooled = new Set(["A", "B"]);
    const of = (sizes: Record<string, number>) => decideGroups(sized(sizes), { minGroup: 5, alreadyPooled });
    expect(sorted(of({ A: 9, B: 8, C: 6, D: 7 }).pooled)).toEqual(["A", "B"]);
    expect(sorted(of({ A: 9, B: 0, C: 6, D: 7 }).pooled)).toEqual(["A", "B", "C"]);
    expect(sorted(of({ A: 0, B: 0, C: 6, D: 7 }).pooled)).toEqual(["A", "B"]);
  });

  const sizesOf = fc.dictionary(fc.constantFrom("", ..."ABCDEFGHIJ"), fc.nat({ max: 14 }), { noNullPrototype: true });
  const least = fc.integer({ min: 3, max: 8 });

  it("shows no group under the minimum, and pools at least two groups and the minimum or shows none", () => {
    fc.assert(
      fc.property(sizesOf, least, (sizes, minGroup) => {
        const { shown, pooled, withheld } = decideGroups(sized(sizes), { minGroup });
        expect([...shown, ...pooled].sort()).toEqual(Object.keys(sizes).sort());
        for (const label of shown) expect(sizes[label]).toBeGreaterThanOrEqual(minGroup);
        const inside = pooled.map((label) => sizes[label] ?? 0).filter((size) => size > 0);
        if (withheld) expect(shown).toEqual([]);
        else if (inside.length > 0) {
          expect(inside.length).toBeGreaterThanOrEqual(2);
          expect(inside.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(minGroup);
        }
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it("is the same for any order of the groups", () => {
    const shuffled = sizesOf.chain((sizes) =>
      fc.tuple(fc.constant(sized(sizes)), fc.shuffledSubarray(sized(sizes), { minLength: Object.keys(sizes).length })),
    );
    fc.assert(
      fc.property(shuffled, least, ([groups, other], minGroup) => {
        expect(decideGroups(other, { minGroup })).toEqual(decideGroups(groups, { minGroup }));
      }),
      { seed: 20261122 },
    );
  });

  it("shows no more groups when the minimum is raised", () => {
    fc.assert(
      fc.property(sizesOf, least, (sizes, minGroup) => {
        const lower = new Set(decideGroups(sized(sizes), { minGroup }).shown);
        const higher = decideGroups(sized(sizes), { minGroup: minGroup + 1 }).shown;
        for (const label of higher) expect(lower.has(label)).toBe(true);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
