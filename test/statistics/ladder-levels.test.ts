import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ladder } from "../../src/framework/types.ts";
import { dimensionsOf, levelOf, levelsAt, overallOf, rungAt, turned } from "../../src/statistics/ladder-levels.ts";

const PLAIN: Ladder["reached"] = { mean: 2, lowest: null };
const STRICT: Ladder["reached"] = { mean: 2, lowest: 1 };

/** Three levels side by side, one practice a rung: `a_1`, `a_2`, `a_3`, `b_1`, … */
function ladder(strands: readonly string[], parts: Partial<Ladder> = {}): Ladder {
  return {
    title: "Level",
    word: "level",
    none: "Ad hoc",
    reached: PLAIN,
    overall: 1,
    levels: [1, 2, 3].map((level) => ({ id: `l${level}`, title: `Level ${level}`, cap: null })),
    strands: strands.map((id) => ({ id, title: id, levels: [1, 2, 3].map((level) => [`${id}_${level}`]) })),
    ...parts,
  };
}

const pointsOf =
  (points: Readonly<Record<string, number | null>>) =>
  (id: string): number | null =>
    points[id] ?? null;

const rungs = (...met: readonly (boolean | null)[]) => met.map((one) => ({ met: one }));

describe("a rung", () => {
  it.each([
    ["a mean on the limit", { a: 1, b: 3 }, PLAIN, 2, true],
    ["a mean a rounding error short", { a: 0.1 + 0.2 + 1.7 - 1e-15 * 4, b: 2 }, PLAIN, 2, true],
    ["a mean that is short", { a: 1.9, b: 2 }, PLAIN, 1.95, false],
    ["one below the floor under a good mean", { a: 0.9, b: 3 }, STRICT, 1.95, false],
    ["one below the floor, the mean high", { a: 0.5, b: 3, c: 3, d: 3 }, STRICT, 2.375, false],
    ["the floor itself", { a: 1, b: 3 }, STRICT, 2, true],
  ] as const)("%s", (_, points, reached, mean, met) => {
    const rung = rungAt(Object.keys(points), reached, pointsOf(points));
    expect(rung.met).toBe(met);
    expect(rung.mean).toBeCloseTo(mean, 12);
  });

  it("with a dimension that is not shown, or with none, is not known, even where the others are low", () => {
    expect(rungAt(["a", "b"], STRICT, pointsOf({ a: 0, b: null }))).toEqual({ mean: null, met: null });
    expect(rungAt([], STRICT, pointsOf({}))).toEqual({ mean: null, met: null });
  });
});

describe("the level of a strand", () => {
  it.each([
    [[true, true, true], 3],
    [[true, false, true], 1],
    [[false, true, true], 0],
    [[false, null, null], 0],
    [[true, null, true], null],
    [[true, null, false], null],
    [[null, false, false], null],
    [[true, true, null], null],
    [[], 0],
  ] as const)("%j is %s", (met, level) => {
    expect(levelOf(rungs(...met))).toBe(level);
  });
});

describe("the overall level", () => {
  /** Ten strands: so many at levels 0, 1, 2 and 3. */
  const strandsAt = (...counts: readonly number[]) =>
    counts.flatMap((count, level) =>
      Array.from({ length: count }, () => rungs(...[1, 2, 3].map((step) => step <= level))),
    );

  // Leadership: 80 % of ten strands.
  it.each([
    [[0, 0, 0, 10], 3],
    [[0, 0, 2, 8], 3],
    [[2, 0, 0, 8], 3],
    [[0, 0, 3, 7], 2],
    [[2, 1, 0, 7], 1],
    [[1, 1, 1, 7], 2],
    [[2, 0, 8, 0], 2],
    [[3, 0, 0, 7], 0],
    [[10, 0, 0, 0], 0],
  ] as const)("of %j strands at levels 0 to 3 is %s", (counts, level) => {
    expect(overallOf(strandsAt(...counts), 0.8)).toBe(level);
  });

  it("counts a strand that is not known among all, and is not known where it could decide", () => {
    const hidden = rungs(null, false, false);
    // Eight of ten have level 1 without it: it decides nothing. With seven it does.
    expect(overallOf([...strandsAt(1, 8), hidden], 0.8)).toBe(1);
    expect(overallOf([...strandsAt(2, 7), hidden], 0.8)).toBeNull();
    expect(overallOf([...strandsAt(3, 6), hidden], 0.8)).toBe(0);
  });

  it("is not known without strands", () => {
    expect(overallOf([], 1)).toBeNull();
  });

  it("holds a share of strands to rounding: 0.1 + 0.2 of ten strands is three", () => {
    expect(overallOf(strandsAt(7, 3), 0.1 + 0.2)).toBe(1);
  });
});

describe("levels", () => {
  it("names every dimension of the ladder once", () => {
    const twice = ladder(["a"], { strands: [{ id: "a", title: "A", levels: [["x", "y"], ["y"]] }] });
    expect(dimensionsOf(twice)).toEqual(["x", "y"]);
  });

  it("of a dimension where less is better are taken the other way round", () => {
    expect(turned({ direction: "lower", min: 0, max: 3 }, 0.5)).toBe(2.5);
    expect(turned({ direction: "higher", min: 0, max: 3 }, 0.5)).toBe(0.5);
  });

  const names = ["a", "b", "c", "d"].flatMap((strand) => [1, 2, 3].map((level) => `${strand}_${level}`));
  const points = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.integer({ min: 0, max: 12 }).map((x) => x / 4)])),
  );
  const share = fc.constantFrom(0.25, 0.5, 0.75, 0.8, 1);

  it("never fall where a mean rises", () => {
    fc.assert(
      fc.property(
        points,
        fc.constantFrom(...names),
        fc.integer({ min: 1, max: 12 }),
        share,
        (at, name, by, overall) => {
          for (const reached of [PLAIN, STRICT]) {
            const steps = ladder(["a", "b", "c", "d"], { reached, overall });
            const before = levelsAt(steps, pointsOf(at));
            const after = levelsAt(steps, pointsOf({ ...at, [name]: (at[name] ?? 0) + by / 4 }));
            expect(after.overall).toBeGreaterThanOrEqual(before.overall ?? Number.NaN);
            for (const [place, level] of before.strands.entries())
              expect(after.strands[place]).toBeGreaterThanOrEqual(level ?? Number.NaN);
          }
        },
      ),
    );
  });

  it("that are said with something hidden are those that showing it would give", () => {
    fc.assert(
      fc.property(points, fc.subarray(names), share, (at, hidden, overall) => {
        const steps = ladder(["a", "b", "c", "d"], { reached: STRICT, overall });
        const whole = levelsAt(steps, pointsOf(at));
        const part = levelsAt(steps, pointsOf({ ...at, ...Object.fromEntries(hidden.map((name) => [name, null])) }));
        expect([null, whole.overall]).toContain(part.overall);
        for (const [place, level] of part.strands.entries()) expect([null, whole.strands[place]]).toContain(level);
      }),
    );
  });
});
