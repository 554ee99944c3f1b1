import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/audit/estimate.ts";
import { ALL_RULES, type Rules } from "../../src/disclosure/policy.ts";
import { WHOLE } from "../part.ts";
import { uniform } from "./fixture.ts";
import { promotersBehind, scoresBehind, sumsBehind } from "./lattice.ts";
import { attackPrinted, type Recovered } from "./lattice-attack.ts";
import { hiddenGroups } from "./lattice-groups.ts";
import { saidOfAll, saidOfHidden } from "./lattice-hidden.ts";
import { type Limits, limitsOf } from "./lattice-limits.ts";
import { peopleOf } from "./lattice-people.ts";
import { type Publication, publish } from "./lattice-published.ts";
import { reachable } from "./lattice-sets.ts";

const ORGANISATIONS = WHOLE ? 2000 : 60;
/** At most, without one of the rules. */
const PROOFS = 200;
const SEED = 20261122;
const TIMEOUT = WHOLE ? 1_200_000 : 120_000;

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

const FILTERS: readonly ((values: readonly string[]) => boolean)[] = [
  ([, , tenure]) => tenure === "old",
  ([department]) => department !== "B",
  ([, site, tenure]) => site !== "" || tenure === "new",
];

function published(seed: number, rules: Rules): Promise<Publication> {
  const random = uniform(seed ^ 0x5bd1e995);
  const by = REQUESTS[Math.floor(random() * REQUESTS.length)] ?? [];
  const where = FILTERS[Math.floor(random() * 2 * FILTERS.length)] ?? null;
  return publish(peopleOf(seed), { by, where, minGroup: minGroupOf(seed), rules });
}

function minGroupOf(seed: number): number {
  return 3 + (seed % 4);
}

const estimate = (value: number, n: number): Estimate => {
  return { kind: "estimate", value, interval: null, noInterval: "", n, unit: "", method: "", caveats: [] };
};

describe("what is printed", () => {
  it("gives the exact sums of whole scores back from mean, SD and n", () => {
    const scores = [3, 7, 7, 10, 2, 9];
    const mean = scores.reduce((sum, x) => sum + x, 0) / 6;
    const sd = Math.sqrt(scores.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 5);
    expect(sumsBehind(estimate(mean / 2, 6), estimate(sd / 2, 6), 2)).toEqual([6, 38, 292]);
  });
  it("gives all scores of five people back where only one way is left", () => {
    expect(scoresBehind([5, 16, 60], { low: 1, high: 5 })).toEqual([[1, 3, 3, 4, 5]]);
    expect(scoresBehind([5, 15, 55], { low: 1, high: 5 })).toEqual([[1, 2, 3, 4, 5]]);
    expect(scoresBehind([6, 18, 62], { low: 1, high: 5 })).toHaveLength(2);
  });
  it("gives promoters and detractors back from a net promoter score", () => {
    const interval = { low: -43.93393618368225, high: 66.15615840590448, level: 0.95 };
    expect(promotersBehind({ ...estimate(100 / 6, 6), interval })).toEqual([6, 3, 2]);
  });
});

describe("what can be reached", () => {
  const of = (...indicators: (readonly number[])[]) => indicators.map((indicator) => ({ indicator, values: [] }));
  it("is what a total leaves of a group", () => {
    const found = reachable(of([1, 1], [1, 0]), [20, 3], 10);
    expect(found).toContainEqual({ factors: [0, 1], values: [], isSet: true });
    expect(found.filter(({ factors: [first] }) => first !== 0)).toEqual([]);
  });
  it("is a sum in which some count double, where three sets overlap", () => {
    const found = reachable(of([1, 1, 0, 1, 1], [1, 0, 1, 0, 0], [0, 1, 1, 0, 1]), [2, 20, 20, 2, 20], 10);
    expect(found).toContainEqual({ factors: [2, 0, 0, 1, 0], values: [], isSet: false });
    expect(found.filter(({ isSet }) => isSet)).toEqual([]);
  });
});

/** Why something is recovered without a rule, until all that is looked for has been found. */
async function recoveredWithout(rule: keyof Rules, sought: readonly string[]): Promise<ReadonlySet<Recovered["why"]>> {
  const whys = new Set<Recovered["why"]>();
  for (let at = 0; at < PROOFS && !sought.every((why) => whys.has(why as Recovered["why"])); at++)
    for (const { why } of attackPrinted(await published(SEED + at, { ...ALL_RULES, [rule]: false }))) whys.add(why);
  return whys;
}

describe("the attack on what is printed", () => {
  it(
    "recovers nothing while all rules are on",
    async () => {
      let cells = 0;
      const limits: Record<keyof Limits, number> = { cells: 0, oneWay: 0, allButOne: 0, tables: 0, skippers: 0 };
      for (let at = 0; at < ORGANISATIONS; at++) {
        const publication = await published(SEED + at, ALL_RULES);
        expect(attackPrinted(publication), `organisation ${SEED + at}`).toEqual([]);
        expect(saidOfHidden(publication), `organisation ${SEED + at}`).toEqual([]);
        cells += publication.printed.length;
        for (const [name, count] of Object.entries(limitsOf(publication))) limits[name as keyof Limits] += count;
      }
      // Hiding everything would pass too.
      expect(cells).toBeGreaterThan(2 * ORGANISATIONS);
      // Not protected, and told of: mean and SD of a few people may leave one way in which their scores can lie.
      expect(limits.cells).toBeGreaterThan(ORGANISATIONS / 2);
      expect(limits.oneWay).toBeGreaterThan(0);
      expect(limits.oneWay).toBeLessThan(0.4 * limits.cells);
      expect(limits.allButOne).toBeLessThan(0.1 * limits.cells);
      // Nor is a question that one or two of those with a score left out.
      expect(limits.tables).toBeGreaterThan(ORGANISATIONS / 2);
      expect(limits.skippers).toBeLessThan(0.4 * limits.tables);
    },
    TIMEOUT,
  );

  it.each([
    ["pool", ["fewer than the minimum"]],
    ["complement", ["fewer than the minimum", "all the same"]],
    ["optional", ["fewer than the minimum", "single answers"]],
    ["extremes", ["all the same"]],
    ["eliminate", ["fewer than the minimum"]],
    ["filter", ["fewer than the minimum"]],
  ] as const)(
    "succeeds without the rule %s",
    async (rule, reasons) => {
      const whys = await recoveredWithout(rule, reasons);
      for (const why of reasons) expect(whys).toContain(why);
    },
    TIMEOUT,
  );
});

describe("the attack on what is printed under survey weights", () => {
  const weighted = (seed: number, rules: Rules) => {
    const people = peopleOf(seed).map((person, at) => ({ ...person, weight: [50_000, 100_000, 230_000][at % 3] ?? 0 }));
    return publish(people, { by: ["site", "department"], where: null, minGroup: minGroupOf(seed), rules });
  };

  it(
    "recovers nothing while all rules are on",
    async () => {
      for (let at = 0; at < ORGANISATIONS / 4; at++) {
        const publication = await weighted(SEED + at, ALL_RULES);
        expect(publication.survey.overall?.effectivePeople ?? 0).toBeLessThan(publication.survey.overall?.people ?? 1);
        const said = [...attackPrinted(publication), ...saidOfHidden(publication), ...saidOfAll(publication)];
        expect(said, `organisation ${SEED + at}`).toEqual([]);
      }
    },
    TIMEOUT,
  );

  it(
    "succeeds without the rules",
    async () => {
      // Unequal weights put more groups together, so that it takes a few organisations until one would be found.
      const found = { pool: 0, extremes: 0 };
      for (let seed = SEED; seed < SEED + 40 && (found.pool === 0 || found.extremes === 0); seed++) {
        found.pool += attackPrinted(await weighted(seed, { ...ALL_RULES, pool: false })).length;
        found.extremes += saidOfAll(await weighted(seed, { ...ALL_RULES, extremes: false })).length;
      }
      expect(found.pool).toBeGreaterThan(0);
      expect(found.extremes).toBeGreaterThan(0);
    },
    TIMEOUT,
  );
});

const NO_RULES = Object.fromEntries(Object.keys(ALL_RULES).map((rule) => [rule, false])) as unknown as Rules;

/** Hidden groups that the correlations give away: as they are printed, or as they would be over the true groups. */
async function groupsBehind(seed: number, over: "pooled" | "true"): Promise<number> {
  const question = { by: ["department"], where: null, minGroup: minGroupOf(seed) } as const;
  const { survey, aggregate, atoms } = await publish(peopleOf(seed), { ...question, rules: ALL_RULES });
  const bare = over === "pooled" ? survey : (await publish(peopleOf(seed), { ...question, rules: NO_RULES })).survey;
  const [shown, correlated] = [survey.groupings[0], bare.groupings[0]];
  if (survey.overall === null || shown === undefined || correlated === undefined) return 0;
  let found = 0;
  for (const correlation of correlated.agreement) {
    const slots = aggregate.plan.scores.find(({ id }) => id === correlation.dimension);
    if (slots === undefined || correlation.dimension === "churn") continue;
    const { unitsPerPoint } = slots;
    const ends = { unitsPerPoint, low: unitsPerPoint, high: 5 * unitsPerPoint };
    const pair = hiddenGroups({ total: survey.overall, cells: shown.cells, correlation, ...ends });
    if (pair === null) continue;
    const truth = [...new Set(atoms.map(({ values }) => values[0]))].map((department) => {
      const own = atoms.filter(({ values }) => values[0] === department);
      return [slots.n, slots.sum].map((place) => own.reduce((sum, { cell }) => sum + (cell[place] ?? 0), 0));
    });
    for (const group of pair) expect(truth).toContainEqual([...group]);
    found++;
  }
  return found;
}

describe("the attack on intraclass correlations", () => {
  it(
    "recovers no hidden group from those that are printed",
    async () => {
      for (let at = 0; at < ORGANISATIONS / 4; at++) expect(await groupsBehind(SEED + at, "pooled")).toBe(0);
    },
    TIMEOUT,
  );

  it(
    "recovers hidden groups where they are over the true groups",
    async () => {
      let found = 0;
      for (let at = 0; at < PROOFS && found === 0; at++) found += await groupsBehind(SEED + at, "true");
      expect(found).toBeGreaterThan(0);
    },
    TIMEOUT,
  );
});
