import { describe, expect, it } from "vitest";
import type { CellResult } from "../../src/audit/types.ts";
import { catalogueOf } from "../../src/diagnosis/bundles.ts";
import { makePlan } from "../../src/diagnosis/plan.ts";
import { firstThreeShares } from "../../src/diagnosis/stability.ts";
import { voicesOf } from "../../src/diagnosis/voices.ts";
import type { Strategy } from "../../src/framework/types.ts";
import type { IndexDraws } from "../../src/statistics/mean-draws.ts";
import { audience, framework, type Measured, overall, strategy, survey } from "./fixture.ts";

const MEASURED: readonly Measured[] = [
  { id: "a", index: 50, facets: { openness: 1 } },
  { id: "b", index: 70, facets: { care: 1 } },
];
const STRATEGIES = [strategy("open", { openness: 0.5 }), strategy("kind", { care: 0.5 })];

function drawn(
  draws: IndexDraws,
  { strategies, effort }: { readonly strategies: readonly Strategy[]; readonly effort: number | null },
): ReadonlyMap<string, number> {
  const { audiences, overall: cell } = survey(MEASURED, { draws });
  const catalogue = catalogueOf(strategies);
  return firstThreeShares(voicesOf(audiences, cell as CellResult), { catalogue, effort, profiles: [] }) ?? new Map();
}

const shares = (rows: readonly (readonly number[])[], effort: number | null = null) =>
  Object.fromEntries(drawn({ dimensions: ["a", "b"], rows }, { strategies: STRATEGIES, effort }));

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
    const found = drawn({ dimensions: ["a"], rows: [[25], [30]] }, { strategies: many, effort: null });
    expect(Object.fromEntries(found)).toEqual({ p: 1, q: 1, r: 1 });
  });

  it("stands beside the steps of the plan, 0 where no draw has it and null without draws", () => {
    const rows = [
      [50, 90],
      [40, 90],
    ];
    const plan = (draws: IndexDraws | null) =>
      makePlan({ ...survey(MEASURED, { strategies: STRATEGIES, draws }), findings: [] });
    const planned = plan({ dimensions: ["a", "b"], rows });
    expect(planned.draws).toBe(2);
    expect(planned.steps.map(({ strategy: { length }, firstThree }) => [length > 0, firstThree])).toEqual([
      [true, 1],
      [true, 0],
    ]);
    expect(plan(null)).toMatchObject({ draws: 0, steps: [{ firstThree: null }, {}] });
  });

  it("does not let the same row of two audiences go together: both may come from one seed", () => {
    const asked = framework({ dimensions: [{ id: "a", index: 50 }] });
    const draws = { dimensions: ["a"], rows: [[50], [90]] };
    const everyone = overall([{ id: "a", index: 50 }]);
    const audiences = ["employees", "customers"].map((id) => audience(id, asked, { ...everyone }, draws));
    const strategies = [
      strategy("staff", { "employees/openness": 0.5 }),
      strategy("buyers", { "customers/openness": 0.4 }),
    ];
    const found = firstThreeShares(voicesOf(audiences, everyone), {
      catalogue: catalogueOf(strategies),
      profiles: [],
      effort: 1,
    });
    expect(Object.fromEntries(found ?? [])).toEqual({ staff: 0.5, buyers: 0.5 });
  });
});
