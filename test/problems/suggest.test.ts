import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suggest } from "../../src/problems/suggest.ts";

describe("suggest", () => {
  it.each([
    ["credability", ["credibility", "reliability"], "credibility"],
    ["CREDIBILITY", ["credibility"], "credibility"],
    ["indx", ["index", "load"], "index"],
    ["abc", ["abd", "abe"], "abd"],
    ["R2", ["K2", "R1"], "R1"],
    ["ab", ["xy"], undefined],
    ["titel", ["title"], "title"],
    ["hihg", ["low", "high"], "high"],
    ["mxa", ["max", "min"], "max"],
    ["ba", ["ab"], "ab"],
    ["abdce", ["baced"], undefined],
    ["NAER", ["near"], "near"],
    ["cat", ["credibility"], undefined],
    ["abcdef", ["abcxyz"], undefined],
    ["abcdef", ["abcdxy"], "abcdxy"],
    ["", ["a"], undefined],
    ["a", [], undefined],
    ["x".repeat(65), ["x".repeat(64)], undefined],
  ])("%s among %j is %s", (word, candidates, expected) => {
    expect(suggest(word, candidates)).toBe(expected);
  });

  it("does not depend on the order of the candidates", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), fc.array(fc.string({ maxLength: 6 })), (word, candidates) => {
        expect(suggest(word, candidates.toReversed())).toBe(suggest(word, candidates));
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
