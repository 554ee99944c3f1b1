import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellResult, ChangeSplit, CompositeResult, DimensionResult } from "../../src/audit/types.ts";
import { changeBetween } from "../../src/statistics/change.ts";
import { splitsOfWaves } from "../../src/statistics/split.ts";
import { SAMPLE } from "../render/sample.ts";

const OVERALL = SAMPLE.overall as CellResult;
const NAMES = ["credibility", "reliability", "intimacy", "self_orientation"] as const;
type Means = readonly [number, number, number, number];

const estimate = (value: number, unit: string) =>
  ({ kind: "estimate", value, interval: null, noInterval: "x", n: 80, unit, method: "", caveats: [] }) as const;

const QUOTIENT = "(credibility + reliability + intimacy) / self_orientation";

/** A wave with these means; the composites follow from them. */
function wave(means: Means, more: Partial<CompositeResult> = {}): CellResult {
  const dimensions = NAMES.map((id, at): DimensionResult => {
    const [one] = OVERALL.dimensions;
    if (one === undefined) throw new Error("no dimension");
    return {
      ...one,
      id,
      title: id,
      mean: estimate(means[at] ?? 0, "points on 1–5"),
      direction: at === 3 ? "lower" : "higher",
    };
  });
  const [base] = OVERALL.composites;
  if (base === undefined) throw new Error("no composite");
  const value = (means[0] + means[1] + means[2]) / means[3];
  const terms = NAMES.map((name, at) => ({ name, title: name, value: means[at] ?? null }));
  const trust: CompositeResult = {
    ...{ ...base, id: "trust", title: "Trust", formula: QUOTIENT, terms, transform: "log", worst: 0.6, best: 15 },
    ...{ value: estimate(value, "formula value"), held: null },
    ...more,
  };
  return { ...OVERALL, dimensions, composites: [trust] };
}

const named = { before: "a", after: "b" };
const splits = (before: CellResult, after: CellResult): readonly ChangeSplit[] =>
  splitsOfWaves(
    before,
    after,
    changeBetween({ before, after, names: named }).map((one) => ({ ...one, adjustedP: null })),
  );

const mean = fc.double({ min: 1, max: 5, noNaN: true });
const means = fc.tuple(mean, mean, mean, mean);

/** Self-orientation, the last, divides. A step of a few last digits is lost in the arithmetic. */
function expectSign(at: number, { points, old, now }: { points: number; old: number[]; now: number[] }): void {
  const moved = ((now[at] ?? 0) - (old[at] ?? 0)) * (at === 3 ? -1 : 1);
  if (Math.abs(moved) > 1e-9) expect(Math.sign(points)).toBe(Math.sign(moved));
}

describe("the change of a composite by its inputs", () => {
  it("adds up to the change of the index, and has the sign of what each input did", () => {
    fc.assert(
      fc.property(means, means, (old, now) => {
        const [before, after] = [wave(old), wave(now)];
        const [split] = splits(before, after);
        const [change] = changeBetween({ before, after, names: named });
        const total = change?.index.kind === "estimate" ? change.index.value : Number.NaN;
        expect(split?.reason).toBeNull();
        expect((split?.parts ?? []).reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(total, 9);
        for (const [at, { points }] of (split?.parts ?? []).entries()) expectSign(at, { points, old, now });
      }),
    );
  });

  it("says beside each part what is said of the input's own change", () => {
    const [split] = splits(wave([3, 3, 3, 3]), wave([4, 3, 3, 3]));
    expect(split?.parts.map(({ dimension }) => dimension)).toEqual(NAMES);
    expect(split?.parts[1]).toMatchObject({ points: 0, title: "reliability" });
    expect(split?.method).toContain("Aumann and Shapley");
  });

  it("follows a formula that names another composite", () => {
    const double = (cell: CellResult, value: number): CellResult => {
      const [trust] = cell.composites;
      if (trust === undefined) throw new Error("no composite");
      const terms = [{ name: "trust", title: "Trust", value }];
      const twice = {
        ...trust,
        id: "twice",
        formula: "2 * trust",
        terms,
        value: estimate(value, ""),
        transform: "linear",
      } as const;
      return { ...cell, composites: [trust, { ...twice, worst: 0, best: 30 }] };
    };
    const found = splits(double(wave([3, 3, 3, 3]), 6), double(wave([4, 3, 3, 2]), 10));
    expect(found[1]?.parts.map(({ dimension }) => dimension)).toEqual(NAMES);
    expect(found[1]?.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo((100 * 4) / 30, 9);
  });

  it.each<readonly [string, Partial<CompositeResult>, RegExp]>([
    [
      "held by a ladder",
      { held: { word: "stage", level: 2, title: "x", cap: 40, unheld: { value: 3, index: 50 } } },
      /held by the stage/,
    ],
    [
      "made of other parts",
      {
        formula: "mean(credibility, reliability)",
        terms: [{ name: "credibility", title: "", value: 3 }],
        value: estimate(3, ""),
      },
      /same parts/,
    ],
    ["whose value is not that of its formula", { value: estimate(2.5, "") }, /cannot be followed/],
    ["whose formula cannot be read", { formula: "staff: x; leaders: y" }, /cannot be followed/],
  ])("is not told of one %s", (_, more, reason) => {
    const [split] = splits(wave([3, 3, 3, 3]), wave([4, 3, 3, 3], more));
    expect(split).toMatchObject({ parts: [], method: null, reason: expect.stringMatching(reason) });
  });

  it("is none of a change that is not shown", () => {
    const hidden = { kind: "hidden", words: null } as const;
    expect(splits(wave([3, 3, 3, 3]), wave([4, 3, 3, 3], { value: hidden, index: hidden }))).toEqual([]);
  });
});
