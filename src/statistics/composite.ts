/**
 * A framework's composite for a group: the formula applied to the group's means.
 *
 * Formula: the framework's own, over dimension means; a ratio is one of means, because a mean of ratios explodes when a
 *   denominator is small. Index 100 (v − worst)/(best − worst); with the log transform on the logarithms of all three.
 * Unit and range: the formula's metric, its interval cut at worst and best; index 0–100. Missing rule: hidden if any input
 *   is hidden, not computable if any input is missing, if fewer than two people have two of the inputs, or if the arithmetic has no finite result.
 * Source: measurement definitions; interval in composite-interval.ts. Oracle: reference.json (trust_quotient).
 */
import type { Hidden, NotComputable, Published } from "../audit/estimate.ts";
import type { Bounds, CompositeResult, Precision } from "../audit/types.ts";
import type { Composite } from "../framework/types.ts";
import { dividesByName, evaluate } from "../numeric/formula.ts";
import { indexOn } from "../numeric/rescale.ts";
import { bandOf } from "./band.ts";
import { boundsOfFormula } from "./bounds.ts";
import { bind, formulaInterval } from "./composite-interval.ts";
import { covarianceOfMeans } from "./covariance.ts";
import { mapped, toLoad, whyNoMeanInterval } from "./describe.ts";
import { detectableChange } from "./detectable.ts";
import { endsOf } from "./dimension.ts";
import { type Group, HIDDEN, scoreOf, titleOf } from "./group.ts";
import { judgedBy, saysJudged } from "./judged.ts";
import type { Moments } from "./moments.ts";
import {
  cannotEstimate,
  cutTo,
  notComputable,
  populationOf,
  populationWords,
  type Sampling,
  samplingCaveats,
  whyNoInterval,
  withInterval,
  withoutHeadcount,
  withoutInterval,
} from "./sampling.ts";
import { formulaTerms } from "./terms.ts";
import type { Summary } from "./weights.ts";

const CLIPPED =
  "Different people answered different parts, and their covariances did not fit together; negative eigenvalues were set to 0.";

/** Result of one composite. `earlier`: the results of the composites defined before it, which its formula may name. */
export async function estimateComposite(
  group: Group,
  composite: Composite,
  earlier: readonly CompositeResult[],
): Promise<CompositeResult> {
  const own = await estimateValue(group, composite);
  const plain = toCompositeIndex(own.value, composite);
  const unlimited = await withoutPopulation(group, composite, own);
  const judged = unlimited === null ? null : judgedBy(toCompositeIndex(unlimited.value, composite));
  const precision = unlimited?.precision ?? null;
  const index = saysJudged(plain, judged, group.sampling);
  const { id, title, about, formula, transform, worst, best, target } = composite;
  return {
    id,
    title,
    about,
    formula,
    terms: formulaTerms(group, composite, earlier),
    transform,
    worst,
    best,
    target,
    value: own.value,
    index,
    load: group.framework.reading === "load" ? toLoad(index) : null,
    judged,
    band: bandOf(index, judged, composite.bands),
    bounds: index.kind === "estimate" ? boundsOf(group, composite) : null,
    precision,
    detectable: detectableChange(index, precision, {
      perUnit: pointsPerUnit(composite),
      sampled: group.sampling.unit === "person",
    }),
  };
}

/** A value, and what comparisons rest on. */
interface Valued {
  readonly value: Published;
  readonly precision: Precision | null;
}

/** The same without the headcount; null where there is no value. */
async function withoutPopulation(group: Group, composite: Composite, own: Valued): Promise<Valued | null> {
  if (own.value.kind !== "estimate") return null;
  if (group.sampling.headcount === null) return own;
  return estimateValue({ ...group, sampling: withoutHeadcount(group.sampling) }, composite);
}

/** Index points of one unit of the value, on a log composite of its logarithm. */
function pointsPerUnit({ transform, worst, best }: Composite): number {
  return 100 / (transform === "log" ? Math.log(best) - Math.log(worst) : best - worst);
}

function boundsOf(group: Group, composite: Composite): Bounds | null {
  const inputs = inputsOf(group, composite);
  if ("kind" in inputs) return null;
  const ends = composite.inputs.flatMap((id) =>
    group.framework.dimensions.filter((dimension) => dimension.id === id).map(endsOf),
  );
  return boundsOfFormula(
    inputs.summaries.map((score, place) => ({ score, ends: ends[place] ?? { worst: Number.NaN, best: Number.NaN } })),
    (means) => indexOn(composite, evaluate(composite.tree, bind(composite.inputs, means))),
    group.sampling,
  );
}

/** Inputs of a formula that can be computed with: positions in the plan and their numbers, in the order of its inputs. */
interface Inputs {
  readonly positions: readonly number[];
  readonly moments: readonly Moments[];
  readonly summaries: readonly Summary[];
}

async function estimateValue(group: Group, composite: Composite): Promise<Valued> {
  const inputs = inputsOf(group, composite);
  if ("kind" in inputs) return { value: inputs, precision: null };
  const means = inputs.summaries.map(({ mean }) => mean);
  const n = Math.min(...inputs.summaries.map((summary) => summary.n));
  const value = evaluate(composite.tree, bind(composite.inputs, means));
  if (!Number.isFinite(value) || (composite.transform === "log" && value <= 0)) {
    return { value: notComputable("the formula has no finite value at these means", n), precision: null };
  }
  return withUncertainty(group, composite, { ...inputs, means, value, n });
}

/** The inputs' sums, or the first reason why there is no value: hiding comes before every other. */
function inputsOf(group: Group, composite: Composite): Inputs | Hidden | NotComputable {
  const scores = composite.inputs.map((id) => scoreOf(group, id));
  if (group.released.veils.has(composite.id) || scores.some((score) => score.kind === "hidden")) return HIDDEN;
  const shown: { position: number; moments: Moments; summary: Summary }[] = [];
  for (const [i, score] of scores.entries()) {
    const title = titleOf(group, composite.inputs[i] ?? "");
    if (score.kind !== "shown") return notComputable(`${title} was not asked`, 0);
    const impossible = cannotEstimate(score.summary.n, group.sampling);
    if (impossible !== null) return { ...impossible, reason: `${title}: ${impossible.reason}` };
    shown.push(score);
  }
  return {
    positions: shown.map(({ position }) => position),
    moments: shown.map(({ moments }) => moments),
    summaries: shown.map(({ summary }) => summary),
  };
}

interface Evaluated extends Inputs {
  readonly means: readonly number[];
  readonly value: number;
  readonly n: number;
}

async function withUncertainty(
  group: Group,
  composite: Composite,
  { positions, moments, summaries, means, value, n }: Evaluated,
): Promise<Valued> {
  const { sampling, plan, released, seed } = group;
  const caveats = samplingCaveats(n, sampling);
  const parts = { value, n, unit: "formula value", method: formulaWords(composite), caveats };
  const why = whyNoIntervalOf(summaries, sampling);
  if (why !== null) return { value: withoutInterval(parts, why), precision: null };
  const covariance = await covarianceOfMeans({
    plan,
    cell: released.cell,
    scores: positions,
    moments,
    headcount: populationOf(sampling),
  });
  if ("a" in covariance) return { value: tooFew(group, covariance), precision: null };
  const { df, effectiveN } = leastCertain(summaries);
  const interval = await formulaInterval({
    composite,
    means,
    covariance: covariance.matrix,
    df,
    effectiveN,
    level: sampling.level,
    seed,
  });
  const described = {
    ...parts,
    method: `${parts.method}; ${interval.method}${populationWords(sampling)}`,
    caveats: covariance.clipped ? [...caveats, CLIPPED] : caveats,
  };
  if (interval.ends === null || interval.se === null) {
    const none = "the formula has no finite value for some means these people may have";
    return { value: withoutInterval(described, none), precision: null };
  }
  return {
    value: withInterval(described, cutTo(interval.ends, { ...rangeOf(composite), value }), sampling.level),
    precision: { se: interval.se, df, scale: composite.transform },
  };
}

/** The input with the fewest degrees of freedom decides for all. */
function leastCertain(summaries: readonly Summary[]): Pick<Summary, "df" | "effectiveN"> {
  return summaries.reduce<Pick<Summary, "df" | "effectiveN">>(
    (least, summary) => (summary.df < least.df ? summary : least),
    { df: Number.POSITIVE_INFINITY, effectiveN: null },
  );
}

/** With a headcount some inputs may be complete and others not: only when all are is there nothing left to be unsure of. */
function whyNoIntervalOf(summaries: readonly Summary[], sampling: Sampling): string | null {
  if (sampling.unit !== "person") return whyNoInterval(Math.max(...summaries.map(({ n }) => n)), sampling);
  const uneven = summaries.find(({ df, n }) => n > 1 && df < 1);
  if (uneven !== undefined) return whyNoMeanInterval(uneven, sampling);
  const reasons = summaries.map(({ n }) => whyNoInterval(n, sampling));
  const [first = null] = reasons;
  return reasons.every((reason) => reason === first) ? first : null;
}

/** Its values with every input at its worst and at its best end. */
function rangeOf({ worst, best }: Composite): { readonly min: number; readonly max: number } {
  return { min: Math.min(worst, best), max: Math.max(worst, best) };
}

function tooFew(group: Group, { a, b, n }: { a: number; b: number; n: number }): NotComputable {
  const [first, second] = [a, b].map((position) => titleOf(group, group.plan.scores[position]?.id ?? ""));
  if (a === b) return notComputable(`fewer than two people answered enough of ${first}`, n);
  return notComputable(`fewer than two people answered enough of both ${first} and ${second}`, n);
}

/** A linear or logarithmic map to 0–100; both are monotone between worst and best, so the interval maps by its ends. */
function toCompositeIndex(value: Published, composite: Composite): Published {
  return mapped(value, (x) => indexOn(composite, x), {
    unit: "index 0–100",
    prefix: composite.transform === "log" ? "log index of the " : "linear index of the ",
  });
}

function formulaWords({ tree }: Composite): string {
  return dividesByName(tree)
    ? "formula on the group's means (a ratio of means, not a mean of ratios)"
    : "formula on the group's means";
}
