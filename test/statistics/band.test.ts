import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/audit/estimate.ts";
import { bandOf } from "../../src/statistics/band.ts";
import { BANDS } from "./small-framework.ts";

/** The interval that is shown takes no part. */
function index(value: number): Estimate {
  const interval = { low: value, high: value, level: 0.95 };
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
    [98, [96, 100], "strong", true, []],
    [3, [0, 7], "critical", true, []],
  ] as const)("%f judged by %j is %s", (...[value, ends, id, sure, couldBe]) => {
    expect(bandOf(index(value), { low: ends[0], high: ends[1] }, BANDS)).toMatchObject({ id, sure, couldBe });
  });

  it.each([
    [20, [10, 30], [0, 35, [35]]],
    [52, [49.87, 55], [50, 65, [35, 50, 65]]],
    [60, [34.9, 79.9], [50, 65, [35, 50, 65, 80]]],
    [98, [96, 100], [80, 100, [80]]],
  ] as const)("%f judged by %j lies between %j", (...[value, [low, high], [from, to, limits]]) => {
    expect(bandOf(index(value), { low, high }, BANDS)).toMatchObject({ from, to, limits });
  });

  it("has its own limits without a judged interval", () => {
    expect(bandOf(index(70), null, BANDS)).toMatchObject({ from: 65, to: 80, limits: [65, 80] });
  });

  it("is the whole scale where it is the only one", () => {
    expect(bandOf(index(70), null, BANDS.slice(0, 1))).toMatchObject({ from: 0, to: 100, limits: [] });
  });

  it("is not sure without a judged interval", () => {
    expect(bandOf(index(70), null, BANDS)).toMatchObject({ id: "good", sure: false, couldBe: [] });
  });

  it("carries its meaning, and there is none without a shown index", () => {
    expect(bandOf(index(20), null, BANDS)).toMatchObject({ label: "critical", meaning: "stop" });
    expect(bandOf(index(70), null, BANDS)).toMatchObject({ meaning: "" });
    expect(bandOf({ kind: "hidden", words: null }, null, BANDS)).toBeNull();
    expect(bandOf({ kind: "none", reason: "", n: 0 }, null, BANDS)).toBeNull();
    expect(bandOf(index(70), null, [])).toBeNull();
  });
});
