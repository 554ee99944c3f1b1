import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFold } from "../../src/aggregate/fold.ts";
import { createPlan } from "../../src/aggregate/plan.ts";
import { exactSum } from "../../src/aggregate/wide.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createPatternCheck } from "../../src/scoring/quality.ts";
import { createScorer } from "../../src/scoring/scorer.ts";
import { dimension, framework, item } from "../fixture.ts";

describe("wide sums", () => {
  const figures = compileProgram(
    framework({
      scales: new Map([
        [
          "money",
          {
            kind: "figure",
            id: "money",
            title: "",
            worst: 0,
            best: 1_000_000,
            decimals: 2,
            unit: "",
            notApplicable: [],
            dontKnow: [],
          },
        ],
      ]),
      items: Array.from({ length: 7 }, (_, i) => item(`F${i}`, "d", { scale: "money" })),
      dimensions: [
        dimension(
          "d",
          Array.from({ length: 7 }, (_, i) => `F${i}`),
          { min: 0, max: 100 },
        ),
      ],
    }),
  );
  const wide = createPlan(figures);

  it("stay exact where a double would round", () => {
    const fold = createFold(figures, wide);
    const scorer = createScorer(figures);
    const check = createPatternCheck(figures);
    const value = fc.integer({ min: 0, max: 94_000_000 });
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 30 }),
        (rows) => {
          const cell = new Float64Array(wide.length);
          let exact = 0n;
          for (const row of rows) {
            const answers = Float64Array.from(row);
            const scored = scorer.score(answers);
            fold(cell, { answers, scored, flags: check(answers), weight: 1 });
            exact += BigInt(scored.scores[0] ?? 0) ** 2n;
          }
          const slots = wide.scores[0];
          expect(slots?.wide).toBe(true);
          const at = slots?.sumSquares ?? 0;
          expect(exactSum(cell, at, true)).toBe(exact);
        },
      ),
      { seed: 20261122 },
    );
  });
});
