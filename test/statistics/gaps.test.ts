import { describe, expect, it } from "vitest";
import type { AudienceGap, CellResult, CompositeResult, DimensionResult } from "../../src/audit/types.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { estimateGaps, gapOfTwo } from "../../src/statistics/gaps.ts";
import { cell, dimensionResult, estimate, HIDDEN } from "./cell-of-means.ts";
import { expectClose } from "./close-to.ts";
import { releasedTotal } from "./released-total.ts";
import { dimension, framework, item } from "./small-framework.ts";
import { reference, staffFramework, staffRows } from "./staff.ts";

const AUDIENCES = ["leaders", "staff", "owners"].map((id) => ({ id, title: id.toUpperCase(), standsFor: [id] }));
const SMALL = { ...framework({ items: [item("A1")], dimensions: [dimension("a", ["A1"])] }), audiences: AUDIENCES };

function gapOf(gaps: readonly AudienceGap[], id: string, than = "staff"): AudienceGap {
  const found = gaps.find((gap) => gap.id === id && gap.than === than);
  if (found === undefined) throw new Error(`no gap of ${id}`);
  return found;
}

async function staffCell(file: "staff-wave2.csv" | undefined, audience: string): Promise<CellResult> {
  const { plan, released } = releasedTotal(staffFramework, staffRows(file));
  const request = { framework: staffFramework, plan, headcount: null, unit: "person", seed: 1 } as const;
  return estimateCell({ ...request, released: { ...released, kind: "group", path: [audience] } });
}

describe("two waves of the reference survey, taken for two audiences, as R computes them", async () => {
  const cells = [await staffCell(undefined, "staff"), await staffCell("staff-wave2.csv", "leaders")];
  const gaps = estimateGaps({ framework: { ...staffFramework, audiences: AUDIENCES }, cells });
  // p.adjust(c(.02525, .47407, .23857, .10987), "BH"), of the p values in reference.json.
  const bh = { credibility: 0.100995670712956, reliability: 0.474069341457274, intimacy: 0.318092572385633 };

  it.each(staffFramework.dimensions.map(({ id, direction }) => [id, direction] as const))("%s", (id, direction) => {
    const wanted = reference.wave2_minus_wave1[id]?.independent;
    if (wanted === undefined) throw new Error("no reference");
    const { index, test, audience, than } = gapOf(gaps, id);
    expect([audience, than]).toEqual(["leaders", "staff"]);
    if (index.kind !== "estimate") throw new Error("no gap");
    const perPoint = direction === "higher" ? 25 : -25;
    expectClose(index.value, perPoint * wanted.difference, "gap");
    const ends = wanted.ci95.map((end) => perPoint * end).sort((a, b) => a - b);
    expectClose(index.interval?.low, ends[0] ?? 0, "low");
    expectClose(index.interval?.high, ends[1] ?? 0, "high");
    for (const key of ["t", "df", "p"] as const) expectClose(test?.[key], wanted[key], key);
    expectClose(test?.g ?? null, wanted.hedges_g, "g");
    expect(index.n).toBe(wanted.n[0] + wanted.n[1]);
  });

  it("are adjusted for the number of dimensions, and composites are not", () => {
    for (const [id, p] of Object.entries(bh)) expectClose(gapOf(gaps, id).adjustedP, p, id);
    expect(gapOf(gaps, "trust").adjustedP).toBeNull();
    expect(gaps.map(({ says }) => says)).toEqual(gaps.map(() => "no clear difference"));
  });

  it("have composites compared on the index, its error put on it", () => {
    const [staff, leaders] = cells.map(({ composites: [trust] }) => trust);
    if (staff?.index.kind !== "estimate" || leaders?.index.kind !== "estimate") throw new Error("no index");
    const { index } = gapOf(gaps, "trust");
    if (index.kind !== "estimate") throw new Error("no gap");
    expectClose(index.value, leaders.index.value - staff.index.value, "gap");
    const half = (index.interval?.high ?? 0) - index.value;
    const halves = [staff, leaders].map(({ precision }) => (100 * (precision?.se ?? 0)) / Math.log(25));
    // About 450 degrees of freedom: a quantile of 1.965.
    expect(half / Math.hypot(...halves)).toBeCloseTo(1.965, 2);
  });
});

/** So many people with this mean and SD on 1–5. */
function scored(
  id: string,
  mean: number,
  { n = 30, sd = 0.8, more = {} }: { n?: number; sd?: number; more?: Partial<DimensionResult> } = {},
): DimensionResult {
  return {
    ...dimensionResult(dimension(id, []), mean),
    ...{ mean: estimate(mean, n), index: estimate(25 * (mean - 1), n), sd: estimate(sd, n) },
    precision: { se: sd / Math.sqrt(n), df: n - 1, scale: "linear" },
    ...more,
  };
}

function composite(id: string, index: number, more: Partial<CompositeResult> = {}): CompositeResult {
  return {
    ...{ id, title: id, about: "", formula: "", terms: [], transform: "linear", worst: 1, best: 5, target: 75 },
    ...{ value: estimate(1 + index / 25, 30), index: estimate(index, 30), load: null, judged: null, band: null },
    ...{ bounds: null, precision: { se: 0.1, df: 29, scale: "linear" }, detectable: null },
    ...more,
  } as CompositeResult;
}

function audience(
  id: string,
  dimensions: readonly DimensionResult[],
  composites: readonly CompositeResult[] = [],
): CellResult {
  return { ...cell(dimensions), kind: "group", path: [id], composites };
}

const gapsOf = (...cells: readonly CellResult[]) => estimateGaps({ framework: SMALL, cells });

describe("gaps between audiences", () => {
  it("by hand: 4.0 against 3.0, SD 0.8, 30 people each", () => {
    const [gap] = gapsOf(audience("leaders", [scored("a", 4)]), audience("staff", [scored("a", 3)]));
    if (gap?.index.kind !== "estimate") throw new Error("no gap");
    // se² = 2 · 0.64/30, df = 58, t(.975, 58) = 2.001717.
    const half = 25 * 2.0017174841452352 * Math.sqrt((2 * 0.64) / 30);
    expectClose(gap.index.value, 25, "gap");
    expectClose(gap.index.interval?.low, 25 - half, "low");
    expectClose(gap.test?.g ?? null, (1 / 0.8) * (1 - 3 / (4 * 58 - 1)), "g");
    expect(gap).toMatchObject({ of: "dimension", audience: "leaders", than: "staff", says: "higher" });
  });

  it("are of every pair in the framework's order, composites first; pools are nobody", () => {
    const of = (id: string, mean: number) => audience(id, [scored("a", mean)], [composite("trust", 50)]);
    const pool: CellResult = { ...of("pool", 1), kind: "pool", path: [] };
    const gaps = gapsOf(pool, of("owners", 2), of("staff", 3), of("leaders", 4));
    expect(gaps.map((gap) => [gap.of, gap.audience, gap.than])).toEqual(
      [
        ["leaders", "staff"],
        ["leaders", "owners"],
        ["staff", "owners"],
      ].flatMap((pair) => [
        ["composite", ...pair],
        ["dimension", ...pair],
      ]),
    );
  });

  it("say lower of an index that is lower, whichever way the score is good", () => {
    const high = scored("a", 4.5, { more: { direction: "lower" } });
    const low = scored("a", 2, { more: { direction: "lower" } });
    expect(gapsOf(audience("leaders", [high]), audience("staff", [low]))[0]?.says).toBe("lower");
  });

  it("say nothing of a sure but small difference of a dimension", () => {
    const many = { n: 20_000 };
    const [gap] = gapsOf(audience("leaders", [scored("a", 3.1, many)]), audience("staff", [scored("a", 3, many)]));
    expect(gap?.adjustedP).toBeLessThan(0.001);
    expect(gap?.says).toBe("no clear difference");
  });

  it("are of what both have, on the same scale", () => {
    const leaders = audience("leaders", [scored("a", 4), scored("own", 4), scored("b", 4)]);
    const staff = audience("staff", [scored("a", 3), scored("b", 3, { more: { max: 7 } })]);
    expect(gapsOf(leaders, staff).map(({ id }) => id)).toEqual(["a"]);
  });

  it("of formulas that differ compare the indices", () => {
    const leaders = audience(
      "leaders",
      [],
      [composite("trust", 80, { worst: 0, best: 10, precision: { se: 0.2, df: 29, scale: "linear" } })],
    );
    const staff = audience("staff", [], [composite("trust", 60)]);
    const [gap] = gapsOf(leaders, staff);
    if (gap?.index.kind !== "estimate") throw new Error("no gap");
    expectClose(gap.index.value, 20, "gap");
    // 0.2 on 0–10 is 2 index points, 0.1 on 1–5 is 2.5.
    expectClose(gap.test?.t, 20 / Math.hypot(2, 2.5), "t");
    expect(gap).toMatchObject({ says: "higher", adjustedP: null });
  });

  it("compare no composites of different parts, and say where the same parts weigh differently", () => {
    const parts = (formula: string, ...names: readonly string[]) => ({
      formula,
      terms: names.map((name) => ({ name, title: name, value: 3 })),
    });
    const of = (own: object, other: object) =>
      gapsOf(
        audience("leaders", [], [composite("trust", 80, own)]),
        audience("staff", [], [composite("trust", 60, other)]),
      );
    expect(of(parts("mean(a, b)", "a", "b"), parts("mean(c, d)", "c", "d"))).toEqual([]);
    expect(of(parts("mean(a, b)", "a", "b"), parts("mean(a)", "a"))).toEqual([]);
    const [weighed] = of(parts("0.3 * a + 0.7 * b", "a", "b"), parts("0.5 * b + 0.5 * a", "b", "a"));
    expect(weighed?.index).toMatchObject({
      value: 20,
      caveats: [expect.stringContaining("weighs the same parts in its own way")],
    });
    const [same] = of(parts("mean(a, b)", "a", "b"), parts("mean(a, b)", "a", "b"));
    expect(same?.index).toMatchObject({ value: 20, caveats: [] });
  });

  it("look through the composites that a formula names", () => {
    const named = (half: string) => [
      composite("half", 70, { terms: [{ name: half, title: half, value: 3 }] }),
      composite("trust", 80, { terms: [{ name: "half", title: "half", value: 3 }] }),
    ];
    const ids = (own: string, other: string) =>
      gapsOf(audience("leaders", [], named(own)), audience("staff", [], named(other))).map(({ id }) => id);
    expect(ids("a", "a")).toEqual(["half", "trust"]);
    expect(ids("a", "b")).toEqual([]);
  });

  it("leave out a composite that one of them does not have a value of, and hide what is hidden", () => {
    const none = composite("trust", 60, { index: { kind: "none", reason: "nobody answered", n: 0 } as never });
    expect(gapsOf(audience("leaders", [], [composite("trust", 80)]), audience("staff", [], [none]))).toEqual([]);
    const hidden = composite("trust", 60, { index: HIDDEN });
    const [gap] = gapsOf(audience("leaders", [], [composite("trust", 80)]), audience("staff", [], [hidden]));
    expect(gap).toMatchObject({ index: { kind: "hidden" }, says: "too few to say", test: null });
  });

  it("of one assessment have no interval, and too few to say", () => {
    const one = { more: { precision: null, sd: HIDDEN } };
    const [gap] = gapsOf(audience("leaders", [scored("a", 4, one)]), audience("staff", [scored("a", 3)]));
    expect(gap).toMatchObject({
      index: { value: 25, interval: null },
      test: null,
      adjustedP: null,
      says: "too few to say",
    });
    expect(gap?.index.kind === "estimate" && gap.index.noInterval).toContain("one of the two audiences");
  });

  it("of under five people are too few to say", () => {
    const [gap] = gapsOf(audience("leaders", [scored("a", 5, { n: 4 })]), audience("staff", [scored("a", 1)]));
    expect(gap?.says).toBe("too few to say");
  });

  it("where everybody says the same are no clear difference", () => {
    const same = { sd: 0 };
    const [gap] = gapsOf(audience("leaders", [scored("a", 4, same)]), audience("staff", [scored("a", 3, same)]));
    expect(gap).toMatchObject({ test: null, says: "no clear difference" });
  });
});

describe("two audiences surveyed apart", () => {
  const side = (name: string, mean: number, more: Partial<DimensionResult> = {}) => ({
    ...{ name, unit: "person" as const },
    cell: audience(name, [scored("a", mean, { more }), scored("b", 3)], [composite("trust", 20 * mean)]),
  });

  it("have the gaps that a survey of both has", () => {
    const [leaders, staff] = [side("leaders", 4), side("staff", 3)];
    const both = gapsOf(leaders.cell, staff.cell);
    const apart = gapOfTwo(leaders, staff);
    expect(apart.people).toEqual({ before: leaders.cell.people, after: staff.cell.people, both: null });
    expect(apart.changes.map(({ of, id, index, test, adjustedP }) => ({ of, id, index, test, adjustedP }))).toEqual(
      both.map(({ of, id, index, test, adjustedP }) => ({ of, id, index, test, adjustedP })),
    );
    const words = { higher: "up", lower: "down", "no clear difference": "no clear change" } as Record<string, string>;
    expect(apart.changes.map(({ says }) => says)).toEqual(both.map(({ says }) => words[says]));
    expect(apart.changes.map(({ says }) => says)).toEqual(["up", "up", "no clear change"]);
  });

  it("of which one is a room rest on the people alone, and say why there is no margin", () => {
    const room = { ...side("leaders", 4, { precision: null, mean: estimate(4, 1) }), unit: "consensus" as const };
    const [, gap] = gapOfTwo(room, side("staff", 3)).changes;
    if (gap?.index.kind !== "estimate") throw new Error("no gap");
    expect(gap.index).toMatchObject({ value: 25, n: 30, interval: null });
    expect(gap.index.noInterval).toBe("one of the two is an assessment, which has no margin of error");
    expect(gap.index.method).toBe("difference of one assessment and 30 people");
  });
});
