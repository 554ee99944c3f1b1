import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellResult } from "../../src/audit/types.ts";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import type { Framework } from "../../src/framework/types.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { type Row, releasedTotal } from "../statistics/released-total.ts";
import { call, composite, dimension, framework, item, name } from "../statistics/small-framework.ts";
import { atLeast, below, link, rule, strategy, survey } from "./fixture.ts";

const inputs = ["care", "words"];
const over = (fn: "mean" | "min") => ({ tree: call(fn, ...inputs.map(name)), inputs });
const asked: Framework = framework({
  items: [
    ...["C1", "C2"].map((id) => item(id, { dimension: "care" })),
    ...["W1", "W2"].map((id) => item(id, { dimension: "words" })),
  ],
  dimensions: [dimension("care", ["C1", "C2"]), dimension("words", ["W1", "W2"])],
  composites: [
    composite("trust", "mean(care, words)", over("mean")),
    // A kink: its interval is drawn.
    composite("weakest", "min(care, words)", over("min")),
  ],
  links: [link("care", "words"), link("words", "care")],
  findings: [
    ...[30, 40, 50, 60, 70].flatMap((limit) =>
      ["care", "trust", "weakest"].flatMap((of) => [
        rule(`${of}-below-${limit}`, [below(of, limit)]),
        rule(`${of}-from-${limit}`, [atLeast(of, limit)]),
      ]),
    ),
  ],
});
const strategies = [strategy("listen", { care: 0.5 }), strategy("promise", { care: 0.3 }, { effort: 2 })];

function overall(rows: readonly Row[], headcount: number | null): Promise<CellResult> {
  const { plan, released } = releasedTotal(asked, rows);
  return estimateCell({ framework: asked, plan, released, headcount, unit: "person", seed: 7 });
}

const diagnosed = (cell: CellResult) => diagnose(survey([], { framework: asked, overall: cell, strategies }));
const judgements = (cell: CellResult) =>
  [...cell.dimensions, ...cell.composites].map(({ id, band, judged }) => ({ id, band, judged }));
const shown = (cell: CellResult) =>
  [...cell.dimensions, ...cell.composites].map(({ index }) => (index.kind === "estimate" ? index.interval : null));

const answer = fc.integer({ min: 1, max: 5 });
const people = fc.array(fc.tuple(answer, answer, answer, answer), { minLength: 3, maxLength: 25 });

describe("a headcount", () => {
  it("changes what is shown, and no band, finding, cause or plan; a census neither", async () => {
    let narrowed = 0;
    await fc.assert(
      fc.asyncProperty(people, fc.integer({ min: 0, max: 12 }), async (rows, absent) => {
        const [without, counted] = [await overall(rows, null), await overall(rows, rows.length + absent)];
        expect(judgements(counted)).toEqual(judgements(without));
        expect(JSON.stringify(diagnosed(counted))).toBe(JSON.stringify(diagnosed(without)));
        if (JSON.stringify(shown(counted)) !== JSON.stringify(shown(without))) narrowed++;
      }),
      { seed: 20261122, numRuns: 40 },
    );
    expect(narrowed).toBeGreaterThan(20);
  });

  it("is judged by the interval that is shown without one, and says so beside its own", async () => {
    const rows: readonly Row[] = Array.from({ length: 12 }, (_, at) => [1 + (at % 5), 2, 3 + (at % 2), 4]);
    const [without, of20, census] = [await overall(rows, null), await overall(rows, 20), await overall(rows, 12)];
    const care = (cell: CellResult) => {
      const [dimensionResult] = cell.dimensions;
      const { index, judged } = dimensionResult ?? {};
      if (index?.kind !== "estimate" || judged == null) throw new Error("no estimate");
      return { index, judged };
    };
    expect(care(without).index.interval).toMatchObject(care(without).judged);
    expect(care(of20).index.interval?.low).toBeGreaterThan(care(of20).judged.low);
    expect(care(census).index.interval).toBeNull();
    expect(care(census).judged).toEqual(care(without).judged);
    const caveat = expect.stringContaining("judged by the interval without the headcount");
    expect(care(of20).index.caveats).toContainEqual(caveat);
    expect(care(census).index.caveats).toContainEqual(caveat);
    expect(care(without).index.caveats).not.toContainEqual(caveat);
  });
});

describe("one assessment", () => {
  it.each([1, 3])("has no judged interval, of %i, even where some left a dimension out", async (rows) => {
    const answers: readonly Row[] = Array.from({ length: rows }, (_, at) => [
      2,
      4,
      ...(at === 0 ? [3, 4] : [null, null]),
    ]);
    const { plan, released } = releasedTotal(asked, answers);
    const cell = await estimateCell({ framework: asked, plan, released, headcount: null, unit: "consensus", seed: 7 });
    for (const { index, judged, band } of [...cell.dimensions, ...cell.composites]) {
      expect(index).toMatchObject({ kind: "estimate", interval: null });
      expect(judged).toBeNull();
      expect(band).toMatchObject({ sure: false });
    }
  });
});
