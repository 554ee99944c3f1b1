import { describe, expect, it } from "vitest";
import { createFold } from "../../src/aggregate/fold.ts";
import { createPlan } from "../../src/aggregate/plan.ts";
import { MISSING } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createPatternCheck } from "../../src/scoring/quality.ts";
import { createScorer } from "../../src/scoring/scorer.ts";
import { dimension, framework, item } from "../fixture.ts";

describe("thirds of the scale", () => {
  // 1 + 4/3 and 1 + 8/3 are the limits, which a score in sixths of a point can meet.
  const three = compileProgram(
    framework({
      items: [item("A1", "a"), item("A2", "a"), item("A3", "a")],
      dimensions: [dimension("a", ["A1", "A2", "A3"])],
    }),
  );
  it.each([
    { answers: [2, 2, 2], third: "low" },
    { answers: [2, 2, 3], third: "middle", why: "7/3 is the limit" },
    { answers: [4, 4, 3], third: "middle", why: "11/3 is the limit" },
    { answers: [4, 4, 4], third: "high" },
    { answers: [1, 1, 1], third: "low" },
    { answers: [5, 5, 5], third: "high" },
    { answers: [5, MISSING.unanswered, MISSING.unanswered], third: "none" },
  ])("$answers is $third", ({ answers, third }) => {
    const layout = createPlan(three);
    const cell = new Float64Array(layout.length);
    const row = Float64Array.from(answers);
    const counted = { answers: row, scored: createScorer(three).score(row), flags: createPatternCheck(three)(row) };
    createFold(three, layout)(cell, { ...counted, weight: 1 });
    const first = layout.thirds[0]?.counts ?? 0;
    const wanted = ["low", "middle", "high"].map((name) => (name === third ? 1 : 0));
    expect([...cell.slice(first, first + 3)]).toEqual(wanted);
  });
});
