import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPairedPlan, emptyPaired, foldPair, type PairedAggregate } from "../../src/aggregate/paired.ts";
import type { Published } from "../../src/audit/estimate.ts";
import type { PlainChange } from "../../src/audit/types.ts";
import type { Composite, Framework, Ladder } from "../../src/framework/types.ts";
import { tQuantile } from "../../src/numeric/distributions.ts";
import { MISSING } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createScorer, NO_SCORE } from "../../src/scoring/scorer.ts";
import { estimatePairedChange } from "../../src/statistics/paired.ts";
import { respondents } from "../reference/data.ts";
import { expectClose } from "./close-to.ts";
import { binary, call, composite, dimension, framework, item, name, number } from "./small-framework.ts";
import { reference, staffFramework } from "./staff.ts";

/** Scores of everyone by id. */
function scored(file: "staff.csv" | "staff-wave2.csv"): ReadonlyMap<string, Float64Array> {
  const scorer = createScorer(compileProgram(staffFramework));
  return new Map(
    respondents(file).map(({ id, answers }) => [
      id,
      scorer.score(Float64Array.from(answers, (answer) => answer ?? MISSING.unanswered)).scores.slice(),
    ]),
  );
}

function pairedOf(asked: Framework, pairs: readonly (readonly [Float64Array, Float64Array])[]): PairedAggregate {
  const paired = emptyPaired(createPairedPlan(compileProgram(asked)));
  for (const [before, after] of pairs) foldPair(paired, before, after);
  return paired;
}

const [first, second] = [scored("staff.csv"), scored("staff-wave2.csv")];
const staffPairs = [...first].flatMap(([id, before]) => {
  const after = second.get(id);
  return after === undefined ? [] : [[before, after] as const];
});

function numberOf(published: Published | undefined) {
  if (published?.kind !== "estimate") throw new Error(`no estimate but ${JSON.stringify(published)}`);
  return published;
}

const changeOf = (changes: readonly PlainChange[], id: string): PlainChange => {
  const found = changes.find((change) => change.id === id);
  if (found === undefined) throw new Error(`no change of ${id}`);
  return found;
};

describe("two waves of the reference survey, as R computes them", async () => {
  const paired = pairedOf(staffFramework, staffPairs);
  const changes = await estimatePairedChange({ framework: staffFramework, paired, seed: 1, level: 0.95 });
  it.each(staffFramework.dimensions)("$id: paired t test", ({ id, direction }) => {
    const wanted = reference.wave2_minus_wave1[id]?.paired;
    const { points, index, test } = changeOf(changes, id);
    const [change, inIndex] = [numberOf(points), numberOf(index)];
    expect(change.n).toBe(wanted?.n);
    expectClose(change.value, wanted?.change, "change");
    expectClose(change.interval?.low, wanted?.ci95[0], "low end");
    expectClose(change.interval?.high, wanted?.ci95[1], "high end");
    expectClose(test?.t, wanted?.t, "t");
    expectClose(test?.df, wanted?.df, "df");
    expectClose(test?.p, wanted?.p, "p");
    const slope = direction === "higher" ? 25 : -25;
    expectClose(inIndex.value, slope * (wanted?.change ?? 0), "index change");
    expectClose(inIndex.interval?.low, Math.min(...(wanted?.ci95 ?? []).map((end) => slope * end)), "index, low end");
  });

  it.each(changes)("$id: the interval at 99 % is the same error times its own quantile", ({ index, test, strict }) => {
    const { value } = numberOf(index);
    const half = tQuantile(0.995, test?.df ?? 0) * Math.abs(value / (test?.t ?? 1));
    expect(strict?.level).toBe(0.99);
    expectClose(strict?.low, value - half, "low end");
    expectClose(strict?.high, value + half, "high end");
  });

  it("says composites first, in framework order", () => {
    expect(changes.map(({ of, id }) => `${of} ${id}`)).toEqual([
      "composite trust",
      ...staffFramework.dimensions.map(({ id }) => `dimension ${id}`),
    ]);
  });
});

const parts: Partial<Composite> & Pick<Composite, "inputs"> = { inputs: ["a", "b"], worst: 5, best: 1 };
const two = framework({
  items: [item("A", { dimension: "a" }), item("B", { dimension: "b" })],
  dimensions: [dimension("a", ["A"]), dimension("b", ["B"], { direction: "lower" })],
  composites: [
    composite("middle", "(a + b) / 2", {
      ...parts,
      tree: binary(binary(name("a"), "+", name("b")), "/", number(2)),
    }),
    composite("least", "min(a, b)", { ...parts, tree: call("min", name("a"), name("b")) }),
  ],
});
const likert = fc.integer({ min: 1, max: 5 });
const wave = fc.tuple(likert, likert).map((scores) => Float64Array.from(scores));
const some = (length: number) => fc.array(fc.tuple(wave, wave), { minLength: length, maxLength: 40 });
const estimate = (pairs: readonly (readonly [Float64Array, Float64Array])[], hidden?: ReadonlySet<string>) =>
  estimatePairedChange({
    framework: two,
    paired: pairedOf(two, pairs),
    seed: 7,
    level: 0.95,
    ...(hidden === undefined ? {} : { hidden }),
  });
const flat = (before: number, after: number) => [Float64Array.of(before, 3), Float64Array.of(after, 3)] as const;

describe("composites of the same people", () => {
  it("are tested as their scores would be, where the formula is a line", async () => {
    await fc.assert(
      fc.asyncProperty(some(3), async (pairs) => {
        const each = pairs.map(([a, b]) => ((b[0] ?? 0) + (b[1] ?? 0) - (a[0] ?? 0) - (a[1] ?? 0)) / 2);
        const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
        const spread = each.reduce((sum, one) => sum + (one - mean) ** 2, 0);
        fc.pre(spread > 1e-9 && Math.abs(mean) > 1e-9);
        const { points, index, test } = changeOf(await estimate(pairs), "middle");
        expectClose(numberOf(points).value, mean, "change");
        expectClose(test?.t, mean / Math.sqrt(spread / (each.length - 1) / each.length), "t");
        expectClose(numberOf(index).value, -25 * mean, "index change, 1 being best");
      }),
      { seed: 20261122 },
    );
  });

  it("draw the same interval from the same seed where the formula has a kink", async () => {
    const pairs = Array.from(
      { length: 30 },
      (_, i) => [Float64Array.of(1 + (i % 5), 3), Float64Array.of(1 + ((i * 2) % 5), 4)] as const,
    );
    const [one, again] = [await estimate(pairs), await estimate([...pairs].reverse())];
    const { points, test } = changeOf(one, "least");
    expect(numberOf(points)).toEqual(numberOf(changeOf(again, "least").points));
    expect(test).toBeNull();
    expect(numberOf(points).method).toContain("seeded normal draws");
    const { low = 0, high = 0 } = numberOf(points).interval ?? {};
    expect(low).toBeLessThan(numberOf(points).value);
    expect(high).toBeGreaterThan(numberOf(points).value);
    const { index, strict } = changeOf(one, "least");
    const wide = numberOf(index).interval ?? { low: 0, high: 0 };
    expect(strict).toEqual(changeOf(again, "least").strict);
    // Of normal draws the ends at 99 % lie about 2.576/1.96 as far away.
    expect((strict?.high ?? 0) - (strict?.low ?? 0)).toBeGreaterThan(1.15 * (wide.high - wide.low));
    expect((strict?.high ?? 0) - (strict?.low ?? 0)).toBeLessThan(1.5 * (wide.high - wide.low));
  });
});

describe("composites that the means of the same people are not", () => {
  const rising = Array.from({ length: 12 }, (_, i) => flat(2, 3 + (i % 2)));
  const mean = composite("whole", "mean(a, b)", { ...parts, tree: call("mean", name("a"), name("b")) });
  const ladder: Ladder = {
    ...{ title: "Stage", word: "stage", none: "None", reached: { mean: 2, lowest: null }, overall: 1 },
    levels: [
      { id: "one", title: "One", cap: 30 },
      { id: "two", title: "Two", cap: null },
    ],
    strands: [{ id: "only", title: "Only", levels: [["a"], ["b"]] }],
  };
  const changeOfWhole = async (whole: Partial<Composite>, more: Partial<Framework> = {}, pairs = rising) => {
    const own = { ...two, ...more, composites: [{ ...mean, ...whole }] };
    return changeOf(
      await estimatePairedChange({ framework: own, paired: pairedOf(own, pairs), seed: 7, level: 0.95 }),
      "whole",
    );
  };
  const nothing = (reason: string) => {
    const number = { kind: "none", reason, n: 0 };
    return { index: number, points: number, test: null, says: "too few to say" };
  };

  it("have no change where a ladder holds them", async () => {
    const reason = "it is held by the stage that everyone has reached, and the same people alone may be at another";
    expect(await changeOfWhole({ capped: true }, { ladder })).toMatchObject(nothing(reason));
    // Without a ladder nothing holds it.
    expect((await changeOfWhole({ capped: true })).points.kind).toBe("estimate");
  });

  it("have none where each of several audiences has its own formula, and one where a single one has", async () => {
    const byAudience = new Map([
      ["staff", mean],
      ["leaders", { ...mean, formula: "a" }],
    ]);
    const [staff] = two.audiences;
    const audiences = [...two.audiences, { ...staff, id: "leaders", title: "Leaders", standsFor: ["employees"] }];
    expect(await changeOfWhole({ byAudience }, { audiences })).toMatchObject(
      nothing("each audience has a formula of its own"),
    );
    expect((await changeOfWhole({ byAudience })).points.kind).toBe("estimate");
  });

  it("have none where missing parts are left out and these people lack one; the plain mean's where none is missing", async () => {
    const lacking = rising.map(([a, b]) => [a, Float64Array.of(b[0] ?? 0, NO_SCORE)] as const);
    expect(await changeOfWhole({ skipMissing: true }, {}, lacking)).toMatchObject(
      nothing("nobody has b in both waves, and without it this is the mean of other parts"),
    );
    expect(await changeOfWhole({ skipMissing: true })).toEqual(await changeOfWhole({}));
  });

  it("are not called unasked where both waves were read for several audiences", async () => {
    const own = { ...two, composites: [mean] };
    const paired = pairedOf({ ...two, composites: [] }, rising);
    const changes = await estimatePairedChange({ framework: own, paired, seed: 7, level: 0.95 });
    expect(changeOf(changes, "whole")).toMatchObject(
      nothing("both waves were read as those of several audiences: name one"),
    );
  });
});

describe("what is said of a change", () => {
  const rising = Array.from({ length: 12 }, (_, i) => flat(2, 3 + (i % 2)));
  it("up where the index rises, whatever the direction of the scale", async () => {
    expect(changeOf(await estimate(rising), "a").says).toBe("up");
    const lower = rising.map(([a, b]) => [a.slice().reverse(), b.slice().reverse()] as const);
    expect(changeOf(await estimate(lower), "b").says).toBe("down");
    expect(changeOf(await estimate(rising), "b").says).toBe("no clear change");
  });
  it("too few to say under 10 people", async () => {
    expect(changeOf(await estimate(rising.slice(0, 9)), "a").says).toBe("too few to say");
    expect(changeOf(await estimate(rising.slice(0, 10)), "a").says).toBe("up");
  });
  it("no test where nobody differs from anybody", async () => {
    const { test, points } = changeOf(await estimate(rising.map(([a]) => [a, flat(2, 4)[1]] as const)), "a");
    expect([test, numberOf(points).interval]).toEqual([null, { low: 2, high: 2, level: 0.95 }]);
  });
  it("one person has a change without an interval, nobody has none", async () => {
    const one = changeOf(await estimate(rising.slice(0, 1)), "a");
    expect(numberOf(one.points)).toMatchObject({ value: 1, n: 1, interval: null });
    for (const { index, points, says } of await estimate([])) {
      expect([index.kind, points.kind, says]).toEqual(["none", "none", "too few to say"]);
    }
  });
  it("cuts an interval at the largest change there can be", async () => {
    const { points } = changeOf(await estimate([flat(1, 5), flat(1, 5), flat(1, 4)]), "a");
    expect(numberOf(points).interval?.high).toBe(4);
  });
  it("nothing of what is hidden, and nothing of a composite made of it", async () => {
    const hidden = new Set(["b"]);
    const changes = await estimate(rising, hidden);
    const kinds = changes.map(({ id, index, points, test }) => [id, index.kind, points.kind, test === null]);
    expect(kinds).toEqual([
      ["middle", "hidden", "hidden", true],
      ["least", "hidden", "hidden", true],
      ["a", "estimate", "estimate", false],
      ["b", "hidden", "hidden", true],
    ]);
  });
});
