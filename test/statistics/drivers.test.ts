import { describe, expect, it } from "vitest";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import type { Framework } from "../../src/framework/types.ts";
import { createDraws } from "../../src/numeric/draws.ts";
import { estimateDrivers } from "../../src/statistics/drivers.ts";
import { expectClose } from "./close-to.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { codedScale, dimension, framework, item } from "./small-framework.ts";
import { reference, staffFramework, staffRows } from "./staff.ts";

async function driversOf(
  of: Framework,
  rows: readonly Row[],
  {
    released = {},
    weights = null,
    seed = 1,
  }: { released?: Partial<ReleasedCell>; weights?: readonly number[] | null; seed?: number } = {},
) {
  const total = releasedTotal(of, rows, { weights });
  return estimateDrivers({
    framework: of,
    plan: total.plan,
    released: { ...total.released, ...released },
    sampling: { unit: of.unit, headcount: null, level: 0.95 },
    seed,
  });
}

describe("drivers of recommendation in the reference survey", async () => {
  const [drivers] = await driversOf(staffFramework, staffRows());
  const wanted = reference.drivers_of_recommend;

  it("relative weights and R², as R computes them", () => {
    expect(drivers).toMatchObject({ outcome: "recommend", title: "Would recommend us", n: wanted.n, reason: null });
    if (drivers?.r2?.kind !== "estimate") throw new Error("no R²");
    expectClose(drivers.r2.value, wanted.R2, "R²");
    expect(drivers.drivers).toHaveLength(4);
    for (const { dimension: id, weight, percent } of drivers.drivers) {
      if (weight.kind !== "estimate") throw new Error("no weight");
      expectClose(weight.value, wanted.raw_weight[id], id);
      expectClose(percent, wanted.percent[id], `${id} in %`);
      expect(weight.n).toBe(wanted.n);
    }
  });

  it("come largest first, each with an interval about it and one above noise", () => {
    expect(drivers?.drivers.map(({ dimension: id }) => id)).toEqual([
      "self_orientation",
      "credibility",
      "intimacy",
      "reliability",
    ]);
    for (const { weight, aboveNoise, claimed } of drivers?.drivers ?? []) {
      if (weight.kind !== "estimate" || weight.interval === null) throw new Error("no interval");
      expect(weight.interval.low).toBeLessThan(weight.value);
      expect(weight.interval.high).toBeGreaterThan(weight.value);
      expect(weight.interval.high - weight.interval.low).toBeGreaterThan(0.05);
      expect(claimed).toBe(aboveNoise.low > 0);
      expect(claimed).toBe(true);
    }
  });

  it("keep their bits with the seed, and change with it", async () => {
    expect(await driversOf(staffFramework, staffRows())).toEqual([drivers]);
    expect(await driversOf(staffFramework, staffRows(), { seed: 2 })).not.toEqual([drivers]);
  });

  it("leave survey weights aside and say so", async () => {
    const rows = staffRows();
    const [weighted] = await driversOf(staffFramework, rows, { weights: rows.map((_, i) => 1 + (i % 3)) });
    const first = weighted?.drivers[0]?.weight;
    if (first?.kind !== "estimate") throw new Error("no weight");
    expectClose(first.value, wanted.raw_weight["self_orientation"], "weight");
    expect(first.caveats.join(" ")).toContain("Survey weights are not used");
  });
});

const of = framework({
  scales: new Map([
    ["agree", codedScale("agree", [1, 5])],
    ["recommend", codedScale("recommend", [0, 10])],
  ]),
  items: ["a", "b", "c"].map((id) => item(id, { dimension: id })).concat(item("go", { scale: "recommend" })),
  dimensions: ["a", "b", "c"].map((id) => dimension(id, [id])),
  outcomes: [{ id: "go", item: "go", title: "Go on", statistic: "mean" }],
});

/** The outcome follows a; b and c are dice. */
function planted(people: number, seed: number): readonly Row[] {
  const draws = createDraws(seed, 9);
  return Array.from({ length: people }, () => {
    const [a, b, c] = [1 + draws.below(5), 1 + draws.below(5), 1 + draws.below(5)];
    return [a, b, c, Math.max(0, Math.min(10, a + 2 + draws.below(4)))];
  });
}

describe("a planted driver", () => {
  it("is claimed, and dice are claimed in about 5 of 100 surveys at most", async () => {
    let [found, false_] = [0, 0];
    const surveys = 40;
    for (let survey = 0; survey < surveys; survey++) {
      const [result] = await driversOf(of, planted(80, survey), { seed: survey });
      for (const { dimension: id, claimed } of result?.drivers ?? []) {
        if (id === "a") found += Number(claimed);
        else false_ += Number(claimed);
      }
    }
    expect(found).toBe(surveys);
    expect(false_).toBeLessThanOrEqual(6);
  });
});

describe("how much something matters to people", () => {
  const asked = {
    ...of,
    dimensions: of.dimensions.map((one) => (one.id === "a" ? { ...one, importance: "go" } : one)),
  };
  it("is a weight and no outcome to explain: no table, and nothing is summed up for one", async () => {
    const rows = planted(80, 1);
    expect(await driversOf(of, rows)).toHaveLength(1);
    expect(await driversOf(asked, rows)).toEqual([]);
    const sets = (one: Framework) => releasedTotal(one, rows).plan.listwise.map(({ name }) => name);
    expect(sets(of)).toEqual(["a", "b", "c", "drivers:go"]);
    expect(sets(asked)).toEqual(["a", "b", "c"]);
  });
  it("takes no other outcome's table away", async () => {
    const outcomes = [...of.outcomes, { id: "stay", item: "go", title: "Stay", statistic: "mean" as const }];
    const results = await driversOf({ ...asked, outcomes }, planted(80, 1));
    expect(results.map(({ outcome }) => outcome)).toEqual(["stay"]);
  });
});

describe("no drivers, in words", () => {
  const rows = planted(60, 1);
  it.each([
    ["too few people", rows.slice(0, 28), "needs 30 people with all answers; 28 have them"],
    [
      "nobody complete",
      rows.map((row) => [null, ...row.slice(1)]),
      "needs 30 people with all answers; too few have them",
    ],
    ["the outcome never varies", rows.map((row) => [...row.slice(0, 3), 5]), "Go on: everybody has the same score"],
    ["a dimension never varies", rows.map((row) => [3, ...row.slice(1)]), "a: everybody has the same score"],
    [
      "two dimensions are one",
      rows.map((row) => [row[1] ?? null, ...row.slice(1)]),
      "one dimension is a combination of the others: their shares cannot be told apart",
    ],
  ])("%s", async (_, people, reason) => {
    const [result] = await driversOf(of, people);
    expect(result).toMatchObject({ reason, r2: null, drivers: [] });
  });

  it("needs ten people a predictor", async () => {
    const ids = ["a", "b", "c", "d"];
    const wider = framework({
      ...of,
      items: ids.map((id) => item(id, { dimension: id })).concat(item("go", { scale: "recommend" })),
      dimensions: ids.map((id) => dimension(id, [id])),
    });
    const four = rows.slice(0, 39).map((row, i) => [...row.slice(0, 3), 1 + (i % 5), row[3] ?? null]);
    expect((await driversOf(wider, four))[0]?.reason).toBe("needs 40 people with all answers; 39 have them");
  });

  it("hidden where a dimension is", async () => {
    const [result] = await driversOf(of, rows, { released: { veils: new Map([["b", "hidden"]]) } });
    expect(result).toMatchObject({ reason: "hidden to protect small groups", r2: { kind: "hidden" }, drivers: [] });
  });

  it("an outcome that answers follow to the letter has R² of 1", async () => {
    const [result] = await driversOf(
      of,
      rows.map((row) => [...row.slice(0, 3), 2 * (row[0] ?? 0)]),
    );
    expect(result?.r2).toMatchObject({ kind: "estimate" });
    if (result?.r2?.kind === "estimate") expect(result.r2.value).toBeCloseTo(1, 10);
    expect(result?.drivers[0]).toMatchObject({ dimension: "a", claimed: true });
  });

  it("of assessments there are none", async () => {
    expect(await driversOf({ ...of, unit: "consensus" }, rows)).toEqual([]);
  });
});
