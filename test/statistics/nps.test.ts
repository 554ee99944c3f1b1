import { describe, expect, it } from "vitest";
import { countPromoters, estimateNps } from "../../src/statistics/nps.ts";
import type { Sampling } from "../../src/statistics/sampling.ts";

const sample: Sampling = { unit: "person", headcount: null, level: 0.95 };

describe("promoters, passives and detractors", () => {
  it("9 and 10, 7 and 8, 0 to 6", () => {
    const answers = Array.from({ length: 11 }, (_, code) => ({ code, count: 10 ** (code % 6) }));
    expect(countPromoters(answers)).toEqual({ promoters: 11_000, passives: 110, detractors: 111_112 });
  });
});

describe("a net promoter score", () => {
  it("by hand: 10 promoters, 5 passives, 5 detractors", () => {
    const nps = estimateNps({ promoters: 10, passives: 5, detractors: 5 }, sample);
    if (nps.kind !== "estimate") throw new Error(nps.reason);
    expect(nps).toMatchObject({ value: 25, n: 20, unit: "NPS −100..100" });
    // (10.75 − 5.75)/23 ± 1.959964 √((16.5/23 − (5/23)²)/23)
    expect(nps.interval?.low).toBeCloseTo(
      100 * (5 / 23 - 1.959963984540054 * Math.sqrt((16.5 / 23 - 25 / 529) / 23)),
      9,
    );
    expect(nps.interval?.high).toBeCloseTo(
      100 * (5 / 23 + 1.959963984540054 * Math.sqrt((16.5 / 23 - 25 / 529) / 23)),
      9,
    );
  });

  it("has an interval with a width even when all are promoters, and keeps within −100..100", () => {
    const nps = estimateNps({ promoters: 12, passives: 0, detractors: 0 }, sample);
    if (nps.kind !== "estimate") throw new Error(nps.reason);
    expect(nps.value).toBe(100);
    expect(nps.interval?.low).toBeLessThan(90);
    expect(nps.interval?.high).toBeLessThanOrEqual(100);
  });

  it("a headcount does not narrow it, which it says", () => {
    const counts = { promoters: 10, passives: 5, detractors: 5 };
    const caveat = expect.stringContaining("headcount does not narrow");
    expect(estimateNps(counts, { ...sample, headcount: 30 })).toEqual({
      ...estimateNps(counts, sample),
      caveats: [caveat],
    });
    expect(estimateNps(counts, sample)).toMatchObject({ caveats: [] });
    expect(estimateNps(counts, { ...sample, headcount: 20 })).toMatchObject({ caveats: [] });
  });

  it.each([
    [{ ...sample, headcount: 20 }, "everyone answered, so there is no sampling error"],
    [{ ...sample, unit: "organisation" }, "each row is one assessment"],
  ] as const)("no interval %#", (sampling, noInterval) => {
    expect(estimateNps({ promoters: 10, passives: 5, detractors: 5 }, sampling)).toMatchObject({
      interval: null,
      noInterval,
    });
  });

  it("of nobody is no number", () => {
    expect(estimateNps({ promoters: 0, passives: 0, detractors: 0 }, sample)).toMatchObject({ kind: "none" });
  });
});
