import { describe, expect, it } from "vitest";
import { ALL_RULES, type Rules } from "../../src/disclosure/policy.ts";
import { releaseUnder } from "../../src/disclosure/release.ts";
import { estimateNps, type Promoters } from "../../src/statistics/nps.ts";
import { WHOLE } from "../part.ts";
import { attack, type Recovered } from "./attack.ts";
import { derivable } from "./elimination.ts";
import { asking, framework } from "./fixture.ts";
import { organisation } from "./organisation.ts";
import { solveNps } from "./targets.ts";

const ORGANISATIONS = WHOLE ? 2000 : 200;
const SEED = 20261122;

function attackOrganisation(seed: number, rules: Rules): { recovered: readonly Recovered[]; shown: number } {
  const aggregate = organisation(seed);
  const minGroup = 3 + (seed % 4);
  const released = releaseUnder({ aggregate, framework: framework(), ...asking("department"), minGroup }, rules);
  return { recovered: attack(aggregate, released), shown: released.groupings[0]?.cells.length ?? 0 };
}

describe("the elimination", () => {
  const masks = (cells: number[], groups: number) => derivable(cells, groups).map(({ mask }) => mask);
  it("finds the group that total minus a group leaves", () => {
    expect(derivable([0b11, 0b01], 2)).toContainEqual({ mask: 0b10, factors: [1, -1] });
  });
  it("finds no group inside a pool", () => {
    expect(masks([0b111, 0b001, 0b110], 3)).toEqual([0b001, 0b110, 0b111]);
  });
  it("finds the difference of overlapping sets", () => {
    expect(masks([0b111, 0b011, 0b110], 3)).toEqual(expect.arrayContaining([0b001, 0b010, 0b100]));
  });
});

describe("a printed net promoter score", () => {
  it("gives its promoters and detractors back, from its value, interval and n alone", () => {
    const all = Array.from({ length: 12 }, (_, n) => n + 1).flatMap(countsOf);
    for (const counts of all) {
      const printed = estimateNps(counts, { unit: "person", headcount: null, level: 0.95 });
      if (printed.kind !== "estimate") throw new Error(printed.reason);
      const { promoters, passives, detractors } = counts;
      expect(solveNps(printed)).toEqual([printed.n, detractors, passives, promoters]);
    }
    expect(all).toHaveLength(454);
  });
});

/** Every way in which n people can be promoters, passives and detractors. */
function countsOf(n: number): readonly Promoters[] {
  return Array.from({ length: n + 1 }, (_, promoters) =>
    Array.from({ length: n - promoters + 1 }, (_, passives) => ({
      promoters,
      passives,
      detractors: n - promoters - passives,
    })),
  ).flat();
}

describe("the attack", () => {
  it(
    "recovers nothing while all rules are on",
    () => {
      let shown = 0;
      for (let at = 0; at < ORGANISATIONS; at++) {
        const result = attackOrganisation(SEED + at, ALL_RULES);
        expect(result.recovered, `organisation ${SEED + at}`).toEqual([]);
        shown += result.shown;
      }
      // Hiding everything would pass too.
      expect(shown).toBeGreaterThan(ORGANISATIONS);
    },
    WHOLE ? 300_000 : 30_000,
  );

  it.each([
    // Only one of two pooled groups had a score, the other only single answers.
    [20262700],
  ])("recovers nothing from organisation %i, which once gave something away", (seed) => {
    expect(attackOrganisation(seed, ALL_RULES).recovered).toEqual([]);
  });

  it("tries every kind of statistic", () => {
    const rules = { ...ALL_RULES, optional: false };
    const recovered = Array.from({ length: 60 }, (_, at) => attackOrganisation(SEED + at, rules).recovered).flat();
    const kinds = new Set(recovered.map(({ target }) => target.split(" ")[0]));
    for (const kind of ["remote", "share", "classes", "pair", "set"]) expect(kinds).toContain(kind);
  });

  it.each([
    ["pool", ["fewer than the minimum"]],
    ["complement", ["fewer than the minimum", "all the same"]],
    ["optional", ["fewer than the minimum", "a hidden group"]],
    ["extremes", ["all the same"]],
  ] as const)("succeeds without the rule %s", (rule, reasons) => {
    const recovered = Array.from({ length: 60 }, (_, at) =>
      attackOrganisation(SEED + at, { ...ALL_RULES, [rule]: false }),
    );
    const found = new Set(recovered.flatMap((result) => result.recovered.map(({ why }) => why)));
    for (const reason of reasons) expect(found).toContain(reason);
  });

  it.each(["extremes", "complement"] as const)(
    "reads groups without a promoter or a detractor out of printed scores without the rule %s",
    (rule) => {
      const rules = { ...ALL_RULES, [rule]: false };
      const recovered = Array.from({ length: 60 }, (_, at) => attackOrganisation(SEED + at, rules).recovered).flat();
      expect(recovered).toContainEqual(
        expect.objectContaining({ target: "printed score of recommend", why: "all the same" }),
      );
    },
  );
});
