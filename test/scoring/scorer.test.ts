import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MISSING } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createPatternCheck, isCareless } from "../../src/scoring/quality.ts";
import { createScorer, NO_SCORE } from "../../src/scoring/scorer.ts";
import { dimension, framework, item } from "../fixture.ts";

const { unanswered, notApplicable } = MISSING;

const trust = framework({
  items: [
    item("A1", "a"),
    item("A2", "a", { reverse: true }),
    item("A3", "a", { weight: 2 }),
    item("B1", "b"),
    item("B2", "b"),
  ],
  dimensions: [dimension("a", ["A1", "A2", "A3"]), dimension("b", ["B1", "B2"], { direction: "lower" })],
});

describe("scoring one respondent", () => {
  const program = compileProgram(trust);
  const scorer = createScorer(program);
  const unit = program.dimensions.map((d) => d.unitsPerPoint);

  it.each([
    // answers A1 A2 A3 B1 B2, expected score of a and b in the item metric (null: no score)
    { answers: [5, 1, 5, 2, 3], a: 5, b: 2.5, why: "a reverse-keyed 1 is a 5" },
    { answers: [4, 2, 1, 1, 1], a: (4 + 4 + 2 * 1) / 4, b: 1, why: "weights count" },
    {
      answers: [4, unanswered, unanswered, 5, unanswered],
      a: null,
      b: 5,
      why: "a quarter of the weight is too little, half is enough",
    },
    {
      answers: [unanswered, notApplicable, 3, unanswered, notApplicable],
      a: 3,
      b: null,
      why: "not applicable counts as unanswered for the threshold",
    },
  ])("$why", ({ answers, a, b }) => {
    const { scores } = scorer.score(Float64Array.from(answers));
    expect([...scores].map((s, d) => (s === NO_SCORE ? null : s / (unit[d] ?? 1)))).toEqual([a, b]);
  });

  it("judges favourable answers after recoding, in the dimension's direction", () => {
    const { favourable, answered } = scorer.score(Float64Array.from([4, 2, 3, 2, 4]));
    expect([...favourable]).toEqual([2, 1]);
    expect([...answered]).toEqual([3, 2]);
  });

  it("keeps every score an exact integer", () => {
    const answer = fc.constantFrom(1, 2, 3, 4, 5, unanswered, notApplicable);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 5, maxLength: 5 }), (answers) => {
        for (const score of scorer.score(Float64Array.from(answers)).scores)
          expect(score === NO_SCORE || Number.isInteger(score)).toBe(true);
      }),
      { seed: 20261122 },
    );
  });

  it("turns a framework around when every item and the direction are mirrored", () => {
    const mirrored = createScorer(
      compileProgram(
        framework({
          items: trust.items.map((one) => ({ ...one, reverse: !one.reverse })),
          dimensions: trust.dimensions,
        }),
      ),
    );
    const answers = Float64Array.from([5, 2, 4, 1, 3]);
    const straight = [...scorer.score(answers).scores];
    const other = [...mirrored.score(answers).scores];
    expect(straight.map((s, d) => s + (other[d] ?? 0))).toEqual(unit.map((u) => 6 * u));
  });
});

describe("figures", () => {
  const figures = framework({
    scales: new Map([
      [
        "turnover",
        {
          kind: "figure",
          id: "turnover",
          title: "",
          worst: 35,
          best: 8,
          decimals: 1,
          unit: "%",
          notApplicable: [],
          dontKnow: [],
        },
      ],
    ]),
    items: [item("T", "people", { scale: "turnover" })],
    dimensions: [dimension("people", ["T"], { min: 0, max: 100 })],
  });
  it.each([
    { figure: 350, index: 0, why: "worst" },
    { figure: 80, index: 100, why: "best" },
    { figure: 215, index: 50, why: "half way" },
    { figure: 900, index: 0, why: "beyond worst stays worst" },
    { figure: 170, index: 66.67, why: "hundredths of an index point" },
  ])("$why: $figure tenths of a per cent → $index", ({ figure, index }) => {
    const program = compileProgram(figures);
    const score = createScorer(program).score(Float64Array.of(figure)).scores[0] ?? Number.NaN;
    expect(score / (program.dimensions[0]?.unitsPerPoint ?? 1)).toBe(index);
  });
});

describe("answer patterns", () => {
  const ids = Array.from({ length: 12 }, (_, i) => `Q${i}`);
  const twelve = framework({
    items: ids.map((id, i) => item(id, "d", { reverse: i === 3 })),
    dimensions: [dimension("d", ids)],
  });
  const check = createPatternCheck(compileProgram(twelve));
  it.each([
    { answers: Array(12).fill(4), run: 12, longRun: true, straightLine: true, why: "all the same" },
    {
      answers: [...Array(9).fill(4), 3, 4, 4],
      run: 9,
      longRun: false,
      straightLine: false,
      why: "nine in a row are not ten",
    },
    {
      answers: [4, 4, 4, 4, 4, unanswered, 4, 4, 4, 4, 4, 4],
      run: 6,
      longRun: false,
      straightLine: true,
      why: "a gap ends the run, not the line",
    },
    {
      answers: [4, 4, 4, unanswered, 4, 4, 4, 4, 4, 4, 4, 4],
      run: 8,
      longRun: false,
      straightLine: false,
      why: "no reverse-keyed item answered",
    },
  ])("$why", ({ answers, run, longRun, straightLine }) => {
    expect(check(Float64Array.from(answers))).toMatchObject({ longestRun: run, longRun, straightLine });
  });

  it.each([
    { seconds: Number.NaN, answered: 12, timed: false, fast: false },
    { seconds: 23.9, answered: 12, timed: true, fast: true },
    { seconds: 24, answered: 12, timed: true, fast: false },
    { seconds: 1.9, answered: 1, timed: true, fast: true },
    { seconds: 1, answered: 0, timed: true, fast: false },
  ])("$seconds seconds for $answered answers", ({ seconds, answered, timed, fast }) => {
    const answers = Float64Array.from({ length: 12 }, (_, at) => (at < answered ? 3 + (at % 2) : unanswered));
    expect(check(answers, seconds)).toMatchObject({ timed, fast });
    expect(isCareless(check(answers, seconds))).toBe(fast);
  });
});

describe("variability of one person's answers (IRV)", () => {
  const scales = new Map(trust.scales);
  const agree = scales.get("agree");
  if (agree === undefined) throw new Error("no scale");
  scales.set("other", { ...agree, id: "other" });
  const mixed = framework({
    scales,
    items: [
      item("B1", "b", { scale: "other" }),
      item("A1", "a"),
      item("A2", "a", { reverse: true }),
      item("A3", "a"),
      item("B2", "b", { scale: "other" }),
      item("out", undefined),
    ],
    dimensions: [dimension("a", ["A1", "A2", "A3"]), dimension("b", ["B1", "B2"])],
  });
  const check = createPatternCheck(compileProgram(mixed));
  // Answers B1 A1 A2 A3 B2 out; sd(c(1, 5, 3)) = 2 and sd(c(1, 2)) = 0.7071 in R.
  it.each([
    { answers: [5, 1, 5, 3, 1, 5], variability: 2000, why: "raw answers on the scale of most dimension items" },
    { answers: [5, 4, 4, 4, 1, 1], variability: 0, why: "all the same there" },
    { answers: [5, 1, 2, unanswered, 1, 1], variability: 707, why: "those that were answered, in thousandths" },
    { answers: [5, 1, unanswered, notApplicable, 1, 1], variability: -1, why: "one answer has no spread" },
  ])("$why", ({ answers, variability }) => {
    expect(check(Float64Array.from(answers)).variability).toBe(variability);
  });
  it("takes the first of two scales with as many items", () => {
    const two = compileProgram({
      ...mixed,
      items: mixed.items.filter(({ id }) => id !== "A3"),
      dimensions: [dimension("a", ["A1", "A2"]), dimension("b", ["B1", "B2"])],
    });
    expect(createPatternCheck(two)(Float64Array.from([5, 1, 2, 1, 1])).variability).toBe(2828);
  });
});
