import { describe, expect, it } from "vitest";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import type { Triage } from "../../src/framework/types.ts";
import { audience, framework, type Measured, NONE, overall, strategy, survey } from "./fixture.ts";

/** Answers on 1–5: a trend below index 37.5 is worse, a severity at index 75 or below is severe. */
const TRIAGE: Triage = {
  ...{ title: "Signs", worseBelow: 2.5, severeFrom: 2 },
  signs: [
    { id: "staff", title: "Staff leave", trend: "s1", severity: "s2", audiences: ["employees"], next: [] },
    {
      id: "buyers",
      title: "Buyers leave",
      trend: "b1",
      severity: "b2",
      audiences: ["customers", "the press"],
      next: [],
    },
  ],
};
const STAFF = strategy("staff-only", { openness: 0.5 }, { audiences: ["employees"] });
const BUYERS = strategy("buyers-only", { openness: 0.6 }, { audiences: ["customers"] });
const ANY = strategy("any", { openness: 0.1 });
type Index = Measured["index"];

function planOf(
  [s1, s2, b1, b2]: readonly [Index, Index, Index, Index],
  { triage = TRIAGE, more = [] }: { readonly triage?: Triage; readonly more?: readonly Measured[] } = {},
) {
  const measured: readonly Measured[] = [
    ...[
      { id: "s1", index: s1 },
      { id: "s2", index: s2, direction: "lower" as const },
    ],
    ...[
      { id: "b1", index: b1 },
      { id: "b2", index: b2, direction: "lower" as const },
    ],
    ...more,
  ];
  const asked = { ...framework({ dimensions: measured, unit: "organisation" }), triage };
  const cell = overall(measured);
  const whole = { ...audience("management", asked, cell), standsFor: ["customers", "employees", "partners"] };
  const options = { framework: asked, overall: cell, strategies: [STAFF, BUYERS, ANY], audiences: [whole] };
  return diagnose(survey(measured, options)).plan;
}

const idsOf = ({ steps }: ReturnType<typeof planOf>) => steps.map((step) => step.strategy);

describe("a plan from signs", () => {
  it("has nothing to answer where all are green, though all are short of their targets", () => {
    expect(planOf([50, 80, 50, 80])).toMatchObject({
      ...{ steps: [], needs: [], need: 0 },
      reason: "All signs are green, so there is nothing to plan for.",
    });
  });

  it("names what is not known where no sign is bad", () => {
    expect(planOf([NONE, NONE, 50, 80]).reason).toBe(
      'No sign is red or amber, so there is nothing to plan for. Not known, and worth finding out: "Staff leave".',
    );
  });

  it("rests on the red and amber signs alone, and on what belongs to none", () => {
    expect(planOf([30, 60, 50, 80]).needs.map(({ dimension }) => dimension)).toEqual(["s1", "s2"]);
    const found = planOf([30, 60, 50, 80], { more: [{ id: "own", index: 70 }] });
    expect(found.needs.map(({ dimension }) => dimension)).toEqual(["s1", "s2", "own"]);
    const amber = planOf([30, 80, 50, 80]);
    expect(amber.reason).toBeNull();
    // Severity 80 has reached its target of 75.
    expect(amber.needs.map(({ dimension }) => dimension)).toEqual(["s1"]);
  });

  it("chooses for a sign only what is for those it is about", () => {
    expect(idsOf(planOf([30, 60, 50, 80]))).toEqual(["staff-only", "any"]);
    expect(idsOf(planOf([50, 80, 30, 60]))).toEqual(["buyers-only", "any"]);
  });

  it("counts each for its own sign where both are bad, and what is for any for both", () => {
    const plan = planOf([30, 60, 30, 60]);
    expect(idsOf(plan)).toEqual(["buyers-only", "staff-only", "any"]);
    const [buyers, staff, any] = plan.steps;
    expect(buyers?.because.map(({ dimension }) => dimension)).toEqual(["b1", "b2"]);
    expect(staff?.because.map(({ dimension }) => dimension)).toEqual(["s1", "s2"]);
    expect(any?.because.map(({ dimension }) => dimension).sort()).toEqual(["b1", "b2", "s1", "s2"]);
    // 0.45 + 0.15 of each; left of it 0.5 and 0.4, in one line for the facet.
    expect(any?.arithmetic).toEqual([
      {
        ...{ audience: null, facet: "openness", strength: 0.1 },
        ...{ needBefore: expect.closeTo(0.54, 10), reduction: expect.closeTo(0.054, 10) },
      },
    ]);
    expect(plan.remaining).toBeCloseTo(plan.need - plan.steps.reduce((sum, one) => sum + one.reduction, 0), 10);
  });

  it("a sign about people that no strategy names is answered by any strategy", () => {
    const [staff, buyers] = TRIAGE.signs;
    if (staff === undefined || buyers === undefined) throw new Error("no signs");
    const triage = { ...TRIAGE, signs: [{ ...staff, audiences: ["the press"] }, buyers] };
    expect(idsOf(planOf([30, 60, 50, 80], { triage }))).toEqual(["buyers-only", "staff-only", "any"]);
  });

  it("a dimension of two signs counts where one of them is bad, for those that one is about", () => {
    const [staff, buyers] = TRIAGE.signs;
    if (staff === undefined || buyers === undefined) throw new Error("no signs");
    const triage = { ...TRIAGE, signs: [staff, { ...buyers, severity: "s2" }] };
    const found = planOf([50, 60, 30, 80], { triage });
    // Staff amber by its severity, buyers red by the same: it is about both.
    expect(found.needs.map(({ dimension }) => dimension)).toEqual(["b1", "s1", "s2"]);
    expect(idsOf(found)).toEqual(["buyers-only", "staff-only", "any"]);
  });
});
