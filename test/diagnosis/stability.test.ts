import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/diagnosis/plan.ts";
import { firstThreeShares } from "../../src/diagnosis/stability.ts";
import { framework, type Measured, overall, strategy } from "./fixture.ts";

const MEASURED: readonly Measured[] = [
  { id: "a", index: 50, facets: { openness: 1 } },
  { id: "b", index: 70, facets: { care: 1 } },
];
const ASKED = framework({ dimensions: MEASURED });
const STRATEGIES = [strategy("open", { openness: 0.5 }), strategy("kind", { care: 0.5 })];

const shares = (rows: readonly (readonly number[])[], effort: number | null = null) =>
  Object.fromEntries(
    firstThreeShares({ dimensions: ["a", "b"], rows }, { framework: ASKED, strategies: STRATEGIES, effort }),
  );

describe("the share of draws in which a strategy is among the first three", () => {
  it("counts the draws in which its dimension is below target, and needs no probability", () => {
    expect(
      shares([
        [50, 70],
        [50, 80],
        [80, 70],
        [80, 80],
      ]),
    ).toEqual({ open: 0.5, kind: 0.5 });
  });

  it("follows the larger need where only one strategy can be paid for", () => {
    expect(
      shares(
        [
          [50, 70],
          [70, 50],
          [60, 74],
        ],
        1,
      ),
    ).toEqual({ open: 2 / 3, kind: 1 / 3 });
  });

  it("counts three at most", () => {
    const many = ["p", "q", "r", "s"].map((id, at) => strategy(id, { openness: 0.5 - at / 10 }));
    const found = firstThreeShares(
      { dimensions: ["a"], rows: [[25], [30]] },
      { framework: ASKED, strategies: many, effort: null },
    );
    expect(Object.fromEntries(found)).toEqual({ p: 1, q: 1, r: 1 });
  });

  it("stands beside the steps of the plan, 0 where no draw has it and null without draws", () => {
    const request = {
      framework: ASKED,
      overall: overall(MEASURED),
      strategies: STRATEGIES,
      audience: "employees",
      effort: null,
      findings: [],
    };
    const planned = makePlan({
      ...request,
      draws: {
        dimensions: ["a", "b"],
        rows: [
          [50, 90],
          [40, 90],
        ],
      },
    });
    expect(planned.draws).toBe(2);
    expect(planned.steps.map(({ strategy: { length }, firstThree }) => [length > 0, firstThree])).toEqual([
      [true, 1],
      [true, 0],
    ]);
    expect(makePlan({ ...request, draws: null })).toMatchObject({ draws: 0, steps: [{ firstThree: null }, {}] });
  });
});
