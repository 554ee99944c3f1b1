import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/audit/estimate.ts";
import { bandOf } from "../../src/statistics/band.ts";
import type { Sampling } from "../../src/statistics/sampling.ts";
import { BANDS } from "./small-framework.ts";

const sample: Sampling = { unit: "person", headcount: null, level: 0.95 };

function index(value: number, ends: readonly [number, number] | null): Estimate {
  const interval = ends === null ? null : { low: ends[0], high: ends[1], level: 0.95 };
  return { kind: "estimate", value, interval, noInterval: null, n: 20, unit: "", method: "", caveats: [] };
}

describe("the band of an index", () => {
  it.each([
    [20, [10, 30], "critical", true, []],
    [34.999, [34, 40], "critical", false, ["critical", "weak"]],
    [35, [35, 49.9], "weak", true, []],
    [64.9999999999, [64.9999999999, 79], "good", true, []],
    [64.99, [64.99, 79], "mixed", false, ["mixed", "good"]],
    [70, [49, 82], "good", false, ["weak", "mixed", "good", "strong"]],
    [100, [96, 104], "strong", true, []],
    [0, [-7, 7], "critical", true, []],
  ] as const)("%f in %j is %s", (...[value, ends, id, sure, couldBe]) => {
    expect(bandOf(index(value, ends), BANDS, sample)).toMatchObject({ id, sure, couldBe });
  });

  it("without an interval only a census is sure", () => {
    expect(bandOf(index(70, null), BANDS, sample)).toMatchObject({ id: "good", sure: false, couldBe: [] });
    expect(bandOf(index(70, null), BANDS, { ...sample, headcount: 20 })).toMatchObject({ sure: true });
    expect(bandOf(index(70, null), BANDS, { ...sample, unit: "self", headcount: 20 })).toMatchObject({ sure: false });
  });

  it("carries its meaning, and there is none without a shown index", () => {
    expect(bandOf(index(20, null), BANDS, sample)).toMatchObject({ label: "critical", meaning: "stop" });
    expect(bandOf(index(70, null), BANDS, sample)).toMatchObject({ meaning: "" });
    expect(bandOf({ kind: "hidden", words: null }, BANDS, sample)).toBeNull();
    expect(bandOf({ kind: "none", reason: "", n: 0 }, BANDS, sample)).toBeNull();
    expect(bandOf(index(70, null), [], sample)).toBeNull();
  });
});
