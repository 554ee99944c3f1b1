import { describe, expect, it } from "vitest";
import type { Published } from "../../src/audit/estimate.ts";
import { findDrag } from "../../src/diagnosis/drag.ts";
import type { Composite, Framework } from "../../src/framework/types.ts";
import { compositeResult, estimate, framework, HIDDEN, type Measured, NONE, overall, quotient } from "./fixture.ts";

/** Means 4, 3, 2 and 3 on items 1–5: (4 + 3 + 2)/3 = 3, which is 50 on the log index. */
const MEASURED: readonly Measured[] = [
  { id: "credibility", index: 75 },
  { id: "reliability", index: 50 },
  { id: "intimacy", index: 25 },
  { id: "self_orientation", index: 50, direction: "lower" },
];

function drag(
  measured: readonly Measured[],
  shown: { value?: Published; index?: Published } = {},
  composite: Composite = quotient(),
) {
  const result = compositeResult(composite, shown.value ?? estimate(3), shown.index ?? estimate(50));
  return findDrag(
    framework({ dimensions: measured, composites: [composite] }),
    overall(measured, { composites: [result] }),
  );
}

describe("the component that drags most", () => {
  it("is the one with the largest gain at its target", () => {
    const result = drag(MEASURED);
    expect(result).toMatchObject({ composite: "trust", component: "self_orientation", now: { value: 3, index: 50 } });
    expect(result?.candidates.map(({ dimension }) => dimension)).toEqual([
      "self_orientation",
      "intimacy",
      "reliability",
    ]);
  });
  it("shows the whole arithmetic", () => {
    const [self, intimacy] = drag(MEASURED)?.candidates ?? [];
    // Target 75 of a dimension where lower is better: 5 − 0.75 × 4 = 2, so 9/2 = 4.5; ln(4.5/0.6)/ln 25.
    expect(self).toMatchObject({ mean: 3, meanAtTarget: 2, value: 4.5 });
    expect(self?.index).toBeCloseTo((100 * Math.log(7.5)) / Math.log(25), 10);
    expect(self?.gain).toBeCloseTo((100 * Math.log(7.5)) / Math.log(25) - 50, 10);
    // Target 75 is 4, so 11/3.
    expect(intimacy).toMatchObject({ mean: 2, meanAtTarget: 4 });
    expect(intimacy?.value).toBeCloseTo(11 / 3, 12);
  });
  it("reads a linear composite on the linear scale", () => {
    const index = estimate((100 * 2.4) / 14.4);
    const result = drag(MEASURED, { index }, { ...quotient(), transform: "linear" });
    expect(result?.candidates[0]?.index).toBeCloseTo((100 * (4.5 - 0.6)) / 14.4, 10);
  });
});

describe("where the framework says what feeds what", () => {
  it("only what feeds something is a candidate: the rest follows from it", () => {
    const composite = quotient();
    const result = compositeResult(composite, estimate(3), estimate(50));
    const whole = overall(MEASURED, { composites: [result] });
    const of = (links: Framework["links"]) =>
      findDrag({ ...framework({ dimensions: MEASURED, composites: [composite] }), links }, whole);
    const link = { from: "intimacy", to: "self_orientation", strength: 2, because: "closeness calms" } as const;
    expect(of([])?.component).toBe("self_orientation");
    expect(of([link])?.candidates.map(({ dimension }) => dimension)).toEqual(["intimacy"]);
    expect(of([{ ...link, from: "credibility" }])).toBeNull();
  });
});

describe("no drag", () => {
  const at = (index: number): readonly Measured[] => MEASURED.map((one) => ({ ...one, index }));
  const cases: readonly [string, () => unknown][] = [
    ["all inputs at target", () => drag(at(75))],
    ["all above", () => drag(at(90))],
    ["an input hidden", () => drag(MEASURED.map((one) => (one.id === "intimacy" ? { ...one, index: HIDDEN } : one)))],
    ["an input not measured", () => drag(MEASURED.slice(1))],
    ["the composite's value hidden", () => drag(MEASURED, { value: HIDDEN })],
    ["the composite's index hidden", () => drag(MEASURED, { index: HIDDEN })],
    ["no gain left", () => drag(MEASURED, { index: estimate(100) })],
  ];
  it.each(cases)("%s", (_, result) => {
    expect(result()).toBeNull();
  });
});

describe("a mean that leaves out what nobody answered", () => {
  const inputs = ["credibility", "reliability", "intimacy"];
  const mean: Composite = {
    ...quotient(),
    ...{ inputs, worst: 1, best: 5, transform: "linear", skipMissing: true },
    tree: { kind: "call", fn: "mean", args: inputs.map((name) => ({ kind: "name", name })) },
  };
  const shown = { value: estimate(2.5), index: estimate(37.5) };
  const without = (index: Published) => MEASURED.map((one) => (one.id === "credibility" ? { ...one, index } : one));
  it("is worked out without it", () => {
    const [first] = drag(without(NONE), shown, mean)?.candidates ?? [];
    // (3 + 4)/2 with intimacy at its target of 4.
    expect(first).toMatchObject({ dimension: "intimacy", value: 3.5, index: 62.5, gain: 25 });
    expect(drag(MEASURED.slice(1), shown, mean)?.candidates[0]?.value).toBe(3.5);
  });
  it("is not worked out without what is hidden, nor where it does not leave out", () => {
    expect(drag(without(HIDDEN), shown, mean)).toBeNull();
    expect(drag(without(NONE), shown, { ...mean, skipMissing: false })).toBeNull();
  });
});

it("of a composite that the ladder caps nothing drags: one mean alone does not move the cap", () => {
  expect(drag(MEASURED, {}, { ...quotient(), capped: true })).toBeNull();
});
