import { describe, expect, it } from "vitest";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import type { DiagnosisOptions } from "../../src/diagnosis/options.ts";
import type { CultureKey, Profile, Strategy } from "../../src/framework/types.ts";
import {
  ahead,
  answered,
  below,
  chosen,
  framework,
  type Measured,
  profile,
  rule,
  strategy,
  survey,
} from "./fixture.ts";

const MEASURED: readonly Measured[] = [
  { id: "a", index: 55, facets: { openness: 1 } },
  { id: "b", index: 55, facets: { openness: 0.5, care: 0.5 } },
];

function needs(profiles: readonly Profile[]) {
  const { plan } = diagnose(survey(MEASURED, { profiles: profiles.map((one) => chosen(one)) }));
  return Object.fromEntries(plan.needs.map(({ dimension, multiplier, need }) => [dimension, [multiplier, need]]));
}

describe("the multiplier of a need", () => {
  const sector = (factors: Readonly<Record<string, number>>, dimensions?: Readonly<Record<string, number>>) =>
    profile("retail", {
      needs: new Map(Object.entries(factors)),
      dimensions: new Map([["sample", new Map(Object.entries(dimensions ?? {}))]]),
    });
  it("is the mean of the facets' factors by their shares, 1 for a facet that is not named", () => {
    const found = needs([sector({ openness: 1.4 })]);
    expect(found["a"]?.[0]).toBeCloseTo(1.4, 12);
    expect(found["a"]?.[1]).toBeCloseTo(0.2 * 1.4, 12);
    expect(found["b"]?.[0]).toBeCloseTo(1.2, 12);
  });
  it("is the dimension's own factor where the profile names it for this framework", () => {
    expect(needs([sector({ openness: 1.4 }, { b: 0.9 })])["b"]?.[0]).toBe(0.9);
    const other = profile("retail", { dimensions: new Map([["other", new Map([["b", 0.9]])]]) });
    expect(needs([other])["b"]?.[0]).toBe(1);
  });
  it("of several profiles is their product, held to 0.8–1.5", () => {
    expect(needs([sector({ openness: 1.2 }), sector({ openness: 1.1 })])["a"]?.[0]).toBeCloseTo(1.32, 12);
    expect(needs([sector({ openness: 1.4 }), sector({ openness: 1.4 })])["a"]?.[0]).toBe(1.5);
    expect(needs([sector({ openness: 0.8 }), sector({ openness: 0.8 })])["a"]?.[0]).toBe(0.8);
  });
});

it("a measured weight takes the place of the framework's", () => {
  const options = survey(MEASURED);
  const audiences = options.audiences.map((one) => ({ ...one, weights: new Map([["b", 4.5]]) }));
  expect(diagnose({ ...options, audiences }).plan.needs.map(({ dimension, weight }) => [dimension, weight])).toEqual([
    ["b", 4.5],
    ["a", 1],
  ]);
});

it("a dimension without facets has no need, and the plan says that nothing answers it", () => {
  const measured: readonly Measured[] = [{ id: "a", index: 20, facets: {} }];
  const { plan } = diagnose(survey(measured, { strategies: [strategy("one", { openness: 0.5 })] }));
  expect([plan.needs, plan.reason]).toEqual([[], "No strategy of the catalogue answers the gaps found."]);
});

describe("the fit of a strategy", () => {
  const KEY: CultureKey = {
    id: "context",
    title: "How much is left unsaid",
    values: new Map([
      [
        "high",
        { about: "Much.", how: ["One.", "Two.", "Three."], read: ["Read."], strategies: new Map([["one", 1.2]]) },
      ],
    ]),
  };
  const culture = profile("culture", { kind: "culture", keys: [KEY] });
  const fits = (named: Partial<Strategy>, parts: Partial<DiagnosisOptions>) => {
    const one = strategy("one", { openness: 0.9, care: 0.5 }, named);
    return diagnose(survey(MEASURED, { strategies: [one], ...parts })).plan.steps[0];
  };
  const retail = (fit: number) => chosen(profile("retail", { strategies: new Map([["one", fit]]) }));
  it.each([
    ["nothing", {}, [], 1],
    ["the profile's factor", {}, [retail(1.1)], 1.1],
    ["its own sector", { sectors: ["retail"] }, [retail(1.1)], 1.1 * 1.15],
    ["another sector", { sectors: ["healthcare"] }, [retail(1.1)], 1.1],
    ["at most 1.3", { sectors: ["retail"] }, [retail(1.3)], 1.3],
    ["at least 0.7", {}, [retail(0.8), retail(0.8)], 0.7],
    ["a culture value that is set", {}, [chosen(culture, { context: "high" })], 1.2],
    ["a culture value that is not set", {}, [chosen(culture)], 1],
    ["a culture value the profile says nothing of", {}, [chosen(culture, { context: "low" })], 1],
    ["sector and culture", {}, [retail(0.9), chosen(culture, { context: "high" })], 0.9 * 1.2],
  ] as const)("%s", (...[, named, profiles, fit]) => {
    expect(fits(named, { profiles })?.fit).toBeCloseTo(fit, 12);
  });
  it("multiplies strengths, none of which comes above 1", () => {
    expect(fits({}, { profiles: [retail(1.2)] })?.arithmetic.map(({ facet, strength }) => [facet, strength])).toEqual([
      ["openness", 1],
      ["care", 0.6],
    ]);
  });
  it("is held to its limits with the answer about the breach", () => {
    const context = [answered("breaches", "care")];
    expect(fits({ breaches: ["care"] }, { context, profiles: [retail(1.25)] })?.fit).toBe(1.3);
  });
  it("comes with how to carry it out: what the strategy says of the key that is set; the lines of the profile stand in its own section", () => {
    const own = { culture: new Map([["context", "Own words."]]) };
    expect(fits(own, { profiles: [chosen(culture, { context: "high" })] })?.how).toEqual(["Own words."]);
    expect(fits(own, { profiles: [chosen(culture)] })?.how).toEqual([]);
    expect(fits(own, {})?.how).toEqual([]);
  });
});

describe("the severity of a finding", () => {
  const severe = (id: string, ...dimensions: readonly string[]) =>
    chosen(profile(id, { severity: new Map([["sample", dimensions]]) }));
  const rules = [
    rule("low-a", [below("a", 60)], { severity: "low" }),
    rule("medium-b", [below("b", 60)]),
    rule("high-a", [below("a", 60)], { severity: "high" }),
    rule("good-a", [below("a", 60)], { severity: "strength" }),
  ];
  const found = (...profiles: DiagnosisOptions["profiles"]) => {
    const asked = framework({ dimensions: MEASURED, findings: rules });
    const { findings } = diagnose(survey(MEASURED, { framework: asked, profiles }));
    return Object.fromEntries(findings.map(({ id, severity, raised }) => [id, [severity, raised]]));
  };
  it("rises one step where a condition names one of the profile's dimensions; strengths never", () => {
    expect(found(severe("retail", "a"))).toEqual({
      "low-a": ["medium", { from: "low", by: ["Title of retail"] }],
      "medium-b": ["medium", null],
      "high-a": ["high", null],
      "good-a": ["strength", null],
    });
  });
  it("rises once, by however many profiles", () => {
    expect(found(severe("retail", "a"), severe("other", "a"))["low-a"]).toEqual([
      "medium",
      { from: "low", by: ["Title of retail", "Title of other"] },
    ]);
  });
  it("also where the dimension is the other side of the condition", () => {
    const measured: readonly Measured[] = [
      { id: "a", index: 80 },
      { id: "b", index: 20 },
    ];
    const asked = framework({ dimensions: measured, findings: [rule("r", [ahead("a", "b", 10)])] });
    const { findings } = diagnose(survey(measured, { framework: asked, profiles: [severe("retail", "b")] }));
    expect(findings[0]?.severity).toBe("high");
  });
});

describe("what a profile has changed", () => {
  const SUPPLEMENT = { id: "b", title: "Shop floor", about: "", facets: new Map([["care", 1]]), items: [] };
  const retail = profile("retail", {
    context: { drivers: ["prices"], shows: [], stake: [], rebuilds: [] },
    needs: new Map([["care", 1.4]]),
    severity: new Map([["sample", ["a"]]]),
    strategies: new Map([
      ["kind", 1.2],
      ["never", 1.2],
    ]),
    supplement: SUPPLEMENT,
  });
  const asked = framework({ dimensions: MEASURED, findings: [rule("r", [below("a", 60)])] });
  const strategies = [
    strategy("open", { openness: 0.5 }),
    strategy("kind", { care: 0.5 }),
    strategy("never", { voice: 1 }),
  ];
  const result = (profiles: DiagnosisOptions["profiles"]) =>
    diagnose(survey(MEASURED, { framework: asked, strategies, profiles, added: new Set(["b", "elsewhere"]) }));
  it("is told by itself: needs, findings, strategies of the plan, the dimension it adds", () => {
    const [effect] = result([chosen(retail)]).profiles;
    expect(effect).toMatchObject({
      ...{ id: "retail", kind: "sector", title: "Title of retail", version: "1.0.0", text: "retail", values: [] },
      context: { drivers: ["prices"] },
      needs: [{ dimension: "b", title: "Title of b" }],
      findings: [{ id: "r", title: "Title of r", from: "medium", to: "high" }],
      strategies: [{ strategy: "kind", title: "Title of kind", fit: 1.2 }],
      supplement: { dimension: "b", title: "Shop floor", answered: true },
    });
    expect(effect?.needs[0]?.multiplier).toBeCloseTo(1.2, 12);
  });
  it("says where nobody answered what it adds", () => {
    const other = profile("other", { supplement: { ...SUPPLEMENT, id: "elsewhere" } });
    expect(result([chosen(other)]).profiles[0]?.supplement?.answered).toBe(false);
  });
  it("says nothing of it where the framework has no place for it", () => {
    const other = profile("other", { supplement: { ...SUPPLEMENT, id: "nowhere" } });
    expect(result([chosen(other)]).profiles[0]?.supplement).toBeNull();
  });
  it("is seen beside the first steps without it, and without what it adds", () => {
    expect(result([]).plan.withoutProfiles).toEqual([]);
    expect(result([chosen(retail)]).plan.withoutProfiles).toEqual(["Title of open"]);
    expect(result([chosen({ ...retail, supplement: null })]).plan.withoutProfiles).toEqual([
      "Title of open",
      "Title of kind",
    ]);
  });
  it("is empty where nothing may be shown", () => {
    const options = survey(MEASURED, { overall: null, profiles: [chosen(retail)] });
    expect(diagnose(options).profiles).toMatchObject([{ id: "retail", needs: [], findings: [], strategies: [] }]);
  });
});
