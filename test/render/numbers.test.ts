import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Estimate, Published } from "../../src/audit/estimate.ts";
import {
  chance,
  coefficient,
  coefficientBeside,
  compositeValue,
  count,
  exact,
  gained,
  interval,
  intervalName,
  mean,
  type NumberFormat,
  need,
  nps,
  points,
  published,
  publishedInterval,
  score,
  scoreBeside,
  share,
  short,
  withInterval,
} from "../../src/render/numbers.ts";
import { estimate } from "./sample.ts";

const CASES: readonly (readonly [string, NumberFormat, number, string])[] = [
  ["thousands", count, 1_234_567, "1,234,567"],
  ["thousands, at the edge", count, 999.6, "1,000"],
  ["no separator below a thousand", count, 999, "999"],
  ["an index is whole", score, 52.914, "53"],
  ["a true minus sign", score, -3.2, "−3"],
  ["never minus nought", score, -0.2, "0"],
  ["two decimals", mean, 3.2328, "3.23"],
  ["thousands with decimals", mean, 12_345.678, "12,345.68"],
  ["a share", share, 0.4093, "41 %"],
  ["all but nothing", share, 0.002, "under 1 %"],
  ["all but everything", share, 0.9999, "over 99 %"],
  ["half a point from everything", share, 0.995, "over 99 %"],
  ["half a point from nothing", share, 0.004, "under 1 %"],
  ["everything, but for rounding in the arithmetic", share, 1 - 1e-15, "100 %"],
  ["nothing", share, 0, "0 %"],
  ["everything", share, 1, "100 %"],
  ["a chance is never certain", chance, 1, "over 99 %"],
  ["nor impossible", chance, 0, "under 1 %"],
  ["a chance", chance, 0.956, "96 %"],
  ["signed up", nps, 12.4, "+12"],
  ["signed down", nps, -29.39, "−29"],
  ["nought has no sign", points, 0.3, "0"],
  ["a change near nought keeps its sign", gained, 0.0003, "+0.0003"],
  ["a change near nought, downwards", gained, -0.04, "−0.04"],
  ["no change, but for rounding", gained, -1e-12, "0"],
  ["a coefficient", coefficient, 0.698, "0.70"],
  ["a coefficient beside its limit", coefficientBeside([0.7]), 0.698, "0.698"],
  ["a coefficient nearer to its limit", coefficientBeside([0.7]), 0.69998, "0.69998"],
  ["a coefficient at its limit", coefficientBeside([0.7]), 0.7, "0.70"],
  ["a coefficient away from its limit", coefficientBeside([0.6, 0.7]), 0.65, "0.65"],
  ["need", need, 0.14149, "0.141"],
  ["short drops zeros", short, 1.5, "1.5"],
  ["short keeps whole tens", short, 100, "100"],
  ["short rounds", short, 0.333, "0.33"],
  ["a seed", exact, 20_261_122, "20261122"],
  ["a negative code", exact, -99, "−99"],
  ["a quotient", compositeValue({ worst: 0.6, best: 15 }), 3.295, "3.3"],
  ["a mean on 1 to 5", compositeValue({ worst: 5, best: 1 }), 3.295, "3.29"],
];

describe("numbers as text", () => {
  it.each(CASES)("%s", (_, format, value, text) => {
    expect(format(value)).toBe(text);
  });

  it("writes intervals with one per cent sign and one form of sign", () => {
    expect(interval({ low: 0.371, high: 0.449 }, share)).toBe("37 to 45 %");
    expect(interval({ low: -38.8, high: 19.2 }, nps)).toBe("−39 to +19");
    expect(intervalName(0.95)).toBe("95 % interval");
  });

  it.each([
    ["a census but for one", { low: 52.8, high: 53.1 }, score, "52.8 to 53.1"],
    ["narrower still", { low: 52.912, high: 52.918 }, score, "52.91 to 52.92"],
    ["at the end of the scale", { low: 99.7, high: 100 }, score, "99.7 to 100.0"],
    ["around nought", { low: -0.3, high: 0.3 }, nps, "−0.3 to +0.3"],
    ["a mean", { low: 3.2291, high: 3.2338 }, mean, "3.229 to 3.234"],
    ["a share", { low: 0.4171, high: 0.4228 }, share, "41.7 to 42.3 %"],
    ["all but everything", { low: 0.991, high: 0.999 }, share, "99 to over 99 %"],
    ["twice all but everything", { low: 0.9961, high: 0.9982 }, share, "99.6 to 99.8 %"],
    ["from nothing", { low: 0, high: 0.003 }, share, "0 to under 1 %"],
    ["without width", { low: 100, high: 100 }, score, "no width"],
    ["a share without width", { low: 1, high: 1 }, share, "no width"],
  ] as const)("never prints both ends alike: %s", (_, ends, format, text) => {
    expect(interval(ends, format)).toBe(text);
  });

  it("gives the interval beside a number its own digits", () => {
    const census = estimate({ value: 0.4199, half: 0.0012, n: 9, unit: "" });
    expect(withInterval(census, share)).toBe("42 % (41.9 to 42.1)");
  });

  it("tells hidden, absent and shown apart", () => {
    const cases: readonly (readonly [Published, string])[] = [
      [{ kind: "hidden", words: null }, "hidden"],
      [{ kind: "hidden", words: "nearly none" }, "nearly none"],
      [{ kind: "none", reason: "nobody was asked", n: 0 }, "no data"],
      [estimate({ value: 53.2, half: 2, n: 9, unit: "" }), "53"],
    ];
    for (const [given, text] of cases) expect(published(given, score)).toBe(text);
  });

  it("writes a dash where an estimate has no interval", () => {
    const bare: Estimate = {
      ...estimate({ value: 53.2, half: 2, n: 9, unit: "" }),
      interval: null,
      noInterval: "census",
    };
    expect(publishedInterval(bare, score)).toBe("–");
    expect(withInterval(bare, score)).toBe("53");
    expect(withInterval(estimate({ value: 0.4, half: 0.05, n: 9, unit: "" }), share)).toBe("40 % (35 to 45)");
  });
});

describe("a score beside limits", () => {
  const index = scoreBeside({ at: [50, 62.5, 65], best: 100 });
  const load = scoreBeside({ at: [35, 50], best: 0 });

  it.each([
    ["far from any", index, 55.2, "55"],
    ["under one, and rounds onto it", index, 49.87, "49.9"],
    ["nearer", index, 64.98, "64.98"],
    ["nearer than two digits tell", index, 64.9996, "under 65"],
    ["on it, but for rounding in the arithmetic", index, 65 - 1e-12, "65"],
    ["past it", index, 50.3, "50"],
    ["under a limit between whole points", index, 62.47, "62"],
    ["past a limit between whole points, and rounds under it", index, 62.5 - 1e-12, "62.5"],
    ["a load above one", load, 50.2, "50.2"],
    ["a load nearer than two digits tell", load, 35.0004, "over 35"],
    ["a load on it", load, 50, "50"],
    ["a load under it", load, 49.8, "50"],
  ] as const)("%s", (_, format, value, text) => {
    expect(format(value)).toBe(text);
  });

  it("tells only the end of an interval that needs it more exactly", () => {
    expect(interval({ low: 49.87, high: 54.8 }, index)).toBe("49.9 to 55");
    expect(interval({ low: 47.2, high: 64.98 }, index)).toBe("47 to 64.98");
  });

  it("never reads as being on the other side of a limit", () => {
    const near = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.double({ min: -1, max: 1, noNaN: true }));
    fc.assert(
      fc.property(near, ([limit, off]) => {
        fc.pre(Math.abs(off) > 1e-8);
        const text = scoreBeside({ at: [limit], best: 100 })(limit + off);
        const under = text.startsWith("under") || Number(text) < limit;
        expect(under).toBe(off < 0);
      }),
      { seed: 20261122 },
    );
  });
});
