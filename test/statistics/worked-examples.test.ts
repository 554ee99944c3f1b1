import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Estimate, Published } from "../../src/audit/estimate.ts";
import { tQuantile } from "../../src/numeric/distributions.ts";
import { bandOf } from "../../src/statistics/band.ts";
import { estimateMean, estimateSpread, toIndex, toLoad } from "../../src/statistics/describe.ts";
import { estimateNps } from "../../src/statistics/nps.ts";
import { wilson } from "../../src/statistics/proportion.ts";
import type { Sampling } from "../../src/statistics/sampling.ts";
import { probabilityBelow } from "../../src/statistics/target.ts";
import { BANDS } from "./small-framework.ts";
import { reference } from "./staff.ts";

const page = readFileSync(new URL("../../docs/statistics.md", import.meta.url), "utf8");
const sample: Sampling = { unit: "person", headcount: null, level: 0.95 };
const hours = { unit: "", min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const sleep = { n: 10, mean: 1.58, variance: 1.512888888888889 };

/** The worked example of a section of docs/statistics.md, on one line. */
function example(section: string): string {
  const text = page.split(`\n## ${section}\n`)[1]?.split("\n## ")[0] ?? "";
  const found = text.split("*Example.*")[1]?.split("\n\n")[0]?.replace(/\s+/g, " ");
  if (found === undefined) throw new Error(`no example under ${section}`);
  return found;
}

function estimated(published: Published): Estimate {
  if (published.kind !== "estimate") throw new Error(JSON.stringify(published));
  return published;
}

function ends(published: Published, digits: number): string {
  const { interval } = estimated(published);
  return `${interval?.low.toFixed(digits)} to ${interval?.high.toFixed(digits)}`.replaceAll("-", "−");
}

const percent = (share: number | undefined) => `${(100 * (share ?? Number.NaN)).toFixed(1)} %`;

describe("worked examples of docs/statistics.md", () => {
  it("index", () => {
    const mean = estimateMean({ n: 20, mean: 3.6, variance: 1 }, sample, { unit: "", min: 1, max: 5 });
    const higher = estimated(toIndex(mean, { worst: 1, best: 5 })).value;
    const lower = toIndex(mean, { worst: 5, best: 1 });
    const load = estimated(toLoad(lower)).value;
    expect(example("Score and index")).toContain(`has the index ${higher.toFixed(1)};`);
    expect(example("Score and index")).toContain(
      `${estimated(lower).value.toFixed(1)} and a load of ${load.toFixed(1)}.`,
    );
  });

  it("mean", () => {
    const mean = estimateMean(sleep, sample, hours);
    const sd = estimated(estimateSpread(sleep, sample, "")).value;
    expect(example("Mean")).toContain(`mean 1.58, s = ${sd.toFixed(2)}, interval ${ends(mean, 2)}.`);
    expect(example("Mean")).toContain(
      `20 people: ${ends(estimateMean(sleep, { ...sample, headcount: 20 }, hours), 2)}.`,
    );
    expect(page).toContain(`with 10 people by ${(100 * (1 - 1.959963984540054 / tQuantile(0.975, 9))).toFixed(0)} %`);
  });

  it("favourable share", () => {
    const [low, high] = wilson(81 / 263, 263, 0.95);
    expect(example("Favourable share")).toContain(`81 of 263 people is ${percent(low)} to ${percent(high)}`);
    const { n, responses, share, effective_n, wilson95 } = reference.dimension["credibility"]!.favourable;
    expect(example("Favourable share")).toContain(`${n} people gave ${responses.toLocaleString("en-GB")} answers`);
    expect(example("Favourable share")).toContain(
      `${percent(share)} favourable. They are worth ${effective_n.toFixed(1)}`,
    );
    expect(example("Favourable share")).toContain(`${percent(wilson95[0])} to ${percent(wilson95[1])}.`);
  });

  it("net promoter score", () => {
    const nps = estimateNps({ promoters: 10, passives: 5, detractors: 5 }, sample);
    expect(example("Net promoter score")).toContain(`${estimated(nps).value}, interval ${ends(nps, 0)}.`);
  });

  it("composite", () => {
    const { ratio_of_means, se_delta, ci95_log, index, index_ci95 } = reference.trust_quotient;
    const means = Object.values(reference.dimension).map(({ score }) => score.mean.toFixed(3));
    const text = example("Composite");
    expect(text).toContain(`Means ${means.slice(0, 3).join(", ")} and ${means[3]} give`);
    expect(text).toContain(
      `(${means.slice(0, 3).join(" + ")})/${means[3]} = ${ratio_of_means.toFixed(3)} with se ${se_delta.toFixed(4)}`,
    );
    expect(text).toContain(`on the log scale ${ci95_log.map((end) => end.toFixed(3)).join(" to ")}.`);
    expect(text).toContain(`an index of ${index.toFixed(1)}, ${index_ci95.map((end) => end.toFixed(1)).join(" to ")}.`);
  });

  it("judged interval", () => {
    const [shown, judges] = [20, null].map((headcount) => estimateMean(sleep, { ...sample, headcount }, hours));
    if (shown === undefined || judges === undefined) throw new Error("no estimates");
    expect(example("Judged interval")).toContain(`${ends(shown, 2)} is shown, and ${ends(judges, 2)} judges.`);
  });

  it("band", () => {
    const index: Estimate = {
      kind: "estimate",
      value: 70,
      interval: { low: 62, high: 78, level: 0.95 },
      noInterval: null,
      n: 20,
      unit: "",
      method: "",
      caveats: [],
    };
    const band = bandOf(index, index.interval, BANDS);
    expect(example("Band")).toContain(`is "${band?.label}" by its point, and could be ${band?.couldBe.join(" or ")}.`);
  });

  it("below target", () => {
    const probability = probabilityBelow({ n: 25, mean: 3.8, variance: 1 }, { worst: 1, best: 5, target: 75 }, sample);
    expect(example("Below target")).toContain(`probability ${probability.toFixed(3)}.`);
  });
});
