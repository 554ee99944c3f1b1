import { describe, expect, it } from "vitest";
import type { GroupComparison } from "../../src/audit/types.ts";
import type { ReleasedCell, Veil } from "../../src/disclosure/types.ts";
import type { Framework } from "../../src/framework/types.ts";
import { adjustedForTests } from "../../src/statistics/adjust.ts";
import { compareGroups } from "../../src/statistics/comparison.ts";
import { expectClose } from "./close-to.ts";
import { analyses, everyone, shown } from "./departments.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { codedScale, dimension, framework, item } from "./small-framework.ts";
import { staffFramework } from "./staff.ts";

const departments = {
  framework: staffFramework,
  plan: everyone.plan,
  total: everyone.released,
  cells: shown,
  level: 0.95,
};

const find = (comparisons: readonly GroupComparison[], label: string, id: string): GroupComparison => {
  const found = comparisons.find((one) => one.label === label && one.dimension === id);
  if (found === undefined) throw new Error(`no comparison of ${label} on ${id}`);
  return found;
};

describe("departments of the reference survey against everyone else, as R computes it", () => {
  const comparisons = compareGroups(departments);

  it("six departments, four dimensions, nothing of the pool", () => {
    expect(comparisons).toHaveLength(24);
    expect(new Set(comparisons.map(({ label }) => label))).not.toContain("Legal");
    expect(comparisons.map(({ dimension: id }) => id).slice(0, 4)).toEqual(
      staffFramework.dimensions.map(({ id }) => id),
    );
  });

  it.each(analyses.group_vs_rest)("$department on $dimension", (wanted) => {
    const { test, ...one } = find(comparisons, wanted.department, wanted.dimension);
    expect([...one.n]).toEqual(wanted.n);
    if (one.difference.kind !== "estimate" || test === null) throw new Error("hidden");
    expectClose(one.difference.value, wanted.difference, "difference");
    expectClose(one.difference.interval?.low, wanted.ci95[0], "low end");
    expectClose(one.difference.interval?.high, wanted.ci95[1], "high end");
    expectClose(test.t, wanted.t, "t");
    expectClose(test.df, wanted.df, "df");
    expectClose(test.p, wanted.p, "p");
    expectClose(test.g ?? undefined, wanted.hedges_g, "g");
    expectClose(one.adjustedP, wanted.p_bh, "adjusted p");
    const higher = wanted.difference > 0 !== (wanted.dimension === "self_orientation");
    const called = wanted.p_bh < 0.05 && Math.abs(wanted.hedges_g) >= 0.2;
    expect(one.says).toBe(called ? (higher ? "higher" : "lower") : "no clear difference");
  });

  it("says it on the index: less self-orientation is higher", () => {
    expect(find(comparisons, "Finance", "self_orientation").says).toBe("higher");
    expect(find(comparisons, "Service", "self_orientation").says).toBe("lower");
    expect(find(comparisons, "Finance", "credibility").says).toBe("higher");
    expect(find(comparisons, "Service", "credibility").says).toBe("lower");
  });

  it("a pool given or left out is the same: everyone else is the total minus the group", () => {
    expect(compareGroups({ ...departments, cells: shown.filter(({ kind }) => kind === "group") })).toEqual(comparisons);
  });

  it("a veiled dimension of a group is hidden and leaves the family of tests", () => {
    const veils = new Map<string, Veil>([["credibility", "nearly all"]]);
    const cells = shown.map((cell) => (cell.path[0] === "Sales" ? { ...cell, veils } : cell));
    const fewer = compareGroups({ ...departments, cells });
    expect(find(fewer, "Sales", "credibility")).toEqual({
      path: ["Sales"],
      label: "Sales",
      dimension: "credibility",
      n: [0, 0],
      difference: { kind: "hidden", words: null },
      test: null,
      adjustedP: null,
      says: "too few to say",
    });
    const others = fewer.filter(({ test }) => test !== null);
    expect(others).toHaveLength(23);
    expect(others.map(({ adjustedP }) => adjustedP)).toEqual(adjustedForTests(others.map(({ test }) => test?.p ?? 1)));
    const best = (from: readonly GroupComparison[]) =>
      find(from, "Finance", "self_orientation").adjustedP ?? Number.NaN;
    expectClose(best(fewer) / best(comparisons), 23 / 24, "the smallest p, by the size of the family");
  });

  it("a dimension veiled for everyone is hidden for every group", () => {
    const total = { ...everyone.released, veils: new Map<string, Veil>([["intimacy", "hidden"]]) };
    const veiled = compareGroups({ ...departments, total }).filter(({ dimension: id }) => id === "intimacy");
    expect(veiled.map(({ difference, n }) => [difference.kind, ...n])).toEqual(
      shown.slice(1).map(() => ["hidden", 0, 0]),
    );
  });
});

const small = framework({
  scales: new Map([["long", codedScale("long", [0, 100])]]),
  items: [item("a", { scale: "long", dimension: "d" })],
  dimensions: [dimension("d", ["a"], { min: 0, max: 100 })],
});

interface Of {
  readonly of?: Framework;
  readonly weights?: readonly [readonly number[], readonly number[]];
  readonly path?: readonly string[];
}

/** A group of these scores among others of those. */
function against(own: readonly (number | null)[], others: readonly (number | null)[], how: Of = {}) {
  const { of = small, weights, path = ["g"] } = how;
  const rows = (scores: readonly (number | null)[]): readonly Row[] => scores.map((score) => [score]);
  const { plan, released } = releasedTotal(of, rows([...own, ...others]), { weights: weights?.flat() ?? null });
  const { released: inside } = releasedTotal(of, rows(own), { weights: weights?.[0] ?? null });
  const group: ReleasedCell = { ...inside, kind: "group", path };
  return compareGroups({ framework: of, plan, total: released, cells: [group], level: 0.95 });
}

describe("a group against everyone else", () => {
  const low = [10, 20, 30, 40, 50];
  const high = [60, 70, 80, 90, 100];

  it("worked by hand: variances 250 and 250, means 50 apart, so t = 5 with 8 df and g = 50/√250 · (1 − 3/31)", () => {
    const [one] = against(high, low);
    expectClose(one?.test?.t, 5, "t");
    expectClose(one?.test?.df, 8, "df");
    expectClose(one?.test?.p, 0.00105282579336654, "p, R");
    expectClose(one?.test?.g ?? undefined, (50 / Math.sqrt(250)) * (1 - 3 / 31), "g");
    expect(one).toMatchObject({ n: [5, 5], says: "higher", difference: { value: 50, n: 10, unit: "points on 0–100" } });
    const lower = framework({
      ...small,
      dimensions: [dimension("d", ["a"], { min: 0, max: 100, direction: "lower" })],
    });
    expect(against(high, low, { of: lower })[0]?.says).toBe("lower");
    expect(against(low, high)[0]?.says).toBe("lower");
  });

  it("an effect under .2 is no clear difference, however sure", () => {
    const many = (shift: number) => Array.from({ length: 4000 }, (_, i) => 30 + shift + 4 * (i % 5));
    const [one] = against(many(1), many(0));
    expect(one?.adjustedP).toBeLessThan(1e-10);
    expect(one?.test?.g).toBeLessThan(0.2);
    expect(one?.says).toBe("no clear difference");
    expect(against(many(2), many(0))[0]?.says).toBe("higher");
  });

  it.each([
    ["four in the group", [1, 2, 3, 4], low],
    ["four others", low, [1, 2, 3, 4, null]],
    ["one in the group", [3], low],
  ])("too few to say: %s", (_, own, others) => {
    const [one] = against(own, others);
    expect(one).toMatchObject({ test: null, adjustedP: null, says: "too few to say" });
    expect(one?.difference).toMatchObject({
      kind: "estimate",
      interval: null,
      noInterval: "a test needs 5 people on either side",
    });
  });

  it("nobody on one side", () => {
    expect(against([null, null], low)[0]).toMatchObject({
      n: [0, 5],
      difference: { kind: "none", reason: "nobody in the group answered enough of it", n: 5 },
      says: "too few to say",
    });
    expect(against(low, [null])[0]?.difference).toMatchObject({ reason: "nobody else answered enough of it" });
  });

  it("no spread on either side has no test; on one side it has", () => {
    const [equal] = against([20, 20, 20, 20, 20], [30, 30, 30, 30, 30]);
    expect(equal).toMatchObject({ test: null, says: "too few to say", difference: { value: -10 } });
    expect(equal?.difference).toMatchObject({ noInterval: "all scores on either side are equal" });
    const [one] = against([100, 100, 100, 100, 100], low);
    expectClose(one?.test?.df, 4, "df of the side that varies");
  });

  it("an interval never leaves what is possible", () => {
    const [one] = against([0, 0, 0, 0, 100], [100, 100, 100, 100, 0, 100]);
    if (one?.difference.kind !== "estimate") throw new Error("hidden");
    expect(one.difference.interval?.low).toBe(-100);
  });

  it("a group that is everyone is compared with nobody; assessments are not compared", () => {
    expect(against(low, [])).toEqual([]);
    expect(against(low, high, { of: { ...small, unit: "organisation" } })).toEqual([]);
  });

  it("a blank value has its words, a path its levels", () => {
    expect(against(low, high, { path: ["North", ""] })[0]?.label).toBe("North / (blank)");
  });
});

describe("under survey weights", () => {
  const own = [10, 20, 30, 40, 50, 60];
  const others = [20, 40, 60, 80, 90, 95, 100];

  /** The formulas in floating point, on raw data. */
  function naive(scores: readonly number[], weights: readonly number[]) {
    const n = scores.length;
    const sum = (term: (x: number, w: number) => number) =>
      scores.reduce((total, x, i) => total + term(x, weights[i] ?? 0), 0);
    const w = sum((_, weight) => weight);
    const mean = sum((x, weight) => weight * x) / w;
    const se2 = ((n / (n - 1)) * sum((x, weight) => (weight * (x - mean)) ** 2)) / w ** 2;
    return { mean, se2, df: w ** 2 / sum((_, weight) => weight ** 2) - 1 };
  }

  it("means, errors and degrees of freedom are the weighted ones", () => {
    const weights = [
      [1, 2, 1, 1, 1.5, 1],
      [1, 1, 0.5, 1, 1, 1, 2],
    ] as const;
    const [one] = against(own, others, { weights });
    const [a, b] = [naive(own, weights[0]), naive(others, weights[1])];
    expectClose(one?.test?.t, (a.mean - b.mean) / Math.sqrt(a.se2 + b.se2), "t");
    expectClose(one?.test?.df, (a.se2 + b.se2) ** 2 / (a.se2 ** 2 / a.df + b.se2 ** 2 / b.df), "df");
    expect(one?.difference).toMatchObject({ method: expect.stringContaining("under survey weights") });
  });

  it("equal weights change nothing", () => {
    const weights = [own.map(() => 2), others.map(() => 2)] as const;
    expect(against(own, others, { weights })[0]?.test).toEqual(against(own, others)[0]?.test);
  });

  it("six people who count as fewer than five are too few", () => {
    const [one] = against(own, others, { weights: [[9, 1, 1, 1, 1, 1], others.map(() => 1)] });
    expect(one).toMatchObject({ test: null, says: "too few to say" });
    expect(one?.difference).toMatchObject({
      noInterval: "a test needs 5 people, counted by their weights, on either side",
    });
  });
});
