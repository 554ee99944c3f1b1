import { describe, expect, it } from "vitest";
import type { Published } from "../../src/audit/estimate.ts";
import { importanceWeight, journeysOf } from "../../src/statistics/journey.ts";
import { cell, dimensionResult, estimate, HIDDEN, meanOutcome } from "./cell-of-means.ts";
import { codedScale, dimension, framework, item } from "./small-framework.ts";

const RESEARCH = dimension("research", [], { importance: "research_matters", response: "Say the price.", target: 75 });
const PURCHASE = dimension("purchase", [], { importance: "purchase_matters", target: 75 });
const USE = dimension("use", []);
const STAFF = dimension("daily", []);

const ASKED = framework({
  items: [item("RM"), item("PM", { scale: "ten" })],
  dimensions: [PURCHASE, RESEARCH, USE, STAFF],
  scales: new Map([
    ["agree", codedScale("agree", [1, 5])],
    ["ten", codedScale("ten", [0, 10])],
  ]),
  outcomes: [
    { id: "research_matters", item: "RM", title: "", statistic: "mean" },
    { id: "purchase_matters", item: "PM", title: "", statistic: "mean" },
  ],
  journey: {
    title: "The journey",
    touchpoints: new Map([
      ["customers", ["research", "purchase", "use"]],
      ["employees", ["daily"]],
      ["nobody", ["gone"]],
    ]),
  },
});

interface Means {
  readonly research: number | null;
  readonly purchase: number | null;
  readonly matters?: readonly [Published, Published];
}

function customers({ research, purchase, matters = [estimate(4.2), estimate(9)] }: Means) {
  const [first, second] = matters;
  return {
    audience: { id: "customers", title: "Customers" },
    cell: cell(
      [dimensionResult(RESEARCH, research), dimensionResult(PURCHASE, purchase), dimensionResult(USE, 1)],
      [meanOutcome("research_matters", first), meanOutcome("purchase_matters", second)],
    ),
  };
}

describe("a journey", () => {
  it("has its touchpoints in order, importance on 1–5 and the pull of each, by what it weighs in the plan", () => {
    const [found, ...others] = journeysOf(ASKED, [customers({ research: 3, purchase: 2 })]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ audience: { id: "customers" }, title: "The journey", weakest: "purchase" });
    // Research: index 50, gap .25, importance 4.2 → 1.05. Purchase: index 25, gap .5, importance 9 of 0–10, so 4.6 → 2.3.
    const [research, purchase, use] = found?.touchpoints ?? [];
    expect(research).toMatchObject({
      ...{ dimension: "research", target: 75, response: "Say the price.", index: { value: 50 } },
      importance: { kind: "estimate", unit: "importance 1–5" },
    });
    expect(research?.importance).toMatchObject({ value: expect.closeTo(4.2, 10) });
    expect(research?.pull).toBeCloseTo(1.05, 12);
    expect(purchase?.pull).toBeCloseTo(2.3, 12);
    expect(research?.importance).toMatchObject({
      value: importanceWeight(ASKED, customers({ research: 3, purchase: 2 }).cell, RESEARCH),
    });
    expect(use).toMatchObject({ importance: null, pull: null, response: null, index: { value: 0 } });
  });

  it("is one per audience that has one, and none without touchpoints that were asked", () => {
    const employees = { audience: { id: "employees", title: "Employees" }, cell: cell([dimensionResult(STAFF, 4)]) };
    const nobody = { audience: { id: "nobody", title: "Nobody" }, cell: cell([]) };
    const strangers = { audience: { id: "partners", title: "Partners" }, cell: cell([]) };
    const found = journeysOf(ASKED, [employees, nobody, strangers, customers({ research: 3, purchase: 2 })]);
    expect(found.map(({ audience }) => audience.id)).toEqual(["employees", "customers"]);
    expect(journeysOf({ ...ASKED, journey: null }, [employees])).toEqual([]);
  });

  it("has no pull where something is hidden, and no weakest touchpoint where nothing pulls", () => {
    const hidden = journeysOf(ASKED, [customers({ research: null, purchase: 2, matters: [estimate(5), HIDDEN] })])[0];
    expect(hidden?.touchpoints.map(({ pull }) => pull)).toEqual([null, null, null]);
    expect(hidden?.touchpoints[1]?.importance).toEqual(HIDDEN);
    expect(hidden?.weakest).toBeNull();
    // At and above the target there is no gap. What matters least still counts one.
    const good = journeysOf(ASKED, [customers({ research: 4, purchase: 5, matters: [estimate(5), estimate(0)] })])[0];
    expect(good?.touchpoints.map(({ pull }) => pull)).toEqual([0, 0, null]);
    const least = journeysOf(ASKED, [customers({ research: 4, purchase: 1, matters: [estimate(5), estimate(0)] })])[0];
    expect(least?.touchpoints[1]?.pull).toBeCloseTo(0.75, 12);
    expect(good?.weakest).toBeNull();
  });

  it("says that a touchpoint missing from the cell was not asked", () => {
    const nothing = { audience: { id: "customers", title: "Customers" }, cell: cell([]) };
    const [found] = journeysOf(ASKED, [nothing]);
    expect(found?.touchpoints[0]).toMatchObject({
      index: { kind: "none", reason: "it was not asked" },
      importance: null,
    });
  });

  it("takes the first of two that pull alike", () => {
    const alike = customers({ research: 2, purchase: 2, matters: [estimate(3.4), estimate(6)] });
    expect(journeysOf(ASKED, [alike])[0]?.weakest).toBe("research");
  });
});

describe("importance as a weight", () => {
  it("is its mean put on 1–5, and none where it was not asked or is hidden", () => {
    const shown = customers({ research: 3, purchase: 2 }).cell;
    expect(importanceWeight(ASKED, shown, RESEARCH)).toBeCloseTo(4.2, 12);
    expect(importanceWeight(ASKED, shown, PURCHASE)).toBeCloseTo(4.6, 12);
    expect(importanceWeight(ASKED, shown, USE)).toBeNull();
    const hidden = customers({ research: 3, purchase: 2, matters: [HIDDEN, estimate(0)] }).cell;
    expect(importanceWeight(ASKED, hidden, RESEARCH)).toBeNull();
    expect(importanceWeight(ASKED, hidden, PURCHASE)).toBe(1);
  });
});
