import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limbSum } from "../../src/aggregate/limbs.ts";
import type { Cell } from "../../src/aggregate/types.ts";
import { ALL_RULES, type Rules } from "../../src/disclosure/policy.ts";
import { release, releaseUnder } from "../../src/disclosure/release.ts";
import type { Released } from "../../src/disclosure/types.ts";
import { WHOLE } from "../part.ts";
import { derivable } from "./elimination.ts";
import { aggregateOf, asking, crowd, framework, type Person, uniform } from "./fixture.ts";

const UNIT = 100_000;
/** Of each property. */
const RUNS = WHOLE ? 300 : 150;

/** The people of a group with these weights. */
function weigh(group: string, weights: readonly number[]): Person[] {
  return crowd(group, weights.length).map((person, at) => ({
    ...person,
    weight: Math.round((weights[at] ?? 1) * UNIT),
  }));
}

function released(people: readonly Person[], by: readonly string[] = ["department"]): Released {
  return release({ aggregate: aggregateOf(people), framework: framework(), ...asking(...by), minGroup: 5 });
}

const ones = (size: number): number[] => new Array<number>(size).fill(1);
const labels = (result: Released) =>
  result.groupings[0]?.cells.map(({ kind, path }) => (kind === "pool" ? "POOL" : path[0]));

/** Kish's effective n, in plain floating point. */
function kish(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum ** 2 / weights.reduce((total, weight) => total + weight ** 2, 0);
}

describe("a group in which one person weighs nearly all", () => {
  const heavy = [20, ...new Array<number>(9).fill(0.1)];

  it("is put together with the next, until these together are worth the minimum", () => {
    expect(kish(heavy)).toBeLessThan(5);
    const groups = [...weigh("A", heavy), ...weigh("B", ones(20)), ...weigh("C", ones(60)), ...weigh("D", ones(80))];
    expect(kish([...heavy, ...ones(20)])).toBeLessThan(5);
    // With B they are 30 people, and worth 4.2.
    expect(labels(released(groups))).toEqual(["D", "POOL"]);
  });

  it("is shown where all weigh the same, and without weights", () => {
    const even = [...weigh("A", new Array<number>(10).fill(7.5)), ...weigh("B", ones(20))];
    expect(labels(released(even))).toEqual(["A", "B"]);
    const plain = even.map(({ group, answers }) => ({ group, answers }));
    expect(labels(released(plain))).toEqual(["A", "B"]);
  });

  it("hides everybody, where that is everybody", () => {
    expect(released(weigh("A", heavy))).toMatchObject({ total: null, withheldBecause: "too few" });
  });

  it("is protected as what a filter leaves out", () => {
    const people = [...weigh("A", heavy), ...weigh("B", ones(200))];
    const input = { aggregate: aggregateOf(people), framework: framework(), minGroup: 5, groupings: [], wave: null };
    const where = (of: (column: string) => string) => of("department") === "B";
    expect(release({ ...input, where })).toMatchObject({ total: null, withheldBecause: "filter" });
    const even = [...weigh("A", ones(10)), ...weigh("B", ones(200))];
    expect(release({ ...input, aggregate: aggregateOf(even), where }).total).not.toBeNull();
  });

  it("has no single answers told where these people are worth under ten", () => {
    const uneven = [...ones(11), 6];
    expect(kish(uneven)).toBeGreaterThan(5);
    expect(kish(uneven)).toBeLessThan(10);
    const { total } = released(weigh("A", uneven), []);
    expect(total?.itemTable).toBe(false);
    expect(total?.veils.get("mood")).toBe("hidden");
    expect(released(weigh("A", ones(12)), []).total?.itemTable).toBe(true);
  });

  it("tells nothing of an optional dimension that the heavy one and a few light ones were asked", () => {
    const without = { R1: undefined, R2: undefined };
    const some = (at: number) => (at < 10 ? {} : without);
    const light = crowd("A", 40, some).map((person): Person => ({ ...person, weight: UNIT }));
    expect(released(light, []).total?.veils.has("remote")).toBe(false);
    const one = light.map((person, at) => ({ ...person, weight: at === 0 ? 8 * UNIT : UNIT }));
    expect(kish([8, ...ones(39)])).toBeGreaterThan(10);
    expect(kish([8, ...ones(9)])).toBeLessThan(5);
    // The composite that is made of it goes with it.
    expect([...(released(one, []).total?.veils.keys() ?? [])]).toEqual(["remote", "distance"]);
  });

  it("is not told by two groupings together", () => {
    const person = (at: number, weight: number, place: readonly [string, string]): Person => ({
      ...(crowd("x", 40)[at % 40] as Person),
      group: place,
      weight: weight * UNIT,
    });
    // North and East differ by the ten of ("North", "East") … of whom one weighs nearly all.
    const people = (weight: number) => [
      ...Array.from({ length: 30 }, (_, at) => person(at, 10, ["North", "A"])),
      ...Array.from({ length: 10 }, (_, at) => person(at, at === 0 ? weight : 1, ["North", "B"])),
      ...Array.from({ length: 40 }, (_, at) => person(at, 10, ["South", "B"])),
    ];
    const ask = (weight: number) => {
      const aggregate = aggregateOf(people(weight), framework(), ["site", "team"]);
      return release({ aggregate, framework: framework(), ...asking("site", "team"), minGroup: 5 }).groupings;
    };
    expect(ask(1).map(({ withheld }) => withheld)).toEqual([null, null]);
    expect(ask(60).map(({ withheld }) => withheld)).toEqual([null, "with the others"]);
  });
});

const weight = fc.oneof(
  fc.constant(1),
  fc.integer({ min: 1, max: 300 }).map((tenths) => tenths / 10),
);
const group = fc.array(weight, { minLength: 1, maxLength: 25 });

/** Weights of everyone and of each group that is shown, and of those that are not, who come back as the rest. */
function partsOf(
  { total, groupings: [first] }: Released,
  groups: readonly (readonly number[])[],
): { readonly shown: readonly (readonly number[])[]; readonly hidden: readonly (readonly number[])[] } {
  if (total === null) return { shown: [], hidden: [] };
  const labels = new Set(first?.cells.flatMap(({ kind, path }) => (kind === "group" ? path : [])));
  const isShown = (at: number) => labels.has(`G${at}`);
  const rest = groups.filter((_, at) => !isShown(at)).flat();
  return {
    shown: [groups.flat(), ...groups.filter((_, at) => isShown(at))],
    hidden: rest.length === 0 ? [] : [rest],
  };
}

/** Σw and Σw² of a score in every cell that shows it, and in what its rows leave of everyone. */
function loadsOf({ plan, total, groupings }: Released, score: number): readonly (readonly [bigint, bigint])[] {
  const [slots, id] = [plan.weighted?.scores[score], plan.scores[score]?.id ?? ""];
  if (slots === undefined || total === null || total.veils.has(id)) return [];
  const load = ({ cell }: { cell: Cell }) => [limbSum(cell, slots.w), limbSum(cell, slots.ww)] as const;
  const rows = (groupings[0]?.cells ?? []).filter(({ veils }) => !veils.has(id)).map(load);
  const rest = rows.reduce(([w, ww], row) => [w - row[0], ww - row[1]] as const, load(total));
  return [load(total), ...rows, rest];
}

describe("under any weights", () => {
  it("no row, nor what is left of everyone beside rows, is worth less than the minimum", () => {
    let rows = 0;
    let pools = 0;
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        const people = groups.flatMap((weights, at) => weigh(`G${at}`, weights));
        const aggregate = aggregateOf(people);
        const result = release({ aggregate, framework: framework(), ...asking("department"), minGroup: 5 });
        const { shown, hidden } = partsOf(result, groups);
        for (const weights of [...shown, ...hidden]) expect(kish(weights)).toBeGreaterThanOrEqual(5 - 1e-9);
        for (const [score] of aggregate.plan.scores.entries())
          for (const [w, ww] of loadsOf(result, score)) expect(w * w >= 5n * ww).toBe(true);
        rows += shown.length;
        pools += hidden.length;
      }),
      { numRuns: RUNS, seed: 20261123 },
    );
    expect(rows).toBeGreaterThan(100);
    expect(pools).toBeGreaterThan(20);
  });

  it("no set of people that the rows of several groupings give together is worth less than the minimum", () => {
    const sites = ["N", "S", "W"].flatMap((site) => ["A", "B", "C"].map((team) => [site, team] as const));
    const outcomes = { exposed: 0, further: 0, withheld: 0 };
    const look = (cells: readonly (readonly number[])[], rules: Rules): boolean => {
      const people = cells.flatMap((weights, at) =>
        weigh("", weights).map((person) => ({ ...person, group: sites[at] ?? [] })),
      );
      const aggregate = aggregateOf(people, framework(), ["site", "team"]);
      const result = releaseUnder({ aggregate, framework: framework(), ...asking("site", "team"), minGroup: 5 }, rules);
      const [first, second] = result.groupings;
      outcomes.further += Number(first?.withheld === null && second?.withheld === null);
      outcomes.withheld += Number(second?.withheld === "with the others");
      const maskOf = (test: (place: readonly string[]) => boolean) =>
        sites.reduce((mask, place, at) => (test(place) && (cells[at]?.length ?? 0) > 0 ? mask | (1 << at) : mask), 0);
      const masks = result.groupings.flatMap((grouping, column) => {
        const shown = grouping.cells.filter(({ kind }) => kind === "group").map(({ path }) => path[0] ?? "");
        return grouping.cells.map(({ kind, path }) =>
          maskOf((place) => (kind === "pool" ? !shown.includes(place[column] ?? "") : place[column] === path[0])),
        );
      });
      if (result.total === null) return false;
      return derivable([maskOf(() => true), ...masks], sites.length).some(({ mask }) => {
        const inside = cells.filter((_, at) => (mask >> at) & 1).flat();
        return inside.length > 0 && kish(inside) < 5 - 1e-9;
      });
    };
    const random = uniform(20261123);
    for (let run = 0; run < RUNS; run++) {
      const cells = sites.map(() => {
        const size = random() < 0.55 ? 0 : Math.ceil(random() * 20);
        return Array.from({ length: size }, () => (random() < 0.1 ? 30 : 0.5 + random()));
      });
      expect(look(cells, ALL_RULES), `run ${run}`).toBe(false);
      const { further, withheld } = { ...outcomes };
      outcomes.exposed += Number(look(cells, { ...ALL_RULES, eliminate: false }));
      Object.assign(outcomes, { further, withheld });
    }
    expect(outcomes.further).toBeGreaterThan(5);
    expect(outcomes.withheld).toBeGreaterThan(5);
    // It finds them where the rule is off.
    expect(outcomes.exposed).toBeGreaterThan(5);
  });

  it("equal ones change nothing of what is shown", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 100 * UNIT }),
        (sizes, each) => {
          const people = sizes.flatMap((size, at) =>
            crowd(`G${at}`, size, (i) => (i % 3 ? {} : { R1: undefined, W1: undefined })),
          );
          const view = (of: Released) => ({
            total: of.total === null ? null : [...of.total.veils, of.total.itemTable, ...of.total.hiddenItems],
            rows: of.groupings.map(({ cells, withheld }) => [
              withheld,
              cells.map(({ kind, path, people: n, veils }) => [kind, path, n, [...veils]]),
            ]),
          });
          const even = people.map((person) => ({ ...person, weight: each }));
          expect(view(released(even))).toEqual(view(released(people)));
        },
      ),
      { numRuns: RUNS / 5, seed: 20261123 },
    );
  });
});
