import { describe, expect, it } from "vitest";
import type { CellResult } from "../../src/audit/types.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import type { Framework, Scale, Unit } from "../../src/framework/types.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { codedScale, dimension, framework, item } from "./small-framework.ts";

const scales = new Map<string, Scale>([
  ["agree", codedScale("agree", [1, 5])],
  ["zero-to-ten", codedScale("zero-to-ten", [0, 10])],
  ["content", codedScale("content", [1, 4])],
  [
    "turnover",
    {
      kind: "figure",
      id: "turnover",
      title: "Turnover",
      worst: 35,
      best: 5,
      decimals: 1,
      unit: "% a year",
      notApplicable: [],
      dontKnow: [],
    },
  ],
]);

const asked: Framework = framework({
  scales,
  items: [
    item("O1", { dimension: "openness" }),
    item("O2", { dimension: "openness", reverse: true }),
    item("W1", { dimension: "worry" }),
    item("T1", { dimension: "people", scale: "turnover" }),
    item("recommend", { scale: "zero-to-ten" }),
    item("content", { scale: "content" }),
    item("leavers", { scale: "turnover" }),
  ],
  dimensions: [
    dimension("openness", ["O1", "O2"], { block: "near" }),
    dimension("worry", ["W1"], { direction: "lower", target: 60 }),
    dimension("people", ["T1"], { min: 0, max: 100 }),
  ],
  outcomes: [
    { id: "nps", item: "recommend", title: "Recommends", statistic: "nps" },
    { id: "csat", item: "content", title: "Content", statistic: "csat" },
    { id: "mean", item: "recommend", title: "Mean", statistic: "mean" },
    { id: "leavers", item: "leavers", title: "Leavers", statistic: "mean" },
  ],
});

/** 12 people: openness 4.5 of 5 for every second, else 3; figures in tenths. */
const ROWS: readonly Row[] = Array.from({ length: 12 }, (_, i) =>
  i % 2 === 0 ? [5, 2, 1, 200, 10, 4, 100] : [3, 3, 2, 50, 7, 2, null],
);

async function cellOf(
  rows: readonly Row[],
  {
    released = {},
    ...rest
  }: { released?: Partial<ReleasedCell>; headcount?: number; unit?: Unit; of?: Framework } = {},
): Promise<CellResult> {
  const { of = asked, headcount = null, unit = "person" } = rest;
  const total = releasedTotal(of, rows);
  return estimateCell({
    framework: of,
    plan: total.plan,
    released: { ...total.released, ...released },
    headcount,
    unit,
    seed: 1,
  });
}

describe("a cell", () => {
  it.each([
    [{ kind: "total", path: [] }, "Everyone"],
    [{ kind: "group", path: ["North", "Sales"] }, "North / Sales"],
    [{ kind: "group", path: [""] }, "(blank)"],
    [{ kind: "pool", path: [] }, "Other groups, together"],
  ] as const)("%j is called %s", async (released, label) => {
    expect(await cellOf(ROWS, { released })).toMatchObject({ kind: released.kind, label, people: 12 });
  });

  it("tells the response rate only with a headcount that can be right", async () => {
    expect(await cellOf(ROWS)).toMatchObject({ headcount: null, responseRate: null });
    expect(await cellOf(ROWS, { headcount: 16 })).toMatchObject({ headcount: 16, responseRate: 0.75 });
    expect(await cellOf(ROWS, { headcount: 11 })).toMatchObject({ headcount: 11, responseRate: null });
  });

  it.each([12, 13, 40])(
    "is judged with a headcount of %d as without: favourable shares and outcomes",
    async (headcount) => {
      const [without, narrowed] = [await cellOf(ROWS), await cellOf(ROWS, { headcount })];
      const favourable = ({ dimensions }: CellResult) => dimensions.map((one) => one.favourableJudged);
      const outcomes = ({ outcomes: all }: CellResult) => all.map(({ judged }) => judged);
      expect(favourable(narrowed)).toEqual(favourable(without));
      expect(outcomes(narrowed)).toEqual(outcomes(without));
      const [openness] = without.dimensions;
      expect(openness?.favourable).toMatchObject({ interval: openness?.favourableJudged ?? {} });
      for (const { value, judged } of without.outcomes) expect(value).toMatchObject({ interval: judged ?? {} });
    },
  );

  it("is not judged where the headcount cannot be right, nor by one answer", async () => {
    const wrong = await cellOf(ROWS, { headcount: 11 });
    expect(wrong.dimensions.map((one) => one.favourableJudged)).toEqual([null, null, null]);
    expect(wrong.outcomes.slice(0, 3).map(({ judged }) => judged)).toEqual([null, null, null]);
    const alone = await cellOf(ROWS.slice(0, 1), { headcount: 40 });
    expect(alone.dimensions.map((one) => one.favourableJudged)).toEqual([null, null, null]);
  });
});

describe("dimensions of a cell", () => {
  it("recoded mean, spread, index, favourable answers, band and target", async () => {
    const [openness] = (await cellOf(ROWS)).dimensions;
    expect(openness).toMatchObject({ id: "openness", block: "near", direction: "higher", load: null });
    expect(openness?.mean).toMatchObject({ value: 3.75, n: 12, unit: "points on 1–5" });
    expect(openness?.sd).toMatchObject({ value: Math.sqrt((12 * 0.75 ** 2) / 11) });
    expect(openness?.index).toMatchObject({ value: 68.75 });
    expect(openness?.favourable).toMatchObject({ value: 0.5 });
    expect(openness?.band).toMatchObject({ id: "good", sure: false });
    expect(openness?.belowTarget).toBeGreaterThan(0.8);
  });

  it("from the other end where lower is better, favourable answers too", async () => {
    const [, worry] = (await cellOf(ROWS)).dimensions;
    expect(worry).toMatchObject({
      mean: { value: 1.5 },
      index: { value: 87.5 },
      favourable: { value: 1 },
      block: null,
    });
    expect(worry?.belowTarget).toBeLessThan(0.01);
  });

  it("whether it is asked beside the others, and what to ask beside it", async () => {
    const beside = dimension("worry", ["W1"], { supplementary: true, companions: ["What worries you?"] });
    const of = { ...asked, dimensions: asked.dimensions.map((one) => (one.id === "worry" ? beside : one)) };
    const { plan, released } = releasedTotal(of, ROWS);
    const cell = await estimateCell({ framework: of, plan, released, headcount: null, unit: "person", seed: 1 });
    expect(cell.dimensions.map(({ supplementary, companions }) => [supplementary, companions])).toEqual([
      [false, []],
      [true, ["What worries you?"]],
      [false, []],
    ]);
  });

  it("has neither target nor band nor chance where it is asked beside and nothing would answer it", async () => {
    const told = async (facets: ReadonlyMap<string, number>) => {
      const beside = dimension("worry", ["W1"], { supplementary: true, facets });
      const of = { ...asked, dimensions: asked.dimensions.map((one) => (one.id === "worry" ? beside : one)) };
      const { plan, released } = releasedTotal(of, ROWS);
      const cell = await estimateCell({ framework: of, plan, released, headcount: null, unit: "person", seed: 1 });
      return cell.dimensions[1];
    };
    const either = await told(new Map());
    expect(either).toMatchObject({
      id: "worry",
      target: null,
      band: null,
      belowTarget: null,
      index: { kind: "estimate" },
    });
    const answered = await told(new Map([["fairness", 1]]));
    expect(answered?.target).toBe(75);
    expect(answered?.band).not.toBeNull();
    expect(answered?.belowTarget).not.toBeNull();
  });

  it("figures: hundredths of their own index, and no favourable answers", async () => {
    const [, , people] = (await cellOf(ROWS)).dimensions;
    // 20.0 is half the way from 35 to 5; 5.0 all of it.
    expect(people).toMatchObject({ mean: { value: 75, unit: "points on 0–100" }, index: { value: 75 } });
    expect(people?.favourable).toMatchObject({
      kind: "none",
      reason: "business figures have no favourable answers",
      n: 12,
    });
  });

  it("read as a load, 100 is worst", async () => {
    const [openness] = (await cellOf(ROWS, { of: { ...asked, reading: "load" } })).dimensions;
    expect(openness).toMatchObject({
      index: { value: 68.75 },
      load: { value: 31.25, unit: "load 0–100" },
      band: { id: "good" },
    });
  });

  it("a veil hides every number; its words speak of the favourable share alone", async () => {
    const veils = new Map([
      ["openness", "nearly all"],
      ["worry", "hidden"],
    ] as const);
    const { dimensions } = await cellOf(ROWS, { released: { veils } });
    const hidden = { kind: "hidden", words: null };
    const nothing = { mean: hidden, sd: hidden, index: hidden, band: null, belowTarget: null };
    expect(dimensions[0]).toMatchObject({ ...nothing, favourable: { kind: "hidden", words: "nearly all" } });
    expect(dimensions[1]).toMatchObject({ ...nothing, favourable: hidden });
  });

  it("nobody answered and nobody was asked are words, not numbers", async () => {
    const [openness] = (await cellOf(ROWS.map((row) => [null, null, ...row.slice(2)]))).dimensions;
    const none = { kind: "none", n: 0, reason: "nobody answered enough of it" };
    expect(openness).toMatchObject({
      mean: none,
      sd: none,
      index: none,
      favourable: none,
      band: null,
      belowTarget: null,
    });
    const { plan, released } = releasedTotal(asked, ROWS);
    const wider = { ...asked, dimensions: [...asked.dimensions, dimension("later", ["L1"])] };
    const request = { framework: wider, plan, released, headcount: null, unit: "person", seed: 1 } as const;
    const later = (await estimateCell(request)).dimensions[3];
    expect(later).toMatchObject({ mean: { kind: "none", reason: "it was not asked" }, belowTarget: null });
  });

  it("one assessment has numbers without intervals, and is below target or not", async () => {
    const { dimensions } = await cellOf(ROWS.slice(0, 1), { unit: "self" });
    const alone = { interval: null, noInterval: "one assessment" };
    expect(dimensions[0]).toMatchObject({ mean: { value: 4.5, ...alone }, favourable: alone, belowTarget: 0 });
    expect(dimensions[0]?.sd).toMatchObject({ kind: "none" });
    expect(dimensions[2]).toMatchObject({
      index: { value: 50, ...alone },
      belowTarget: 1,
      band: { id: "mixed", sure: false },
    });
  });
});

describe("outcomes of a cell", () => {
  it("net promoter score, top-two-box share, means of answers and of figures", async () => {
    const [nps, csat, mean, leavers] = (await cellOf(ROWS)).outcomes;
    expect(nps).toMatchObject({ value: { value: 50, n: 12 }, counts: { promoters: 6, passives: 6, detractors: 0 } });
    expect(csat).toMatchObject({ value: { value: 0.5, n: 12 }, counts: null });
    expect(mean).toMatchObject({ value: { value: 8.5, unit: "points on 0–10" }, counts: null });
    expect(leavers).toMatchObject({ value: { value: 10, n: 6, unit: "% a year" } });
  });

  it("under 10 people nobody is counted out, but for an assessment", async () => {
    const few = (await cellOf(ROWS.slice(0, 9))).outcomes[0];
    expect(few).toMatchObject({ value: { kind: "estimate", n: 9 }, counts: null });
    const assessed = (await cellOf(ROWS.slice(0, 9), { unit: "organisation" })).outcomes[0];
    expect(assessed?.counts).toEqual({ promoters: 5, passives: 4, detractors: 0 });
  });

  it("of one assessment there is no share, but the answer is a mean", async () => {
    const [nps, csat, mean] = (await cellOf(ROWS.slice(0, 1), { unit: "self" })).outcomes;
    for (const share of [nps, csat])
      expect(share).toMatchObject({ value: { kind: "none", n: 1, reason: "one assessment makes no share" } });
    expect(mean).toMatchObject({ value: { kind: "estimate", n: 1 } });
  });

  it("a veil hides the number and the counts", async () => {
    const [nps, , , leavers] = (await cellOf(ROWS, { released: { veils: new Map([["nps", "nearly none"]]) } }))
      .outcomes;
    expect(nps).toMatchObject({ value: { kind: "hidden", words: "nearly none" }, counts: null });
    expect(leavers?.value.kind).toBe("estimate");
  });

  it("nobody answered", async () => {
    const { outcomes } = await cellOf(ROWS.map((row) => [...row.slice(0, 4), null, null, null]));
    for (const { value, counts } of outcomes) {
      expect(value).toMatchObject({ kind: "none", n: 0 });
      expect(counts).toBeNull();
    }
  });
});
