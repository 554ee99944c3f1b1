import { describe, expect, it } from "vitest";
import { createFold } from "../../src/aggregate/fold.ts";
import { createPlan } from "../../src/aggregate/plan.ts";
import { MISSING, NOT_ASKED } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createPatternCheck } from "../../src/scoring/quality.ts";
import { createScorer } from "../../src/scoring/scorer.ts";
import { dimension, framework, item } from "../fixture.ts";

const program = compileProgram(
  framework({
    items: [item("A1", "a"), item("B1", "b"), item("C1", "b"), item("out", undefined)],
    dimensions: [dimension("a", ["A1"]), dimension("b", ["B1", "C1"], { optional: true })],
  }),
);
const plan = createPlan(program, { weighted: true });

function cellOf(row: readonly number[]): Float64Array {
  const cell = new Float64Array(plan.length);
  const answers = Float64Array.from(row);
  const scored = createScorer(program).score(answers);
  createFold(program, plan)(cell, { answers, scored, flags: createPatternCheck(program)(answers), weight: 100_000 });
  return cell;
}

describe("an item that was not asked", () => {
  const asked = cellOf([4, MISSING.unanswered, MISSING.dontKnow, MISSING.unanswered]);
  const unasked = cellOf([4, NOT_ASKED, NOT_ASKED, NOT_ASKED]);

  it("is counted nowhere: neither as an answer nor as any kind of missing", () => {
    for (const { item: id, histogram, codes, missing } of plan.items.slice(1)) {
      const own = unasked.subarray(histogram, Math.max(histogram + codes.length, missing + 4));
      expect([id, ...own]).toEqual([id, ...own.map(() => 0)]);
    }
  });

  it("changes no other sum than the counts of missing", () => {
    const places = new Set(plan.items.flatMap(({ missing }) => [0, 1, 2, 3].map((kind) => missing + kind)));
    const others = (cell: Float64Array) => [...cell].filter((_, at) => !places.has(at));
    expect(others(unasked)).toEqual(others(asked));
    expect([...asked]).not.toEqual([...unasked]);
  });
});

describe("a long run of somebody who was asked half", () => {
  const ids = Array.from({ length: 24 }, (_, at) => `Q${at}`);
  const long = compileProgram(
    framework({ items: ids.map((id) => item(id, "all")), dimensions: [dimension("all", ids)] }),
  );
  const flagsOf = (row: (at: number) => number) => ({
    ...createPatternCheck(long)(Float64Array.from(ids, (_, at) => row(at))),
  });

  it("goes past what was not asked, and is held against what was", () => {
    expect(flagsOf((at) => (at % 2 === 0 ? NOT_ASKED : 4))).toMatchObject({ longestRun: 12, longRun: true });
    expect(flagsOf((at) => (at % 2 === 0 ? MISSING.unanswered : 4))).toMatchObject({ longestRun: 1, longRun: false });
    const eleven = (at: number) => (at < 11 ? 4 : 1 + (at % 2));
    expect(flagsOf(eleven)).toMatchObject({ longestRun: 11, longRun: false });
    expect(flagsOf((at) => (at < 20 ? eleven(at) : NOT_ASKED))).toMatchObject({ longestRun: 11, longRun: true });
  });
});
