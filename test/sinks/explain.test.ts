import { describe, expect, it } from "vitest";
import type { Composite, Framework, Ladder } from "../../src/framework/types.ts";
import { MISSING } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createScorer } from "../../src/scoring/scorer.ts";
import { createExplainSink } from "../../src/sinks/explain.ts";
import { dimension, framework, item } from "../fixture.ts";

const name = (id: string) => ({ kind: "name", name: id }) as const;
const quotient: Composite = {
  id: "q",
  title: "Quotient",
  about: "",
  formula: "a / b",
  tree: { kind: "binary", op: "/", left: name("a"), right: name("b") },
  inputs: ["a", "b"],
  byAudience: null,
  skipMissing: false,
  capped: false,
  direction: "higher",
  transform: "linear",
  worst: 0.2,
  best: 5,
  target: 75,
  bands: [],
};

describe("one respondent's arithmetic", () => {
  const one = framework({
    items: [item("A1", "a"), item("A2", "a", { reverse: true, weight: 2 }), item("A3", "a"), item("B1", "b")],
    composites: [quotient],
    dimensions: [
      dimension("a", ["A1", "A2", "A3"], { title: "Alpha" }),
      dimension("b", ["B1"], { direction: "lower" }),
    ],
  });
  const program = compileProgram(one);
  const scorer = createScorer(program);
  const sink = createExplainSink(one, program, 2);
  for (const [at, row] of [
    [1, 1, 1, 1],
    [4, 2, MISSING.dontKnow, MISSING.unanswered],
    [5, 5, 5, 5],
  ].entries()) {
    const answers = Float64Array.from(row);
    sink.respondent({ row: at + 1, answers, scored: scorer.score(answers) });
  }

  it("takes the row that was asked for, and adds up", () => {
    expect(sink.explanation()).toMatchObject({
      row: 2,
      dimensions: [
        { title: "Alpha", answeredWeight: 3, totalWeight: 4, minWeight: 2, weightedSum: 12, score: 4, index: 75 },
        { title: "b", answeredWeight: 0, score: null, index: null },
      ],
    });
  });
  it("works out composites on the person's own scores, and says where one is missing", () => {
    expect(sink.explanation()?.composites).toMatchObject([
      {
        id: "q",
        terms: [
          { name: "a", value: 4 },
          { name: "b", value: null },
        ],
        value: null,
      },
    ]);
    const other = createExplainSink(one, program, 1);
    const answers = Float64Array.from([5, 1, 5, 2]);
    other.respondent({ row: 1, answers, scored: scorer.score(answers) });
    expect(other.explanation()?.composites[0]?.value).toBe(2.5);
  });
  describe("of composites that a group has otherwise", () => {
    const whole: Composite = {
      ...quotient,
      ...{ id: "m", formula: "mean(a, b)", worst: 1 },
      tree: { kind: "call", fn: "mean", args: [name("a"), name("b")] },
    };
    const explained = (composite: Composite, row: readonly number[], more: Partial<Framework> = {}) => {
      const own = { ...one, ...more, composites: [composite] };
      const found = createExplainSink(own, program, 1);
      const answers = Float64Array.from(row);
      found.respondent({ row: 1, answers, scored: scorer.score(answers) });
      return found.explanation()?.composites[0];
    };
    const lacking = [4, 2, 4, MISSING.unanswered];
    const nothing = [MISSING.unanswered, MISSING.unanswered, MISSING.unanswered, MISSING.unanswered];

    it("leaves out what this person did not answer where the mean does, and says so", () => {
      expect(explained({ ...whole, skipMissing: true }, lacking)).toMatchObject({
        value: 4,
        note: "What is missing is left out of the mean: b.",
      });
      expect(explained(whole, lacking)).toMatchObject({ value: null, note: null });
      expect(explained({ ...whole, skipMissing: true }, [4, 2, 4, 2])).toMatchObject({ value: 3, note: null });
      expect(explained({ ...whole, skipMissing: true }, nothing)?.value).toBeNull();
    });

    it("says that the level of everyone may hold it", () => {
      const ladder: Ladder = {
        ...{ title: "Stage", word: "stage", none: "None", reached: { mean: 2, lowest: null }, overall: 1 },
        ...{ levels: [{ id: "one", title: "One", cap: 30 }], strands: [] },
      };
      const note = "The stage that everyone together has reached may hold it lower; that is not in this row.";
      expect(explained({ ...whole, capped: true }, [4, 2, 4, 2], { ladder })).toMatchObject({ value: 3, note });
      expect(explained({ ...whole, capped: true }, [4, 2, 4, 2])?.note).toBeNull();
    });

    it("gives each of several audiences its formula and nobody a value", () => {
      const byAudience = new Map([
        ["employees", whole],
        ["leaders", { ...whole, formula: "a" }],
      ]);
      const audiences = [...one.audiences, { id: "leaders", title: "Leaders", standsFor: ["employees"] }];
      expect(explained({ ...whole, byAudience }, [4, 2, 4, 2], { audiences })).toMatchObject({
        ...{ formula: "Employees: mean(a, b); Leaders: a", terms: [], value: null },
        note: "Each audience has a formula of its own: choose one with --audience to see it worked out.",
      });
      expect(explained({ ...whole, byAudience }, [4, 2, 4, 2])).toMatchObject({ value: 3, note: null });
    });
  });
  it("shows what each answer counts as", () => {
    expect(sink.explanation()?.dimensions[0]?.items).toEqual([
      { id: "A1", raw: 4, recoded: 4, reversed: false, weight: 1 },
      { id: "A2", raw: 2, recoded: 4, reversed: true, weight: 2 },
      { id: "A3", raw: "dontKnow", recoded: null, reversed: false, weight: 1 },
    ]);
  });
});
