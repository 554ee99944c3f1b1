/** Designs whose intervals are those of differences: between groups, and between waves. */
import { createPairedPlan, emptyPaired, foldPair } from "../../src/aggregate/paired.ts";
import type { CellResult, PlainChange } from "../../src/audit/types.ts";
import { changeBetween } from "../../src/statistics/change.ts";
import { compareGroups } from "../../src/statistics/comparison.ts";
import { estimatePairedChange } from "../../src/statistics/paired.ts";
import type { Counter } from "../reference/cells.ts";
import {
  after,
  before,
  type Design,
  estimate,
  intervalOf,
  kinked,
  numberOf,
  scoresOnly,
  type Trial,
} from "./design.ts";
import { type Population, sample, type TwoTimes } from "./people.ts";

/** A group of n against 3n others, who think otherwise. */
export const groupAgainstRest: Design = {
  least: 2,
  async prepare(population) {
    const [first, second] = await wavesOf(population);
    const truth = numberOf(second.dimensions[0]?.mean) - numberOf(first.dimensions[0]?.mean);
    const { framework, plan } = scoresOnly;
    return async (n, draws) => {
      const group = after(sample(population, n, draws));
      const rest = before(sample(population, 3 * n, draws));
      const total = scoresOnly.cell([...group, ...rest]);
      const cells = [scoresOnly.cell(group, ["group"])];
      const [found] = compareGroups({ framework, plan, total, cells, level: 0.95 });
      return [{ of: "group against everyone else", truth, interval: intervalOf(found?.difference) }];
    };
  },
};

const wavesOf = ({ people }: Population, counter = scoresOnly) =>
  Promise.all([estimate(counter, before(people)), estimate(counter, after(people))] as const);

/** Two samples of n, of the first time and of the second. */
export const independentWaves: Design = {
  least: 2,
  async prepare(population) {
    const [first, second] = await wavesOf(population);
    return async (n, draws) => {
      const found = changeBetween({
        before: await estimate(scoresOnly, before(sample(population, n, draws))),
        after: await estimate(scoresOnly, after(sample(population, n, draws))),
        names: { before: "first", after: "second" },
      });
      return changeTrials("change, independent waves", found, { first, second });
    };
  },
};

/** n people asked twice. */
export const pairedWaves: Design = {
  least: 2,
  async prepare(population) {
    const [first, second] = await wavesOf(population);
    return async (n, draws) => {
      const found = await pairedChanges(scoresOnly, sample(population, n, draws));
      return changeTrials("change, the same people", found, { first, second });
    };
  },
};

/** The same for a formula whose interval is drawn. */
export const pairedKinked: Design = {
  least: 2,
  async prepare(population) {
    const [first, second] = await wavesOf(population, kinked);
    const truth = numberOf(second.composites[0]?.value) - numberOf(first.composites[0]?.value);
    return async (n, draws) => {
      const found = await pairedChanges(kinked, sample(population, n, draws));
      return [{ of: "change, the same people: composite with min", truth, interval: pointsOf(found, "weakest") }];
    };
  },
};

function pairedChanges({ framework, program }: Counter, people: readonly TwoTimes[]): Promise<readonly PlainChange[]> {
  const paired = emptyPaired(createPairedPlan(program));
  for (const one of people) foldPair(paired, one.before.scored.scores, one.after.scored.scores);
  return estimatePairedChange({ framework, paired, seed: 1, level: 0.95 });
}

function pointsOf(changes: readonly PlainChange[], id: string): Trial["interval"] {
  return intervalOf(changes.find((change) => change.id === id)?.points);
}

/** Of the mean, and of a composite on the log scale, where a change is the ratio of after to before. */
function changeTrials(
  of: string,
  changes: readonly PlainChange[],
  { first, second }: { readonly first: CellResult; readonly second: CellResult },
): readonly Trial[] {
  const mean = (result: CellResult) => numberOf(result.dimensions[0]?.mean);
  const ratio = (result: CellResult) => numberOf(result.composites[0]?.value);
  return [
    { of: `${of}: mean`, truth: mean(second) - mean(first), interval: pointsOf(changes, "skill") },
    { of: `${of}: composite`, truth: ratio(second) / ratio(first), interval: pointsOf(changes, "ratio") },
  ];
}
