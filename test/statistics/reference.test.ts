import { describe, expect, it } from "vitest";
import type { Published } from "../../src/audit/estimate.ts";
import type { CellResult } from "../../src/audit/types.ts";
import { tQuantile } from "../../src/numeric/distributions.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { deltaError } from "../../src/statistics/composite-interval.ts";
import { covarianceOfMeans } from "../../src/statistics/covariance.ts";
import { momentsOf } from "../../src/statistics/moments.ts";
import { effectiveAnswers, ratioOf } from "../../src/statistics/proportion.ts";
import { estimateQuality } from "../../src/statistics/quality.ts";
import { expectClose } from "./close-to.ts";
import { releasedTotal } from "./released-total.ts";
import { reference, staffFramework, staffRows } from "./staff.ts";

const { plan, released } = releasedTotal(staffFramework, staffRows());
const estimate = (headcount: number | null): Promise<CellResult> =>
  estimateCell({ framework: staffFramework, plan, released, headcount, unit: "person", seed: 1 });
const [everyone, of300] = await Promise.all([estimate(null), estimate(300)]);

function expectEstimate(
  actual: Published | undefined,
  wanted: { n: number; value: number; interval: readonly number[] },
): void {
  if (actual?.kind !== "estimate") throw new Error(`no estimate but ${JSON.stringify(actual)}`);
  expect(actual.n).toBe(wanted.n);
  expectClose(actual.value, wanted.value, "value");
  expectClose(actual.interval?.low, wanted.interval[0], "low end");
  expectClose(actual.interval?.high, wanted.interval[1], "high end");
  expect(actual.interval?.level).toBe(0.95);
}

describe("the reference survey, as R computes it", () => {
  for (const [d, { id }] of staffFramework.dimensions.entries()) {
    const wanted = reference.dimension[id];
    if (wanted === undefined) throw new Error(`no reference for ${id}`);
    const result = everyone.dimensions[d];

    it(`${id}: mean, spread and t interval`, () => {
      const { n, mean, sd, se, ci95 } = wanted.score;
      expectEstimate(result?.mean, { n, value: mean, interval: ci95 });
      if (result?.sd.kind !== "estimate" || result.mean.kind !== "estimate") throw new Error("hidden");
      expectClose(result.sd.value, sd, "sd");
      const width = (result.mean.interval?.high ?? 0) - (result.mean.interval?.low ?? 0);
      expectClose(width / 2 / tQuantile(0.975, n - 1), se, "se");
    });

    it(`${id}: with a headcount of 300`, () => {
      const { n, mean, sd, se, ci95 } = wanted.score_with_headcount_300;
      const counted = of300.dimensions[d];
      expectEstimate(counted?.mean, { n, value: mean, interval: ci95 });
      if (counted?.sd.kind !== "estimate" || counted.mean.kind !== "estimate") throw new Error("hidden");
      expectClose(counted.sd.value, sd, "sd");
      const width = (counted.mean.interval?.high ?? 0) - (counted.mean.interval?.low ?? 0);
      expectClose(width / 2 / tQuantile(0.975, n - 1), se, "se");
    });

    it(`${id}: index`, () => {
      if (result?.index.kind !== "estimate") throw new Error("hidden");
      expectClose(result.index.value, wanted.index, "index");
      const ends = wanted.score.ci95.map((end) => (id === "self_orientation" ? 25 * (5 - end) : 25 * (end - 1)));
      expectClose(result.index.interval?.low, Math.min(...ends), "low end");
      expectClose(result.index.interval?.high, Math.max(...ends), "high end");
    });

    it(`${id}: favourable share`, () => {
      const { n, responses, share, effective_n, wilson95 } = wanted.favourable;
      expectEstimate(result?.favourable, { n, value: share, interval: wilson95 });
      const slots = plan.ratios[d];
      if (slots === undefined) throw new Error("no sums");
      const ratio = ratioOf(released.cell, slots);
      expect(ratio.sumA).toBe(responses);
      expectClose(effectiveAnswers(ratio), effective_n, "effective n");
    });
  }

  it("trust quotient: a ratio of means with an interval on the log scale", () => {
    const { ratio_of_means, ci95_log, index, index_ci95 } = reference.trust_quotient;
    const trust = everyone.composites[0];
    expectEstimate(trust?.value, { n: 239, value: ratio_of_means, interval: ci95_log });
    expectEstimate(trust?.index, { n: 239, value: index, interval: index_ci95 });
    expect(trust?.terms.map(({ name }) => name)).toEqual(staffFramework.dimensions.map(({ id }) => id));
    for (const { name, value } of trust?.terms ?? []) expectClose(value, reference.dimension[name]?.score.mean, name);
  });

  it("trust quotient: standard error by the delta method", async () => {
    const composite = staffFramework.composites[0];
    const moments = plan.scores.slice(0, 4).map((slots) => momentsOf(released.cell, slots, slots.unitsPerPoint));
    const covariance = await covarianceOfMeans({
      plan,
      cell: released.cell,
      scores: [0, 1, 2, 3],
      moments,
      headcount: null,
    });
    if (composite === undefined || "a" in covariance) throw new Error("no covariance");
    expect(covariance.clipped).toBe(false);
    const means = moments.map(({ mean }) => mean);
    expectClose(
      deltaError({ composite, means, covariance: covariance.matrix }),
      reference.trust_quotient.se_delta,
      "se",
    );
  });

  it("recommendation: net promoter score with its adjusted Wald interval", () => {
    const { n, promoters, passives, detractors, nps, adjusted_wald95 } = reference.recommend;
    const outcome = everyone.outcomes[0];
    expectEstimate(outcome?.value, { n, value: nps, interval: adjusted_wald95 });
    expect(outcome?.counts).toEqual({ promoters, passives, detractors });
  });

  it("long runs of identical answers", () => {
    const request = { framework: staffFramework, timed: false, repeatedIds: 0 };
    const quality = estimateQuality(
      { plan, minGroup: 5, total: released, groupings: [], withheldBecause: null, hidden: false, rowsTold: true },
      request,
    );
    expect(quality.longRuns).toMatchObject({ value: reference.longest_run.rows_at_least_10.length, n: 240 });
  });
});
