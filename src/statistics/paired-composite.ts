/**
 * Change of a framework's composite among the same people.
 *
 * Formula: f(b̄) − f(ā), ā and b̄ the means before and after of each input over its own complete pairs: the very means behind
 *   the inputs' changes. Variance gᵀVg with V the joint covariance of the 2k means (paired-covariance.ts) and
 *   g = (−f′(ā), f′(b̄)); t interval with min n − 1 df, n the complete pairs of an input. On a log composite all of it on the
 *   logarithm: the change is the ratio f(b̄)/f(ā), the index change a difference of log indices.
 *   Where the formula has min or max: percentiles (type 7) over 2,000 seeded normal draws of the 2k means. The
 *   index change has an interval at 99 % beside, from the same error or the same draws.
 * Unit and range: that of the formula, or a ratio; index points. Missing rule: people who lack an input in one of the waves
 *   are left out of that input alone; the n printed is the smallest. Not computable if fewer than two people have two of the
 *   inputs in both waves. The two values are of these people, not those printed for everyone.
 * Source: Oehlert 1992, A note on the delta method; Efron & Tibshirani 1993 for percentiles.
 * Oracle: linear composites against the paired t test of the composite scores, and a log ratio against its derivation in
 *   floating point (test/statistics/paired.test.ts, paired-composite.test.ts).
 */
import type { PairedAggregate, PairedDimensionSlots } from "../aggregate/paired.ts";
import type { Estimate, Published } from "../audit/estimate.ts";
import type { Composite, Dimension, Framework } from "../framework/types.ts";
import { tQuantile } from "../numeric/distributions.ts";
import { evaluate, gradient, hasKink, isAffine } from "../numeric/formula.ts";
import { percentile } from "../numeric/percentile.ts";
import { type Matrix, quadraticForm } from "../numeric/symmetric.ts";
import { type ChangeNumbers, INDEX_POINTS, STRICT, testOf } from "./change-numbers.ts";
import { bind } from "./composite-interval.ts";
import { at } from "./moments.ts";
import { covarianceOfWaves, type TooFewInBoth } from "./paired-covariance.ts";
import {
  notComputable,
  type Sampling,
  samplingCaveats,
  whyNoInterval,
  withInterval,
  withoutInterval,
} from "./sampling.ts";
import type { Splittable } from "./split.ts";

const DRAWS = 2000;

const CLIPPED =
  "Different people answered different parts in both waves, and their covariances did not fit together; negative eigenvalues were set to 0.";

interface Request {
  readonly composite: Composite;
  /** Of the framework, for their titles. */
  readonly dimensions: readonly Dimension[];
  readonly paired: PairedAggregate;
  readonly sampling: Sampling;
  readonly seed: number;
}

/** The change on the scale it is linear on: of the value, or of its logarithm. Its interval is null where there is none. */
interface Step {
  readonly value: number;
  readonly ends: readonly [number, number] | null;
  /** At 99 %; null where `ends` is. */
  readonly strict: readonly [number, number] | null;
  readonly noEnds: string;
  readonly method: string;
  readonly test: ChangeNumbers["test"];
}

/** Index change, and change of the value (its ratio on a log composite), over each input's people with it in both waves. */
export async function compositeChange(request: Request): Promise<ChangeNumbers> {
  const { composite, paired, sampling } = request;
  const planned = paired.plan.composites.find(({ id }) => id === composite.id);
  // A formula of one audience is not followed through both waves where several audiences may have answered.
  if (planned === undefined) return nothing("both waves were read as those of several audiences: name one", 0);
  const { inputs } = planned;
  const slots = slotsOf(paired, inputs);
  const n = Math.min(...slots.map((input) => at(paired.cell, input.n)));
  const empty = slots.find((input) => at(paired.cell, input.n) === 0);
  if (empty !== undefined) return nothing(whyEmpty(request, empty.id), 0);
  const means = wavesOf(composite, paired, inputs).flat();
  const value = stepOf(composite, means);
  if (!Number.isFinite(value)) return nothing("the formula has no finite value at these means", n);
  const caveats = samplingCaveats(n, sampling);
  const method = "formula on the means of the same people in both waves, each part's of those who have it in both";
  const why = whyNoInterval(n, sampling);
  if (why !== null) {
    const step = { value, ends: null, strict: null, noEnds: why, method: "", test: null };
    return published(composite, step, { described: { n, method, caveats }, level: sampling.level });
  }
  const covariance = await covarianceOfWaves(paired, inputs);
  if (covariance.kind === "too few") return tooFew(request, covariance);
  const step = await uncertain(request, { means, covariance: covariance.matrix, n, value });
  const described = {
    n,
    method: `${method}; ${step.method}`,
    caveats: covariance.clipped ? [...caveats, CLIPPED] : caveats,
  };
  return published(composite, step, { described, level: sampling.level });
}

function slotsOf({ plan }: PairedAggregate, inputs: readonly number[]): readonly PairedDimensionSlots[] {
  return inputs.flatMap((place) => plan.dimensions[place] ?? []);
}

/**
 * Means of the inputs before and after. Of a weighted sum only their changes are read, from 0: where the pairs stand would
 * show in the last digits of a difference, and disclosure has let it go on the understanding that it says no more than them.
 */
function wavesOf(
  { tree, transform }: Composite,
  paired: PairedAggregate,
  inputs: readonly number[],
): readonly [readonly number[], readonly number[]] {
  if (transform === "linear" && isAffine(tree)) return [inputs.map(() => 0), meansOf(paired, inputs, "sum")];
  return [meansOf(paired, inputs, "sumBefore"), meansOf(paired, inputs, "sumAfter")];
}

/** Each of its own complete pairs, in the item metric. */
function meansOf(
  paired: PairedAggregate,
  inputs: readonly number[],
  wave: "sumBefore" | "sumAfter" | "sum",
): readonly number[] {
  const { cell } = paired;
  return slotsOf(paired, inputs).map((input) => at(cell, input[wave]) / (at(cell, input.n) * input.unitsPerPoint));
}

/** What the change of a composite is made of, of a composite that has one. */
export function pairedBasis(framework: Framework, paired: PairedAggregate, id: string): Splittable | string {
  const composite = framework.composites.find((one) => one.id === id);
  const planned = paired.plan.composites.find((one) => one.id === id);
  if (composite === undefined || planned === undefined) return "both waves were read as those of several audiences";
  const { tree, inputs: names } = composite;
  const [before, after] = wavesOf(composite, paired, planned.inputs);
  return { tree, scale: composite, names, before, after };
}

/** Where missing parts are left out, one that is missing in these people alone would make it the mean of other parts. */
function whyEmpty(request: Request, id: string): string {
  const why = `nobody has ${titleOf(request, id)} in both waves`;
  return request.composite.skipMissing ? `${why}, and without it this is the mean of other parts` : why;
}

function tooFew(request: Request, { a, b, n }: TooFewInBoth): ChangeNumbers {
  const [first, second] = [a, b].map((place) => titleOf(request, request.paired.plan.dimensions[place]?.id ?? ""));
  return nothing(`fewer than two people have both ${first} and ${second} in both waves`, n);
}

function titleOf({ dimensions }: Request, id: string): string {
  return dimensions.find((dimension) => dimension.id === id)?.title ?? id;
}

function nothing(reason: string, n: number): ChangeNumbers {
  const number = notComputable(reason, n);
  return { index: number, points: number, strict: null, test: null };
}

/** After minus before, of the value or of its logarithm; not finite where the arithmetic has no result. */
function stepOf({ tree, inputs, transform }: Composite, means: readonly number[]): number {
  const k = inputs.length;
  const [before, after] = [means.slice(0, k), means.slice(k)].map((wave) => evaluate(tree, bind(inputs, wave)));
  if (before === undefined || after === undefined) return Number.NaN;
  if (transform === "linear") return after - before;
  return before > 0 && after > 0 ? Math.log(after) - Math.log(before) : Number.NaN;
}

interface Means {
  readonly means: readonly number[];
  readonly covariance: Matrix;
  readonly n: number;
  readonly value: number;
}

const NO_ENDS = "the formula has no finite value for some means these people may have";

async function uncertain(request: Request, found: Means): Promise<Step> {
  return hasKink(request.composite.tree) ? drawn(request, found) : linearised(request, found);
}

function linearised({ composite, sampling }: Request, { means, covariance, n, value }: Means): Step {
  const df = n - 1;
  const se = Math.sqrt(quadraticForm(covariance, slopes(composite, means)));
  const endsAt = (level: number) => {
    const half = tQuantile((1 + level) / 2, df) * se;
    return Number.isFinite(half) ? ([value - half, value + half] as const) : null;
  };
  const scale = composite.transform === "log" ? " on the log scale" : "";
  const method = `delta method on both waves${scale}, t interval with ${df} df`;
  const [ends, strict] = [endsAt(sampling.level), endsAt(STRICT)];
  const test =
    ends === null ? null : testOf({ difference: value, se, df, method: `paired t test by the delta method${scale}` });
  return { value, ends, strict, noEnds: NO_ENDS, method, test };
}

/** Partial derivatives of the step by the 2k means. */
function slopes({ tree, inputs, transform }: Composite, means: readonly number[]): readonly number[] {
  const k = inputs.length;
  const waves = [
    { sign: -1, wave: means.slice(0, k) },
    { sign: 1, wave: means.slice(k) },
  ];
  return waves.flatMap(({ sign, wave }) => {
    const bindings = bind(inputs, wave);
    const size = transform === "log" ? evaluate(tree, bindings) : 1;
    return gradient(tree, bindings, inputs).map((slope) => (sign * slope) / size);
  });
}

async function drawn({ composite, sampling, seed }: Request, { means, covariance, value }: Means): Promise<Step> {
  const { normalDraws } = await import("../numeric/random.ts");
  const values = normalDraws({ mean: means, covariance }, DRAWS, seed).map((draw) => stepOf(composite, draw));
  const sorted = values.sort((a, b) => a - b);
  const isWhole = values.every(Number.isFinite);
  const endsAt = (level: number) => {
    const tail = (1 - level) / 2;
    return isWhole ? ([percentile(sorted, tail), percentile(sorted, 1 - tail)] as const) : null;
  };
  const [ends, strict] = [endsAt(sampling.level), endsAt(STRICT)];
  const method = `percentiles of ${DRAWS} seeded normal draws of the means of both waves`;
  return { value, ends, strict, noEnds: NO_ENDS, method, test: null };
}

interface Wording {
  readonly described: Pick<Estimate, "n" | "method" | "caveats">;
  readonly level: number;
}

/** The step in index points, and as a difference or a ratio of values. */
function published({ transform, worst, best }: Composite, step: Step, { described, level }: Wording): ChangeNumbers {
  const isLog = transform === "log";
  const length = isLog ? Math.log(best) - Math.log(worst) : best - worst;
  const estimate = (unit: string, map: (x: number) => number): Published => {
    const parts = { ...described, value: map(step.value), unit };
    if (step.ends === null) return withoutInterval(parts, step.noEnds);
    return withInterval(parts, [map(step.ends[0]), map(step.ends[1])], level);
  };
  const strict = (step.strict ?? []).map((x) => (100 * x) / length);
  return {
    index: estimate(INDEX_POINTS, (x) => (100 * x) / length),
    points: isLog ? estimate("ratio after/before", Math.exp) : estimate("formula value", (x) => x),
    strict: step.strict === null ? null : { low: Math.min(...strict), high: Math.max(...strict), level: STRICT },
    test: step.test,
  };
}
