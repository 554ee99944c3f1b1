import { describe, expect, it } from "vitest";
import type { AggregatePlan } from "../../src/aggregate/types.ts";
import type { Published } from "../../src/audit/estimate.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import type { Framework } from "../../src/framework/types.ts";
import { estimateBetweenGroups, meanSquares } from "../../src/statistics/between-groups.ts";
import { at } from "../../src/statistics/moments.ts";
import { expectClose } from "./close-to.ts";
import { analyses, everyone, shown } from "./departments.ts";
import { releasedTotal } from "./released-total.ts";
import { codedScale, dimension, framework, item } from "./small-framework.ts";
import { staffFramework } from "./staff.ts";

const oneItem = framework({
  scales: new Map([["long", codedScale("long", [0, 100])]]),
  items: [item("a", { scale: "long", dimension: "d" })],
  dimensions: [dimension("d", ["a"], { min: 0, max: 100 })],
});

type Scores = readonly (number | null)[];

function requestOf(groups: readonly Scores[], more: Scores = [], weights = false) {
  const cellOf = (scores: Scores) =>
    releasedTotal(
      oneItem,
      scores.map((score) => [score]),
      { weights: weights ? scores.map(() => 1) : null },
    );
  const { plan, released } = cellOf([...groups.flat(), ...more]);
  const cells = groups.map(
    (scores, i): ReleasedCell => ({ ...cellOf(scores).released, kind: "group", path: [`${i}`] }),
  );
  return { framework: oneItem, plan, total: released, cells };
}

interface Request {
  readonly framework: Framework;
  readonly plan: AggregatePlan;
  readonly total: ReleasedCell;
  readonly cells: readonly ReleasedCell[];
}

function only(request: Request) {
  const [result] = estimateBetweenGroups(request);
  if (result === undefined) throw new Error("no result");
  return result;
}

function number(published: Published | undefined): number {
  if (published?.kind !== "estimate") throw new Error(`no estimate but ${JSON.stringify(published)}`);
  return published.value;
}

describe("between departments of the reference survey, as R computes it", () => {
  const results = estimateBetweenGroups({
    framework: staffFramework,
    plan: everyone.plan,
    total: everyone.released,
    cells: shown,
  });

  it.each(staffFramework.dimensions.map(({ id }, d) => [id, d] as const))("%s", (id, d) => {
    const wanted = analyses.dimension[id]?.agreement;
    const result = results[d];
    expect(result).toMatchObject({ dimension: id, icc1: { n: id === "intimacy" ? 239 : 240 } });
    expectClose(number(result?.icc1), wanted?.icc1, "ICC(1)");
    expectClose(number(result?.icc2), wanted?.icc2, "ICC(2)");
    const slots = everyone.plan.scores[d];
    if (slots === undefined) throw new Error("no score");
    const sums = shown.map(({ cell }) => ({
      n: at(cell, slots.n),
      sum: BigInt(at(cell, slots.sum)),
      squares: BigInt(at(cell, slots.sumSquares)),
      unitsPerPoint: slots.unitsPerPoint,
    }));
    const { between, within } = meanSquares(sums, at(everyone.released.cell, slots.n));
    expectClose(between, wanted?.MSB, "MSB");
    expectClose(within, wanted?.MSW, "MSW");
  });

  it("a pool given or left out is the same: who is in no shown group is everyone minus the groups", () => {
    const groups = shown.filter(({ kind }) => kind === "group");
    const without = estimateBetweenGroups({
      framework: staffFramework,
      plan: everyone.plan,
      total: everyone.released,
      cells: groups,
    });
    expect(without).toEqual(results);
  });

  it("a group withheld for one dimension joins the rest there, and only there", () => {
    const veiled = shown.map((cell, i) =>
      i === 0 ? { ...cell, veils: new Map([["intimacy", "hidden" as const]]) } : cell,
    );
    const request = { framework: staffFramework, plan: everyone.plan, total: everyone.released };
    const result = estimateBetweenGroups({ ...request, cells: veiled });
    const left = estimateBetweenGroups({ ...request, cells: shown.slice(1) });
    expect(result[0]).toEqual(results[0]);
    expect(result[2]).toEqual(left[2]);
    expect(result[2]).not.toEqual(results[2]);
  });

  it("hidden where everyone together is", () => {
    const total = { ...everyone.released, veils: new Map([["intimacy", "nearly all" as const]]) };
    const result = estimateBetweenGroups({ framework: staffFramework, plan: everyone.plan, total, cells: shown });
    expect(result[2]).toMatchObject({ icc1: { kind: "hidden", words: null }, icc2: { kind: "hidden", words: null } });
    expect(result[3]).toEqual(results[3]);
  });
});

describe("between groups", () => {
  it("Shrout & Fleiss 1979, table 2: MSB 11.24, MSW 6.26, ICC(1,1) .17, ICC(1,4) .44", () => {
    const targets = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const sums = targets.map((scores) => ({
      n: 4,
      sum: BigInt(scores.reduce((sum, x) => sum + x, 0)),
      squares: BigInt(scores.reduce((sum, x) => sum + x * x, 0)),
      unitsPerPoint: 1,
    }));
    const { between, within } = meanSquares(sums, 24);
    expect([between.toFixed(2), within.toFixed(2)]).toEqual(["11.24", "6.26"]);
    const { icc1, icc2 } = only(requestOf(targets));
    expectClose(number(icc1), 0.165741768405475, "ICC(1,1), R");
    expectClose(number(icc2), 0.442797133679268, "ICC(1,4), R");
    expect([number(icc1).toFixed(2), number(icc2).toFixed(2)]).toEqual(["0.17", "0.44"]);
    expect(icc1).toMatchObject({ n: 24, interval: null, method: "ICC(1), one-way analysis of variance over 6 groups" });
  });

  it("below 0 where groups differ less than chance would make them, and it says so", () => {
    const { icc1, icc2 } = only(
      requestOf([
        [10, 20, 30],
        [10, 20, 30],
        [10, 20, 36],
      ]),
    );
    expect(number(icc1)).toBeLessThan(0);
    expect(number(icc2)).toBeLessThan(0);
    expect(icc1.kind === "estimate" && icc1.caveats[0]).toMatch(/^Below 0/);
  });

  it("worked by hand: variances 484 within, means 18 apart, so MSB 486 and ICC(1) 2/1454: the groups hardly differ", () => {
    const { icc1 } = only(
      requestOf([
        [0, 22, 44],
        [18, 40, 62],
      ]),
    );
    expectClose(number(icc1), 2 / 1454, "ICC(1)");
    expect(icc1.kind === "estimate" && icc1.caveats[0]).toMatch(/^About 0/);
    expect(
      only(
        requestOf([
          [0, 22, 44],
          [38, 60, 82],
        ]),
      ).icc1,
    ).toMatchObject({ caveats: [] });
  });

  it("equal means have no ICC(2); equal scores have neither", () => {
    const means = only(
      requestOf([
        [10, 30],
        [20, 20],
      ]),
    );
    expect(number(means.icc1)).toBe(-1);
    expect(means.icc2).toEqual({ kind: "none", reason: "the means of all groups are equal", n: 4 });
    const scores = only(
      requestOf([
        [10, 10],
        [10, 10],
      ]),
    );
    expect(scores.icc1).toEqual({ kind: "none", reason: "all scores are equal", n: 4 });
  });

  it.each([
    ["needs at least two groups with answers", [[1, 2, 3]], 3],
    ["needs at least two groups with answers", [[1, 2, 3], [null]], 3],
    ["needs more people than groups", [[1], [2]], 2],
    ["nobody answered enough of it", [[null], [null]], 0],
  ])("%s", (reason, groups, n) => {
    const result = only(requestOf(groups));
    expect(result.icc1).toEqual({ kind: "none", reason, n });
    expect(result.icc2).toEqual({ kind: "none", reason, n });
  });

  it("one group and all the others are two", () => {
    expect(only(requestOf([[1, 2, 3]], [4, 5, 6]))).toEqual(
      only(
        requestOf([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      ),
    );
  });

  it("survey weights are not used, and it says so", () => {
    const groups = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    const [plain, weighted] = [only(requestOf(groups)), only(requestOf(groups, [], true))];
    expect(number(weighted.icc1)).toBe(number(plain.icc1));
    expect(weighted.icc1).toMatchObject({ caveats: ["Survey weights are not used here: everybody counts once."] });
  });

  it("nothing of assessments", () => {
    expect(
      estimateBetweenGroups({
        ...requestOf([
          [1, 2],
          [3, 4],
        ]),
        framework: { ...oneItem, unit: "self" },
      }),
    ).toEqual([]);
  });
});
