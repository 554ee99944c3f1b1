/**
 * What goes with an outcome: Johnson's relative weights of the dimensions on it. Never what causes it.
 *
 * Formula: correlations over the people who have the outcome and every predictor, from exact sums; weights and R² in
 *   numeric/relative-weights.ts. Intervals: percentiles (type 7) over 2,000 seeded draws of the joint correlations,
 *   Wishart(n − 1), each with a further predictor of pure noise; a driver is claimed only where the interval of its weight
 *   minus that of the noise lies above 0.
 * Unit and range: parts of R², 0–1. Missing rule: listwise; n ≥ 30 and n ≥ 10 × predictors, or words. Survey weights are not
 *   used.
 * Source: Johnson 2000; Tonidandel, LeBreton & Johnson 2009, Determining the statistical significance of relative weights,
 *   Psychological Methods 14(4). Oracle: reference.json (drivers_of_recommend); planted drivers and noise by simulation.
 */
import { driversSet } from "../aggregate/plan.ts";
import type { ListwiseSlots } from "../aggregate/types.ts";
import type { Interval, Published } from "../audit/estimate.ts";
import type { Driver, DriversResult } from "../audit/types.ts";
import type { Outcome } from "../framework/types.ts";
import { percentileEnds } from "../numeric/percentile.ts";
import type { Matrix } from "../numeric/symmetric.ts";
import { type Group, HIDDEN, titleOf } from "./group.ts";
import { correlationsOf, listwiseCovariances } from "./listwise.ts";
import { at } from "./moments.ts";
import { WEIGHTS_UNUSED, withInterval, withoutInterval } from "./sampling.ts";

/** People under whom drivers are not looked for, and people needed per predictor. */
export const DRIVER_MINIMUM = 30;
export const PEOPLE_PER_PREDICTOR = 10;

const DRAWS = 2000;
/** A source of draws of its own, one per outcome from here on. */
const STREAM = 20;

const NOT_CAUSES = "It says what goes with the outcome, not what causes it.";

/**
 * One result per coded outcome, of everyone together. Of assessments there is none, and none where only scores were
 * counted; nor of how much a dimension matters to people, which is a weight and nothing to explain. The seed is the group's.
 */
export async function estimateDrivers(group: Group): Promise<readonly DriversResult[]> {
  if (group.sampling.unit !== "person") return [];
  const results: DriversResult[] = [];
  for (const outcome of group.framework.outcomes) {
    const set = group.plan.listwise.find(({ name }) => name === driversSet(outcome.id));
    if (set !== undefined) results.push(await driversOf(group, outcome, set));
  }
  return results;
}

/** People needed to look for drivers among so many predictors. */
export function peopleNeeded(predictors: number): number {
  return Math.max(DRIVER_MINIMUM, PEOPLE_PER_PREDICTOR * predictors);
}

async function driversOf(group: Group, { id, title }: Outcome, set: ListwiseSlots): Promise<DriversResult> {
  const n = at(group.released.cell, set.n);
  const without = (reason: string, r2: Published | null = null): DriversResult => ({
    outcome: id,
    title,
    // Sums that were withheld are 0, as are those of nobody: the two look alike from here.
    n: n === 0 ? null : n,
    reason,
    r2,
    drivers: [],
  });
  if (set.members.some((member) => group.released.veils.has(member))) {
    return without("hidden to protect small groups", HIDDEN);
  }
  const reason = whyNone(set, n);
  if (reason !== null) return without(reason);
  const covariances = listwiseCovariances(group.released.cell, set);
  const flat = set.members.find((_, place) => covariances[place]?.[place] === 0);
  if (flat !== undefined) return without(`${nameOf(group, flat)}: everybody has the same score`);
  const joint = correlationsOf(covariances);
  const { relativeWeights } = await import("../numeric/relative-weights.ts");
  const weights = relativeWeights(predictorsOf(joint), outcomeOf(joint));
  if (weights === null)
    return without("one dimension is a combination of the others: their shares cannot be told apart");
  const { drawnWeights } = await import("../numeric/drawn-weights.ts");
  // Per predictor, and last for the noise, its weight in every draw.
  const draws = drawnWeights(
    { correlation: withNoise(joint), df: n - 1 },
    { seed: group.seed, stream: STREAM + group.plan.listwise.indexOf(set), draws: DRAWS },
  );
  const r2 = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    outcome: id,
    title,
    n,
    reason: null,
    r2: withoutInterval(
      {
        value: r2,
        n,
        unit: "share of variance 0–1",
        method: `R² of ${weights.length} dimensions, people who answered everything`,
        caveats: caveatsOf(group),
      },
      "R² grows with every predictor; read the weights' intervals",
    ),
    drivers: weights
      .map((weight, place) => toDriver({ group, set, n, r2, draws }, place, weight))
      .sort((a, b) => b.percent - a.percent),
  };
}

/** Sums that were withheld are 0, as are those of nobody: the words hold for both. */
function whyNone({ members }: ListwiseSlots, n: number): string | null {
  const predictors = members.length - 1;
  if (predictors < 1) return "there is no dimension that everybody is asked";
  const least = peopleNeeded(predictors);
  if (n >= least) return null;
  return `needs ${least} people with all answers; ${n === 0 ? "too few have them" : `${n} have them`}`;
}

/** Correlations among the predictors: the outcome is last. */
function predictorsOf(joint: Matrix): Matrix {
  return joint.slice(0, -1).map((row) => row.slice(0, -1));
}

function outcomeOf(joint: Matrix): readonly number[] {
  return joint.slice(0, -1).map((row) => row.at(-1) ?? 0);
}

/** A predictor that goes with nothing, before the outcome. */
function withNoise(joint: Matrix): Matrix {
  const last = joint.length - 1;
  const widened = joint.map((row) => [...row.slice(0, last), 0, row[last] ?? 0]);
  const noise = Array.from({ length: last + 2 }, (_, place) => (place === last ? 1 : 0));
  return [...widened.slice(0, last), noise, ...widened.slice(last)];
}

interface Drawn {
  readonly group: Group;
  readonly set: ListwiseSlots;
  readonly n: number;
  readonly r2: number;
  /** One per predictor, and last the noise. */
  readonly draws: readonly Float64Array[];
}

function toDriver({ group, set, n, r2, draws }: Drawn, place: number, weight: number): Driver {
  const { level } = group.sampling;
  const own = draws[place] ?? new Float64Array();
  const noise = draws.at(-1) ?? own;
  const [low, high] = percentileEnds(own, level);
  const [aboveLow, aboveHigh] = percentileEnds(differences(own, noise), level);
  const aboveNoise: Interval = { low: aboveLow, high: aboveHigh, level };
  const dimension = set.members[place] ?? "";
  const parts = {
    value: weight,
    n,
    unit: "part of R² 0–1",
    method: `Johnson's relative weight; percentiles of ${DRAWS} seeded draws with a predictor of noise`,
    caveats: caveatsOf(group),
  };
  return {
    dimension,
    title: titleOf(group, dimension),
    // Weights are never below 0, so those of draws lie high where there is next to none: the weight itself is kept inside.
    weight: withInterval(parts, [Math.min(low, weight), Math.max(high, weight)], level),
    percent: r2 === 0 ? 0 : (100 * weight) / r2,
    aboveNoise,
    claimed: aboveNoise.low > 0,
  };
}

/** Draw by draw. */
function differences(own: Float64Array, other: Float64Array): Float64Array {
  const found = new Float64Array(own.length);
  for (let i = 0; i < own.length; i++) found[i] = (own[i] ?? 0) - (other[i] ?? 0);
  return found;
}

function caveatsOf({ plan }: Group): readonly string[] {
  return plan.weighted === null ? [NOT_CAUSES] : [NOT_CAUSES, WEIGHTS_UNUSED];
}

function nameOf(group: Group, id: string): string {
  return group.framework.outcomes.find((outcome) => outcome.id === id)?.title ?? titleOf(group, id);
}
