/** Designs whose intervals stand beside the numbers of one group. */
import type { Published } from "../../src/audit/estimate.ts";
import type { CellResult } from "../../src/audit/types.ts";
import { estimateReliability } from "../../src/statistics/reliability.ts";
import {
  before,
  type Design,
  estimate,
  intervalOf,
  kinked,
  numberOf,
  scoresOnly,
  type Trial,
  weighted,
  whole,
} from "./design.ts";
import { sample, type TwoTimes, unequalSample } from "./people.ts";

/** The published numbers that have an interval, by what they are called in the table. */
function numbersOf({ dimensions, composites, outcomes }: CellResult): Readonly<Record<string, Published | undefined>> {
  return {
    "mean and index": dimensions[0]?.mean,
    "favourable share": dimensions[0]?.favourable,
    "composite, a ratio on the log scale": composites[0]?.value,
    "net promoter score": outcomes[0]?.value,
    "top-two-box share": outcomes[1]?.value,
  };
}

function trials(of: string, result: CellResult, truth: CellResult): readonly Trial[] {
  const [own, true_] = [numbersOf(result), numbersOf(truth)];
  return Object.keys(own).map((what) => ({
    of: `${what}${of}`,
    truth: numberOf(true_[what]),
    interval: intervalOf(own[what]),
  }));
}

/** People drawn at random, out of very many. */
export const atRandom: Design = {
  least: 2,
  async prepare(population) {
    const truth = await estimate(scoresOnly, before(population.people));
    return async (n, draws) => trials("", await estimate(scoresOnly, before(sample(population, n, draws))), truth);
  },
};

/** The same for a formula whose interval is drawn. */
export const atRandomKinked: Design = {
  least: 2,
  async prepare(population) {
    const weakest = async (people: readonly TwoTimes[]) =>
      (await estimate(kinked, before(people))).composites[0]?.value;
    const truth = numberOf(await weakest(population.people));
    return async (n, draws) => [
      { of: "composite with min", truth, interval: intervalOf(await weakest(sample(population, n, draws))) },
    ];
  },
};

/** Half of a headcount answered. The score and the top-two-box share of these people are known when all are counted. */
export const halfAnswered: Design = {
  least: 2,
  async prepare(population) {
    return async (n, draws) => {
      const all = before(sample(population, 2 * n, draws));
      const truth = await estimate(scoresOnly, all);
      const found = await estimate(scoresOnly, all.slice(0, n), 2 * n);
      return trials(", headcount known", found, truth).filter(({ of }) => !/promoter/.test(of));
    };
  },
};

/** Some people three times as likely to be asked, and weighted down for it. */
export const unequal: Design = {
  least: 2,
  async prepare(population) {
    const truth = await estimate(scoresOnly, before(population.people));
    return async (n, draws) =>
      trials(", weighted", await estimate(weighted, before(unequalSample(population, n, draws))), truth);
  },
};

/** Cronbach's alpha of the first measure, of people who answered all of it. */
export const reliability: Design = {
  least: 30,
  async prepare(population) {
    const set = whole.program.dimensions[0]?.items ?? [];
    const isComplete = ({ before: { answers } }: TwoTimes) => set.every((at) => (answers[at] ?? -1) >= 0);
    const complete = { ...population, people: population.people.filter(isComplete) };
    const alphaOf = async (people: readonly TwoTimes[]) => (await estimateReliability(whole.group(before(people))))[0];
    const truth = numberOf((await alphaOf(complete.people))?.alpha);
    return async (n, draws) => {
      const found = await alphaOf(sample(complete, n, draws));
      return [{ of: "Cronbach's alpha, Feldt interval", truth, interval: intervalOf(found?.alpha) }];
    };
  },
};
