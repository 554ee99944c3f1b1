import { describe, expect, it } from "vitest";
import { ALL_RULES, type Rules } from "../../src/disclosure/policy.ts";
import { releaseUnder } from "../../src/disclosure/release.ts";
import { WHOLE } from "../part.ts";
import { attackViews, type Found } from "./attack-views.ts";
import { asking, framework, uniform } from "./fixture.ts";
import { company } from "./organisation.ts";

const COMPANIES = WHOLE ? 2000 : 200;
const SEED = 20261122;

/** What a user may ask for: groupings that overlap, lie within each other, or cross. */
const REQUESTS = [
  ["department"],
  ["department", "site"],
  ["site", "department", "tenure"],
  ["department/site"],
  ["site/department/tenure", "tenure"],
  ["department", "department,site"],
  ["site", "department,site", "tenure"],
  ["site", "department/site"],
  ["department,site", "department"],
  ["tenure/site", "site,tenure,department"],
] as const;

interface Outcome {
  readonly found: readonly Found[];
  /** Rows shown of further groupings. */
  readonly further: number;
  readonly withheld: number;
}

function attackCompany(seed: number, rules: Rules): Outcome {
  const aggregate = company(seed);
  const random = uniform(seed ^ 0x5bd1e995);
  const request = REQUESTS[Math.floor(random() * REQUESTS.length)] ?? [];
  const where = filterOf(random);
  const input = { aggregate, framework: framework(), ...asking(...request), minGroup: 3 + (seed % 4) };
  const test = where === null ? null : (of: (column: string) => string) => where(of);
  const released = releaseUnder({ ...input, where: test }, rules);
  const everyone = where === null ? null : releaseUnder({ ...input, groupings: [] }, rules).total;
  const further = released.groupings.slice(1);
  return {
    found: attackViews(aggregate, {
      released,
      whole: everyone,
      where: where === null ? null : (values) => where((column) => values.get(column) ?? ""),
    }),
    further: further.reduce((sum, { cells }) => sum + cells.length, 0),
    withheld: further.filter(({ withheld }) => withheld === "with the others").length,
  };
}

function filterOf(random: () => number): ((of: (column: string) => string) => boolean) | null {
  const choice = Math.floor(random() * 6);
  if (choice === 0) return (of) => of("tenure") === "old";
  if (choice === 1) return (of) => of("department") !== "B";
  if (choice === 2) return (of) => of("site") !== "" || of("tenure") === "new";
  return null;
}

describe("the attack on several groupings", () => {
  it(
    "recovers nothing while all rules are on",
    () => {
      const outcomes = Array.from({ length: COMPANIES }, (_, at) => {
        const outcome = attackCompany(SEED + at, ALL_RULES);
        expect(outcome.found, `company ${SEED + at}`).toEqual([]);
        return outcome;
      });
      // Hiding everything would pass too.
      expect(outcomes.reduce((sum, { further }) => sum + further, 0)).toBeGreaterThan(COMPANIES / 2);
      expect(outcomes.filter(({ withheld }) => withheld > 0).length).toBeGreaterThan(COMPANIES / 20);
    },
    WHOLE ? 600_000 : 60_000,
  );

  it.each([
    // Two blocks of a mind that are a set without the blocks which would make it one of two minds.
    [20262976],
  ])("recovers nothing from company %i, which once gave something away", (seed) => {
    expect(attackCompany(seed, ALL_RULES).found).toEqual([]);
  });

  it.each([
    ["pool", ["fewer than the minimum"]],
    ["complement", ["fewer than the minimum"]],
    ["optional", ["fewer than the minimum"]],
    ["extremes", ["all the same"]],
    ["eliminate", ["fewer than the minimum", "all the same"]],
    ["filter", ["fewer than the minimum", "all the same"]],
  ] as const)("succeeds without the rule %s", (rule, reasons) => {
    const rules = { ...ALL_RULES, [rule]: false };
    const missing = new Set<Found["why"]>(reasons);
    for (let at = 0; at < 200 && missing.size > 0; at++)
      for (const { why } of attackCompany(SEED + at, rules).found) missing.delete(why);
    expect([...missing]).toEqual([]);
  });
});
