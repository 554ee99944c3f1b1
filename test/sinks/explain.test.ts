import { describe, expect, it } from "vitest";
import type { Composite } from "../../src/framework/types.ts";
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
  it("shows what each answer counts as", () => {
    expect(sink.explanation()?.dimensions[0]?.items).toEqual([
      { id: "A1", raw: 4, recoded: 4, reversed: false, weight: 1 },
      { id: "A2", raw: 2, recoded: 4, reversed: true, weight: 2 },
      { id: "A3", raw: "dontKnow", recoded: null, reversed: false, weight: 1 },
    ]);
  });
});
