import { describe, expect, it } from "vitest";
import type { Quality } from "../../src/audit/types.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import type { Framework, Unit } from "../../src/framework/types.ts";
import { MISSING, NOT_ASKED } from "../../src/response/types.ts";
import { nothingCareless } from "../../src/statistics/patterns.ts";
import { estimateQuality } from "../../src/statistics/quality.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { codedScale, dimension, framework, item } from "./small-framework.ts";

interface Asked {
  /** Scale of each item, in order. */
  readonly scales: readonly string[];
  readonly reversed?: readonly number[];
  readonly unit?: Unit;
}

function asking({ scales, reversed = [], unit = "person" }: Asked): Framework {
  const ids = scales.map((_, at) => `Q${at}`);
  return framework({
    unit,
    scales: new Map(["agree", "often"].map((id) => [id, codedScale(id, [1, 5])])),
    items: [
      ...ids.map((id, at) =>
        item(id, { dimension: "all", scale: scales[at] ?? "agree", reverse: reversed.includes(at) }),
      ),
      // An outcome is no item of a dimension: it makes no ten of nine.
      item("outcome"),
    ],
    dimensions: [dimension("all", ids)],
  });
}

function qualityOf(
  of: Framework,
  rows: readonly Row[],
  released: Partial<ReleasedCell> | null = {},
  timed = false,
): Quality {
  const { plan, released: total } = releasedTotal(of, rows);
  const cell = released === null ? null : { ...total, ...released };
  return estimateQuality(
    { plan, minGroup: 5, total: cell, groupings: [], withheldBecause: null, hidden: false, rowsTold: true },
    { framework: of, repeatedIds: 2, timed },
  );
}

const times = (count: number, scale: string) => Array.from({ length: count }, () => scale);
const ten = asking({ scales: times(10, "agree"), reversed: [3] });
const straight: Row = [...Array.from({ length: 10 }, () => 4), null];
const varied: Row = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, null];
const { notApplicable, dontKnow, unknown } = MISSING;
const gaps: Row = [notApplicable, dontKnow, unknown, unknown, 1, 2, 3, 4, 5, 1, 4];

describe("data quality", () => {
  it("shares of all answers asked for, and people flagged", () => {
    const rows = [straight, straight, ...Array.from({ length: 7 }, () => varied), gaps];
    // 10 people × 11 items.
    expect(qualityOf(ten, rows)).toMatchObject({
      unanswered: 9 / 110,
      notApplicable: 1 / 110,
      dontKnow: 1 / 110,
      unknown: 2 / 110,
      longRuns: { kind: "estimate", value: 2, n: 10, unit: "people" },
      straightLines: { kind: "estimate", value: 2, n: 10 },
      repeatedIds: 2,
    });
  });

  it("counts no answer as asked for that an audience is not asked", () => {
    const own: Row = [...varied.slice(0, 8), NOT_ASKED, NOT_ASKED, null];
    const rows = [...Array.from({ length: 5 }, () => own), ...Array.from({ length: 5 }, () => varied)];
    expect(qualityOf(ten, rows)).toMatchObject({ unanswered: 10 / 100, notApplicable: 0 });
  });

  it("leaves items that are not shown out of the answers asked for", () => {
    const rows = Array.from({ length: 10 }, () => varied);
    expect(qualityOf(ten, rows, { hiddenItems: new Set(["outcome"]) })).toMatchObject({ unanswered: 0 });
    expect(qualityOf(ten, rows)).toMatchObject({ unanswered: 10 / 110 });
  });

  it.each([[null], [{ itemTable: false }]])("says nothing of few people: %j", (released) => {
    expect(qualityOf(ten, [varied, varied], released)).toEqual({
      longRuns: { kind: "hidden", words: null },
      straightLines: { kind: "hidden", words: null },
      fast: { kind: "hidden", words: null },
      variability: { kind: "hidden", words: null },
      unanswered: null,
      notApplicable: null,
      dontKnow: null,
      unknown: null,
      repeatedIds: 2,
    });
  });
});

describe("a pattern that these items cannot show", () => {
  const reversedOnes = "needs ten items or more, some of them reverse-keyed";
  const alternating = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? "agree" : "often"));
  it.each([
    ["nine items", { scales: times(9, "agree"), reversed: [1] }, "needs ten items or more", reversedOnes],
    ["none reverse-keyed", { scales: times(10, "agree") }, null, reversedOnes],
    ["ten, one reverse-keyed", { scales: times(10, "agree"), reversed: [9] }, null, null],
    [
      "scales in turn",
      { scales: alternating, reversed: [1] },
      "needs 10 items or more in a row with the same response scale",
      null,
    ],
    ["half of many", { scales: [...times(12, "agree"), ...times(10, "often")], reversed: [1] }, null, null],
    [
      "under half of many",
      { scales: [...times(12, "agree"), ...times(11, "often"), ...times(3, "agree")], reversed: [1] },
      "needs 13 items or more in a row with the same response scale",
      null,
    ],
  ] as const)("is words, not a count of 0: %s", (...[, of, longRuns, straightLines]) => {
    const asked = asking(of);
    const quality = qualityOf(asked, [asked.items.map(() => 3)]);
    expect([quality.longRuns, quality.straightLines].map((one) => (one.kind === "none" ? one.reason : null))).toEqual([
      longRuns,
      straightLines,
    ]);
  });
});

describe("variability within a person (IRV)", () => {
  // SD of 1 2 3 4 5 1 2 3 4 5 with n − 1: √(20/9) = 1.4907, kept as 1.491; of a straight line 0; of 1 2 3 4 5 1: √(40/15).
  it("is the mean of everybody's standard deviation, in thousandths", () => {
    const rows = [...Array.from({ length: 9 }, () => varied), straight, straight, gaps];
    const { variability } = qualityOf(ten, rows);
    if (variability.kind !== "estimate") throw new Error("none");
    expect(variability).toMatchObject({ n: 12, unit: "points", interval: null });
    const wanted = (9 * Math.sqrt(20 / 9) + 0 + 0 + Math.sqrt(40 / 15)) / 12;
    expect(Math.abs(variability.value - wanted)).toBeLessThan(0.0005);
  });

  it("leaves out people without two answers, and hides few", () => {
    const blank: Row = [3, ...Array.from({ length: 10 }, () => null)];
    const of = (many: number) =>
      qualityOf(ten, [...Array.from({ length: many }, () => varied), blank, blank]).variability;
    expect(of(10)).toMatchObject({ kind: "estimate", n: 10 });
    expect(of(9)).toEqual({ kind: "hidden", words: null });
    expect(
      qualityOf(
        ten,
        Array.from({ length: 12 }, () => blank),
      ).variability,
    ).toMatchObject({ kind: "none", n: 0 });
  });

  it("is words where only scores were asked for", () => {
    const { plan, released } = releasedTotal(
      ten,
      Array.from({ length: 12 }, () => varied),
      { only: "scores" },
    );
    const parts = {
      plan,
      minGroup: 5,
      total: released,
      groupings: [],
      withheldBecause: null,
      hidden: false,
      rowsTold: true,
    };
    expect(estimateQuality(parts, { framework: ten, repeatedIds: 0, timed: false }).variability).toMatchObject({
      kind: "none",
      reason: "only scores were asked for",
    });
  });
});

describe("people who were too fast", () => {
  const rows = Array.from({ length: 12 }, () => varied);
  /** As if so many people's time were known, and so many of them were too fast. */
  function fastOf(known: number, fast: number, { of = ten, timed = true, people = rows } = {}) {
    const { plan, released } = releasedTotal(of, people);
    const cell = released.cell.slice();
    cell[plan.flags.timed] = known;
    cell[plan.flags.fast] = fast;
    return qualityOf(of, people, { cell }, timed).fast;
  }

  it.each([
    ["all known", 12, 3, { kind: "estimate", value: 3, n: 12, unit: "people" }],
    ["ten known", 10, 0, { kind: "estimate", value: 0, n: 10 }],
    ["few known", 9, 2, { kind: "hidden", words: null }],
    ["none readable", 0, 0, { kind: "none", reason: "no time in the export can be read" }],
  ])("%s", (_, known, fast, expected) => {
    expect(fastOf(known, fast)).toMatchObject(expected);
  });

  it("are not looked for where the export has no times", () => {
    expect(fastOf(0, 0, { timed: false })).toMatchObject({ kind: "none", reason: "the export has no times" });
  });

  it("are counted among assessments, but not of a single one", () => {
    const of = { ...ten, unit: "consensus" } as const;
    expect(fastOf(2, 1, { of, people: [varied, varied] })).toMatchObject({ value: 1, n: 2, unit: "assessments" });
    expect(fastOf(1, 1, { of, people: [varied] })).toMatchObject({ reason: "not counted for one assessment" });
  });
});

describe("careless rows that nothing can tell", () => {
  const { plan } = releasedTotal(ten, [varied]);
  const few = asking({ scales: times(9, "agree"), reversed: [1] });
  const { plan: fewPlan } = releasedTotal(few, []);
  it.each([
    ["enough items", ten, plan, { timed: false, asked: true }, 0],
    ["few items", few, fewPlan, { timed: false, asked: true }, 1],
    ["few items with times", few, fewPlan, { timed: true, asked: true }, 0],
    ["not asked", few, fewPlan, { timed: false, asked: false }, 0],
  ])("are a warning: %s", (_, of, layout, how, warnings) => {
    expect(nothingCareless(of, { plan: layout, ...how })).toHaveLength(warnings);
  });
});

describe("assessments", () => {
  const of = { ...ten, unit: "consensus" } as const;
  it("are counted as such", () => {
    expect(qualityOf(of, [straight, varied]).straightLines).toMatchObject({
      value: 1,
      unit: "assessments",
      method: "assessments with the same answer to everything",
    });
  });
  it("are not counted when there is only one", () => {
    const none = { kind: "none", reason: "not counted for one assessment" };
    expect(qualityOf(of, [straight])).toMatchObject({ longRuns: none, straightLines: none, unanswered: 1 / 11 });
  });
});
