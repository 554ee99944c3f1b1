import { describe, expect, it } from "vitest";
import { readFigureText } from "../../src/framework/figure-text.ts";
import type { FigureScale } from "../../src/framework/types.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { figureOf } from "../../src/statistics/figure.ts";
import { estimateItems } from "../../src/statistics/items.ts";
import { estimate, HIDDEN } from "./cell-of-means.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { call, codedScale, composite, dimension, framework, item, name } from "./small-framework.ts";

const scale = (id: string, [worst, best, decimals]: readonly [number, number, number]): FigureScale => ({
  ...{ kind: "figure", id, title: id, worst, best, decimals, unit: "%", notApplicable: [], dontKnow: [] },
});

const SCALES = [
  scale("retention", [60, 95, 1]),
  scale("churn", [40, 5, 2]),
  scale("tone", [-0.3, 0.5, 1]),
  scale("rating", [3, 4.8, 1]),
];

/** Customers by three figures, half of which are enough; the brand by one. */
const ASKED = framework({
  items: [
    item("R", { dimension: "customers", scale: "retention" }),
    item("C", { dimension: "customers", scale: "churn" }),
    item("G", { dimension: "customers", scale: "rating" }),
    item("T", { dimension: "brand", scale: "tone" }),
  ],
  dimensions: [
    dimension("customers", ["R", "C", "G"], { min: 0, max: 100, minAnswered: 0.5 }),
    dimension("brand", ["T"], { min: 0, max: 100, minAnswered: 0.5 }),
  ],
  scales: new Map(SCALES.map((one) => [one.id, one])),
  unit: "organisation",
  composites: [
    composite("overall", "mean(customers, brand)", {
      ...{ tree: call("mean", name("customers"), name("brand")), inputs: ["customers", "brand"] },
      ...{ worst: 0, best: 100, skipMissing: true },
    }),
  ],
});

const DECIMALS = [1, 2, 1, 1];

/** As written in an export, by way of exact scaled integers; empty: nothing. */
const written = (...texts: readonly string[]): Row =>
  texts.map((text, at) => {
    if (text === "") return null;
    const read = readFigureText(text, DECIMALS[at] ?? 0);
    if ("fault" in read) throw new Error(read.fault);
    return read.scaled;
  });

async function scored(...rows: readonly Row[]) {
  const { plan, released } = releasedTotal(ASKED, rows);
  const cell = await estimateCell({ framework: ASKED, plan, released, headcount: null, unit: "organisation", seed: 1 });
  return { cell, items: estimateItems({ framework: ASKED, plan, released, audience: "staff" }) };
}

describe("a figure by itself", () => {
  const churn = scale("churn", [40, 5, 2]);

  it.each([
    [40, 0, 0],
    [5, 100, 0],
    [22.5, 50, 0],
    [45, 0, 1],
    [3, 100, 1],
  ])("at %s has an index of %s", (mean, index, caveats) => {
    const found = figureOf(churn, estimate(mean));
    expect(found).toMatchObject({
      worst: 40,
      best: 5,
      unit: "%",
      decimals: 2,
      index: { value: index, unit: "index 0–100" },
    });
    expect(found?.index.kind === "estimate" && found.index.caveats).toHaveLength(caveats);
  });

  it("says on which side of its scale it lies", () => {
    const caveat = (mean: number) => {
      const index = figureOf(churn, estimate(mean))?.index;
      return index?.kind === "estimate" ? index.caveats[0] : null;
    };
    expect(caveat(45)).toMatch(/^Worse than the worst value/);
    expect(caveat(3)).toMatch(/^Better than the best value/);
  });

  it("maps its interval with it, held to 0–100 as well", () => {
    const mean = { ...estimate(6), interval: { low: 2, high: 10, level: 0.95 }, noInterval: null } as const;
    expect(figureOf(churn, mean)?.index).toMatchObject({
      interval: { low: expect.closeTo(85.714285714, 8), high: 100 },
    });
  });

  it("is hidden with its mean, and null of an answer", () => {
    expect(figureOf(churn, HIDDEN)?.index).toEqual(HIDDEN);
    expect(figureOf(codedScale("agree", [1, 5]), estimate(3))).toBeNull();
  });
});

describe("figures from text to index", () => {
  it("of one row are exact: mean in the figure's unit, index, and no interval", async () => {
    const { items, cell } = await scored(written("81.0", "12,50", "4.1", "-0.1"));
    expect(items.map(({ mean }) => mean.kind === "estimate" && mean.value)).toEqual([81, 12.5, 4.1, -0.1]);
    const index = items.map(({ figure }) => (figure?.index.kind === "estimate" ? figure.index : null));
    for (const [at, value] of [60, (100 * 27.5) / 35, 1.1 / 0.018, 25].entries()) {
      expect(index[at]).toMatchObject({
        value: expect.closeTo(value, 10),
        interval: null,
        noInterval: "one assessment",
      });
    }
    // The dimension keeps hundredths of an index point of each: (60 + 78.57 + 61.11)/3.
    expect(cell.dimensions[0]?.mean).toMatchObject({ value: expect.closeTo(199.68 / 3, 10), n: 1 });
    expect(cell.dimensions[1]?.index).toMatchObject({ value: 25 });
    expect(cell.composites[0]?.value).toMatchObject({ value: expect.closeTo((199.68 / 3 + 25) / 2, 10) });
  });

  it("need half of a dimension's figures: one of three is too few, and that dimension is left out of the whole", async () => {
    const { cell, items } = await scored(written("81.0", "", "", "0.1"));
    expect(cell.dimensions[0]?.mean).toMatchObject({
      kind: "none",
      reason: "fewer than half of its figures are there",
    });
    expect(cell.composites[0]).toMatchObject({
      index: { value: 50, caveats: ["Left out: customers (fewer than half of its figures are there)."] },
    });
    // The one figure stands by itself all the same.
    expect(items[0]?.figure?.index).toMatchObject({ value: 60 });
    expect(items[1]?.figure?.index).toMatchObject({ kind: "none", reason: "the figure is not there" });
    expect((await scored(written("81.0", "22.5", "", ""))).cell.dimensions[0]?.mean).toMatchObject({ value: 55 });
  });

  it("are too few, or not there, where a dimension needs another share of them or has one alone", async () => {
    const none = { kind: "none", n: 0 };
    expect((await scored(written("81.0", "22.5", "", ""))).cell.dimensions[1]?.sd).toEqual({
      ...{ ...none, reason: "its figure is not there" },
    });
    const [customers] = ASKED.dimensions;
    const most = {
      ...ASKED,
      dimensions: [
        ...ASKED.dimensions.slice(1),
        { ...dimension("customers", customers?.items ?? []), minAnswered: 0.9 },
      ],
    };
    const { plan, released } = releasedTotal(most, [written("81.0", "22.5", "", "0.1")]);
    const cell = await estimateCell({
      framework: most,
      plan,
      released,
      headcount: null,
      unit: "organisation",
      seed: 1,
    });
    expect(cell.dimensions[1]?.index).toEqual({ ...none, reason: "too few of its figures are there" });
    const neither = await scored(written("81.0", "", "", ""));
    expect(neither.cell.composites[0]?.index).toEqual({
      ...none,
      reason: "too little was answered of each of its parts",
    });
  });

  it("of several rows are means of every row's own, the figure's index that of its mean", async () => {
    const { cell, items } = await scored(
      written("81.0", "12.50", "4.1", "-0.1"),
      written("60.0", "40.00", "3.0", "-0.3"),
      written("", "", "4.8", "0.9"),
    );
    // One figure of three in the last row is too few: two rows have the first dimension.
    expect(cell.dimensions[0]?.mean).toMatchObject({ n: 2, value: expect.closeTo(199.68 / 6, 10) });
    // A figure beyond its best counts as its best in the dimension; the mean figure, 1/6, stands where it stands.
    expect(cell.dimensions[1]?.mean).toMatchObject({ n: 3, value: expect.closeTo(125 / 3, 10) });
    expect(items[3]?.mean).toMatchObject({ value: expect.closeTo(0.5 / 3, 12), n: 3 });
    expect(items[3]?.figure?.index).toMatchObject({ value: expect.closeTo((100 * (0.5 / 3 + 0.3)) / 0.8, 10) });
    expect(items[3]?.figure?.index).toMatchObject({ interval: null, noInterval: "each row is one assessment" });
  });
});
