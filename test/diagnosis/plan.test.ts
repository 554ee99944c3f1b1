import { describe, expect, it } from "vitest";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import type { Strategy } from "../../src/framework/types.ts";
import { below, framework, HIDDEN, type Measured, rule, strategy, survey } from "./fixture.ts";

interface Case {
  readonly dimensions: readonly Measured[];
  readonly strategies: readonly Strategy[];
  readonly effort?: number;
  readonly only?: readonly string[];
}

function plan({ dimensions, strategies, effort, only }: Case) {
  const findings = [rule("weak-openness", [below("a", 60)], { strategies: ["one"] })];
  const asked = framework({ dimensions, findings, strategies: only ?? [] });
  return diagnose(survey(dimensions, { framework: asked, strategies, effort: effort ?? null })).plan;
}

/** One dimension 50 points short of its target, all of it openness: a need of 0.5. */
const SHORT: readonly Measured[] = [{ id: "a", index: 25 }];

function order(strategies: readonly Strategy[], extra: Partial<Case> = {}): readonly string[] {
  return plan({ dimensions: SHORT, strategies, ...extra }).steps.map((step) => step.strategy);
}

describe("needs", () => {
  it("are gap × weight × multiplier × probability, largest first, without those at target or hidden", () => {
    const { needs, need } = plan({
      dimensions: [
        { id: "a", index: 55, weight: 2, probability: 0.9 },
        { id: "b", index: 25, probability: 0.99 },
        { id: "c", index: 75, probability: 0.5 },
        { id: "d", index: HIDDEN },
        { id: "e", index: 70, target: 80, probability: null },
      ],
      strategies: [],
    });
    expect(needs.map(({ dimension }) => dimension)).toEqual(["b", "a", "e"]);
    expect(needs[1]).toMatchObject({ gap: 0.2, weight: 2, multiplier: 1, probability: 0.9, index: 55, target: 75 });
    expect(needs.map((one) => one.need)).toEqual([0.5 * 0.99, 0.2 * 2 * 0.9, 0.1]);
    expect(need).toBeCloseTo(0.495 + 0.36 + 0.1, 12);
  });
});

describe("the worked example of docs/diagnosis.md", () => {
  const dimensions: readonly Measured[] = [
    { id: "a", index: 55, probability: 0.95, facets: { openness: 0.6, direction: 0.4 } },
    { id: "b", index: 45, facets: { openness: 0.5, listening: 0.5 } },
  ];
  const strategies = [
    strategy("one", { openness: 0.5, direction: 0.3 }, { effort: 1.5, intensity: "low-medium" }),
    strategy("two", { listening: 0.6, openness: 0.2 }, { months: [3, 6] }),
  ];
  const result = plan({ dimensions, strategies });
  it("has the facet needs and the steps it prints", () => {
    expect(result.need).toBeCloseTo(0.49, 12);
    expect(result.steps.map((step) => step.strategy)).toEqual(["two", "one"]);
    const [two, one] = result.steps;
    expect(two?.reduction).toBeCloseTo(0.1428, 12);
    expect(two?.arithmetic.map(({ facet }) => facet)).toEqual(["listening", "openness"]);
    expect(one?.reduction).toBeCloseTo(0.1284, 12);
    expect(one?.perEffort).toBeCloseTo(0.0856, 12);
    expect(one?.arithmetic[0]?.needBefore).toBeCloseTo(0.2112, 12);
    expect(result.remaining).toBeCloseTo(0.2188, 12);
  });
  it("splits a step among the dimensions in proportion to need × share", () => {
    const [, one] = result.steps;
    const openness = 0.1056;
    const fromA = (openness * 0.114) / 0.264 + 0.0228;
    expect(one?.because.map(({ dimension }) => dimension)).toEqual(["a", "b"]);
    expect(one?.because[0]?.share).toBeCloseTo(fromA / 0.1284, 12);
    expect(one?.because[1]?.share).toBeCloseTo((openness * 0.15) / 0.264 / 0.1284, 12);
  });
  it("names the findings that name the strategy", () => {
    expect(result.steps.map(({ findings }) => findings)).toEqual([[], ["weak-openness"]]);
  });
  it("carries the words of the strategy", () => {
    expect(result.steps[0]).toMatchObject({
      rank: 1,
      title: "Title of two",
      level: "initial",
      intensity: "low",
      months: [3, 6],
      horizon: "next",
      firstStep: "Begin.",
      actions: ["Do it."],
      outcome: "It shows.",
      pitfall: "It fades.",
      watch: "Watch it.",
    });
  });
});

describe("choosing", () => {
  it("takes the largest reduction per effort, not the largest reduction", () => {
    const strategies = [strategy("strong", { openness: 0.9 }, { effort: 4 }), strategy("light", { openness: 0.3 })];
    expect(order(strategies)).toEqual(["light", "strong"]);
  });
  it("takes the cheaper of two equal ones, then the first by id", () => {
    const strategies = [
      strategy("a-dear", { openness: 0.6 }, { effort: 2 }),
      strategy("cheap-b", { openness: 0.3 }),
      strategy("cheap-a", { openness: 0.3 }),
    ];
    expect(order(strategies)[0]).toBe("cheap-a");
    expect(order(strategies.slice(0, 2))).toEqual(["cheap-b", "a-dear"]);
  });
  it("sees a rounding difference as equal", () => {
    // 0.1 + 0.2 is a little more than 0.3.
    const dimensions: readonly Measured[] = [{ id: "a", index: 25, facets: { openness: 0.5, care: 0.5 } }];
    const strategies = [strategy("b", { openness: 0.1, care: 0.2 }), strategy("a", { openness: 0.3 })];
    expect(plan({ dimensions, strategies }).steps[0]?.strategy).toBe("a");
  });
  it("leaves out what takes away less than 1 % of the need, and goes on with what takes away more", () => {
    const strategies = [strategy("tiny", { openness: 0.009 }), strategy("slow", { openness: 0.03 }, { effort: 4 })];
    expect(order(strategies)).toEqual(["slow"]);
  });
  it("ends after ten steps", () => {
    const strategies = Array.from({ length: 12 }, (_, i) => strategy(`s${i}`, { openness: 0.1 }));
    expect(order(strategies)).toHaveLength(10);
  });
  it("skips what does not fit the effort and takes what does", () => {
    const strategies = [
      strategy("dear", { openness: 0.9 }, { effort: 2 }),
      strategy("cheap", { openness: 0.3 }),
      strategy("cheaper", { openness: 0.2 }),
    ];
    expect(order(strategies)).toEqual(["dear", "cheap", "cheaper"]);
    expect(order(strategies, { effort: 1 })).toEqual(["cheap"]);
    expect(order(strategies, { effort: 3 })).toEqual(["dear", "cheap"]);
  });
  it("offers a strategy for other audiences not at all", () => {
    const strategies = [strategy("theirs", { openness: 0.9 }, { audiences: ["customers"] })];
    expect(order(strategies)).toEqual([]);
    expect(order([strategy("ours", { openness: 0.9 }, { audiences: ["customers", "employees"] })])).toEqual(["ours"]);
  });
  it("keeps to the framework's own list where there is one", () => {
    const strategies = [strategy("one", { openness: 0.9 }), strategy("two", { openness: 0.1 })];
    expect(order(strategies, { only: ["two"] })).toEqual(["two"]);
  });
});

describe("prerequisites", () => {
  const base = strategy("base", { openness: 0.05 }, { effort: 2 });
  const roof = strategy("roof", { openness: 0.9 }, { prerequisites: ["base"] });
  it("come first, marked with the step that needs them", () => {
    const { steps } = plan({ dimensions: SHORT, strategies: [roof, base] });
    expect(steps.map((step) => [step.rank, step.strategy, step.prerequisiteFor])).toEqual([
      [1, "base", "roof"],
      [2, "roof", null],
    ]);
  });
  it("count with their effort: the bundle is compared", () => {
    // Bundle: (0.025 + 0.4275)/3 = 0.15 of need per effort; rival: 0.5 × 0.4 = 0.2.
    expect(order([roof, base, strategy("rival", { openness: 0.4 })])).toEqual(["rival", "base", "roof"]);
    expect(order([roof, base, strategy("rival", { openness: 0.2 })])).toEqual(["base", "roof", "rival"]);
    expect(order([roof, base], { effort: 2.5 })).toEqual(["base"]);
  });
  it("are not paid twice, and a chain is put in order", () => {
    const tower = strategy("tower", { openness: 0.5 }, { prerequisites: ["roof", "base"] });
    const { steps } = plan({ dimensions: SHORT, strategies: [tower, roof, base] });
    expect(steps.map((step) => step.strategy)).toEqual(["base", "roof", "tower"]);
    const only = plan({
      dimensions: SHORT,
      strategies: [tower, { ...roof, facets: new Map() }, { ...base, facets: new Map() }],
    });
    expect(only.steps.map((step) => [step.strategy, step.prerequisiteFor])).toEqual([
      ["base", "roof"],
      ["roof", "tower"],
      ["tower", null],
    ]);
    expect(only.steps[0]).toMatchObject({ reduction: 0, perEffort: 0, arithmetic: [], because: [] });
  });
  it("of another audience come along but bring nothing", () => {
    const theirs = { ...base, audiences: ["customers"] };
    const { steps } = plan({ dimensions: SHORT, strategies: [roof, theirs] });
    expect(steps.map((step) => [step.strategy, step.reduction])).toEqual([
      ["base", 0],
      ["roof", 0.45],
    ]);
  });
  it("that are absent, not allowed or in a circle rule a strategy out", () => {
    expect(order([roof])).toEqual([]);
    expect(order([roof, base], { only: ["roof"] })).toEqual([]);
    expect(order([roof, { ...base, prerequisites: ["roof"] }])).toEqual([]);
  });
  it("never make the plan longer than ten steps", () => {
    const single = Array.from({ length: 9 }, (_, i) => strategy(`s${i}`, { openness: 0.2 }));
    const dimensions: readonly Measured[] = [{ id: "a", index: 25, facets: { openness: 0.9, care: 0.1 } }];
    const late = strategy("late", { care: 0.4 }, { effort: 4 });
    const bundled = { ...late, prerequisites: ["base"] };
    const nothing = { ...base, facets: new Map<string, number>() };
    expect(plan({ dimensions, strategies: [...single, late] }).steps.map((step) => step.strategy)).toContain("late");
    expect(plan({ dimensions, strategies: [...single, bundled, nothing] }).steps).toHaveLength(9);
  });
});

describe("horizon and quadrant", () => {
  it.each([
    [0, "now"],
    [2.9, "now"],
    [3, "next"],
    [8, "next"],
    [9, "later"],
    [24, "later"],
  ] as const)("%s months at least is %s", (months, horizon) => {
    const strategies = [strategy("one", { openness: 0.5 }, { months: [months, null] })];
    expect(plan({ dimensions: SHORT, strategies }).steps[0]?.horizon).toBe(horizon);
  });
  it("sets impact against effort", () => {
    const dimensions: readonly Measured[] = [
      { id: "a", index: 25, facets: { openness: 0.25, care: 0.25, privacy: 0.25, voice: 0.25 } },
    ];
    const strategies = [
      strategy("quick", { openness: 0.8 }, { effort: 2 }),
      strategy("project", { care: 0.4 }, { effort: 3 }),
      strategy("fill", { privacy: 0.39 }, { effort: 2 }),
      strategy("twice", { voice: 0.39 }, { effort: 3 }),
    ];
    const steps = plan({ dimensions, strategies }).steps;
    expect(Object.fromEntries(steps.map((step) => [step.strategy, step.quadrant]))).toEqual({
      quick: "quick win",
      project: "major project",
      fill: "fill-in",
      twice: "think twice",
    });
  });
});

describe("no plan", () => {
  const some = [strategy("one", { openness: 0.5 })];
  it.each([
    ["at target", [{ id: "a", index: 75 }], some, undefined, "Every dimension has reached its target."],
    [
      "what is shown is at target",
      [
        { id: "a", index: 80 },
        { id: "b", index: HIDDEN },
      ],
      some,
      undefined,
      "Every dimension that could be shown has reached its target.",
    ],
    ["nothing shown", [{ id: "a", index: HIDDEN }], some, undefined, "No dimension could be shown"],
    ["no strategy for it", SHORT, [strategy("one", { care: 0.5 })], undefined, "No strategy of the catalogue answers"],
    ["no effort for it", SHORT, some, 0.5, "fits the effort allowed"],
  ] as const)("%s", (...[, dimensions, strategies, effort, reason]) => {
    const result = plan({ dimensions, strategies, ...(effort === undefined ? {} : { effort }) });
    expect(result.steps).toEqual([]);
    expect(result.reason).toContain(reason);
  });
  it("says so when nothing may be shown at all", () => {
    const result = diagnose(survey(SHORT, { overall: null, strategies: some }));
    expect(result).toMatchObject({ drag: null, findings: [], causes: null });
    expect(result.plan).toEqual({
      reason:
        "Fewer people answered enough to be scored than the minimum group, so nothing can be shown and nothing planned.",
      steps: [],
      need: 0,
      remaining: 0,
      needs: [],
      withoutProfiles: [],
      draws: 0,
    });
  });
  it("gives no reason when there are steps", () => {
    expect(plan({ dimensions: SHORT, strategies: some }).reason).toBeNull();
  });
});
