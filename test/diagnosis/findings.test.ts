import { describe, expect, it } from "vitest";
import type { CellResult } from "../../src/audit/types.ts";
import { findFindings } from "../../src/diagnosis/findings.ts";
import type { Condition, FindingRule, Framework } from "../../src/framework/types.ts";
import {
  ahead,
  atLeast,
  below,
  compositeResult,
  estimate,
  framework,
  HIDDEN,
  type Measured,
  NONE,
  overall,
  quotient,
  rule,
  strategy,
  survey,
} from "./fixture.ts";

function judged(asked: Framework, cell: CellResult) {
  return findFindings({ ...survey([], { framework: asked, overall: cell }), overall: cell });
}

function found(dimensions: readonly Measured[], findings: readonly FindingRule[], headcount?: number) {
  return judged(framework({ dimensions, findings }), overall(dimensions, headcount === undefined ? {} : { headcount }));
}

describe("one condition", () => {
  const cases: readonly [string, Condition, readonly Measured[], "clear" | "leaning" | null][] = [
    ["below, whole interval below", below("a", 50), [{ id: "a", index: 40, interval: [33, 47] }], "clear"],
    ["below, interval reaches the limit", below("a", 50), [{ id: "a", index: 40, interval: [30, 50] }], "leaning"],
    ["at the limit is not below", below("a", 50), [{ id: "a", index: 50, interval: [49, 51] }], null],
    ["at least, whole interval", atLeast("a", 65), [{ id: "a", index: 70, interval: [65, 75] }], "clear"],
    ["at least, interval dips under", atLeast("a", 65), [{ id: "a", index: 70, interval: [64, 76] }], "leaning"],
    ["exactly the limit is at least it", atLeast("a", 65), [{ id: "a", index: 65, interval: [65, 65] }], "clear"],
    ["a rounding error does not miss the limit", atLeast("a", 65), [{ id: "a", index: 65 - 1e-13 }], "leaning"],
    ["a rounding error is not below the limit", below("a", 65), [{ id: "a", index: 65 - 1e-13 }], null],
    [
      "ahead, intervals apart",
      ahead("a", "b", 15),
      [
        { id: "a", index: 70, interval: [65, 75] },
        { id: "b", index: 50, interval: [40, 60] },
      ],
      "clear",
    ],
    [
      "ahead, intervals overlap",
      ahead("a", "b", 15),
      [
        { id: "a", index: 70, interval: [59, 81] },
        { id: "b", index: 50, interval: [40, 60] },
      ],
      "leaning",
    ],
    [
      "ahead, but by too little",
      ahead("a", "b", 15),
      [
        { id: "a", index: 64, interval: [63, 65] },
        { id: "b", index: 50, interval: [49, 51] },
      ],
      null,
    ],
    ["hidden", below("a", 50), [{ id: "a", index: HIDDEN }], null],
    ["not computable", below("a", 50), [{ id: "a", index: NONE }], null],
    [
      "the other side hidden",
      ahead("a", "b", 15),
      [
        { id: "a", index: 90 },
        { id: "b", index: HIDDEN },
      ],
      null,
    ],
    ["not measured at all", below("b", 50), [{ id: "a", index: 10 }], null],
  ];
  it.each(cases)("%s", (...[, condition, dimensions, certainty]) => {
    expect(found(dimensions, [rule("r", [condition])]).map((finding) => finding.certainty)).toEqual(
      certainty === null ? [] : [certainty],
    );
  });
});

describe("without an interval", () => {
  const low: readonly Measured[] = [
    { id: "a", index: 40 },
    { id: "b", index: 20 },
  ];
  const rules = [rule("ahead", [ahead("a", "b", 15)]), rule("below", [below("a", 50)])];
  it("the point decides for one assessment", () => {
    const single = framework({ dimensions: low, findings: rules, unit: "organisation" });
    expect(judged(single, overall(low)).map(({ certainty }) => certainty)).toEqual(["clear", "clear"]);
  });
  it("it stays leaning, also when everyone answered", () => {
    for (const headcount of [undefined, 40, 41])
      expect(found(low, rules, headcount).map(({ certainty }) => certainty)).toEqual(["leaning", "leaning"]);
  });
  it("a census is judged by the interval it has without the headcount, and says which", () => {
    const judge = (judged: readonly [number, number]) =>
      found([{ id: "a", index: 40, interval: null, judged }], [rule("below", [below("a", 50)])], 40)[0];
    expect(judge([33, 47])).toMatchObject({ certainty: "clear", evidence: [{ interval: { low: 33, high: 47 } }] });
    expect(judge([29, 51])?.certainty).toBe("leaning");
  });
});

it("judges by the interval without the headcount, however narrow the shown one is", () => {
  const dimensions: readonly Measured[] = [{ id: "a", index: 40, interval: [39, 41], judged: [29, 51] }];
  expect(found(dimensions, [rule("r", [below("a", 50)])], 42)[0]).toMatchObject({
    certainty: "leaning",
    evidence: [{ interval: { low: 29, high: 51 } }],
  });
});

describe("the remedies of a finding", () => {
  it("have the titles of the catalogue; one that it does not hold keeps its id", () => {
    const rules = [rule("r", [below("a", 50)], { strategies: ["open-books", "our-own"] })];
    const dimensions: readonly Measured[] = [{ id: "a", index: 40, interval: [33, 47] }];
    const cell = overall(dimensions);
    const options = survey([], { framework: framework({ dimensions, findings: rules }), overall: cell });
    const strategies = [{ ...strategy("open-books", {}), title: "Open the books" }];
    const [finding] = findFindings({ ...options, strategies, overall: cell });
    expect(finding?.strategies).toEqual(["open-books", "our-own"]);
    expect(finding?.remedies).toEqual([
      { id: "open-books", title: "Open the books" },
      { id: "our-own", title: "our-own" },
    ]);
  });
});

describe("a rule of several conditions", () => {
  const dimensions: readonly Measured[] = [
    { id: "a", index: 70, interval: [66, 74], n: 39 },
    { id: "b", index: 40, interval: [28, 52] },
  ];
  it("fires only when all hold, and is as sure as its least sure condition", () => {
    const rules = [
      rule("both", [atLeast("a", 65), below("b", 50)]),
      rule("one", [atLeast("a", 65)]),
      rule("neither", [atLeast("a", 65), below("b", 30)]),
    ];
    expect(found(dimensions, rules).map(({ id, certainty }) => [id, certainty])).toEqual([
      ["one", "clear"],
      ["both", "leaning"],
    ]);
  });
  it("shows the numbers of every condition", () => {
    const rules = [rule("r", [atLeast("a", 65), below("b", 50), ahead("a", "b", 15)], { ask: "Why?" })];
    expect(found(dimensions, rules)[0]).toEqual({
      id: "r",
      title: "Title of r",
      severity: "medium",
      raised: null,
      audience: null,
      certainty: "leaning",
      says: "It says.",
      ask: "Why?",
      strategies: [],
      remedies: [],
      evidence: [
        {
          of: "a",
          title: "Title of a",
          index: 70,
          interval: { low: 66, high: 74 },
          n: 39,
          relation: "at least",
          limit: 65,
          than: null,
          by: null,
        },
        {
          of: "b",
          title: "Title of b",
          index: 40,
          interval: { low: 28, high: 52 },
          n: 40,
          relation: "below",
          limit: 50,
          than: null,
          by: null,
        },
        {
          of: "a",
          title: "Title of a",
          index: 70,
          interval: { low: 66, high: 74 },
          n: 39,
          relation: "ahead of",
          limit: null,
          than: { id: "b", title: "Title of b", index: 40 },
          by: 15,
        },
      ],
    });
  });
});

it("judges composites, too", () => {
  const trust = compositeResult(quotient(), estimate(2, [1.8, 2.2]), estimate(37, [34, 40]));
  const rules = [rule("weak", [below("trust", 50)])];
  expect(judged(framework({ dimensions: [], findings: rules }), overall([], { composites: [trust] }))[0]).toMatchObject(
    { id: "weak", certainty: "clear", evidence: [{ of: "trust", title: "Trust quotient", index: 37 }] },
  );
});

it("orders by severity, certainty, margin of the narrowest condition, id", () => {
  const dimensions: readonly Measured[] = [
    { id: "a", index: 40, interval: [38, 42] },
    { id: "b", index: 20, interval: [0, 60] },
    { id: "c", index: 90, interval: [88, 92] },
  ];
  const rules = [
    rule("strength", [atLeast("c", 65)], { severity: "strength" }),
    rule("low", [below("a", 50)], { severity: "low" }),
    rule("z-near", [below("a", 45)]),
    rule("a-near", [below("a", 45)]),
    rule("far", [below("a", 60)]),
    rule("narrowest-counts", [below("a", 41), atLeast("c", 20)], { severity: "medium" }),
    rule("far-but-leaning", [below("b", 55)]),
    rule("high", [below("b", 25)], { severity: "high" }),
  ];
  expect(found(dimensions, rules).map(({ id }) => id)).toEqual([
    "high",
    "far",
    "a-near",
    "z-near",
    "far-but-leaning",
    "narrowest-counts",
    "low",
    "strength",
  ]);
});
