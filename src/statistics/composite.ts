/**
 * A framework's composite for a group: the formula applied to the group's means.
 *
 * Formula: the framework's own, over dimension means; a ratio is one of means, because a mean of ratios explodes when a
 *   denominator is small. Index 100 (v − worst)/(best − worst); with the log transform on the logarithms of all three.
 * Unit and range: the formula's metric, its interval cut at worst and best; index 0–100. Missing rule: hidden if any input is hidden, not computable if any
 *   input is missing, if fewer than two people have two of the inputs, or if the arithmetic has no finite result.
 * Source: measurement definitions; interval in composite-interval.ts. Oracle: reference.json (trust_quotient).
 */
import type { Estimate, Hidden, NotComputable, Published } from "../audit/estimate.ts";
import type { CompositeResult, Judged } from "../audit/types.ts";
import type { Composite } from "../framework/types.ts";
import { dividesByName, evaluate } from "../numeric/formula.ts";
import { indexOn } from "../numeric/rescale.ts";
import { bandOf } from "./band.ts";
import { bind, formulaInterval } from "./composite-interval.ts";
import { covarianceOfMeans } from "./covariance.ts";
import { mapped, toLoad } from "./describe.ts";
import { type Group, HIDDEN, scoreOf, titleOf } from "./group.ts";
import { judgedBy, saysJudged } from "./judged.ts";
import type { Moments } from "./moments.ts";
import {
  cannotEstimate,
  cutTo,
  notComputable,
  populationWords,
  type Sampling,
  samplingCaveats,
  whyNoInterval,
  withInterval,
  withoutHeadcount,
  withoutInterval,
} from "./sampling.ts";
import { formulaTerms } from "./terms.ts";

const CLIPPED =
  "Different people answered different parts, and their covariances did not fit together; negative eigenvalues were set to 0.";

/** Result of one composite. `earlier`: the results of the composites defined before it, which its formula may name. */
export async function estimateComposite(
  group: Group,
  composite: Composite,
  earlier: readonly CompositeResult[],
): Promise<CompositeResult> {
  const value = await estimateValue(group, composite);
  const plain = toCompositeIndex(value, composite);
  const judged = await judge(group, composite, plain);
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
    value,
    index,
    load: group.framework.reading === "load" ? toLoad(index) : null,
    judged,
    band: bandOf(index, judged, composite.bands),
  };
}

async function judge(group: Group, composite: Composite, index: Published): Promise<Judged | null> {
  if (index.kind !== "estimate") return null;
  if (group.sampling.headcount === null) return judgedBy(index);
  const unlimited = { ...group, sampling: withoutHeadcount(group.sampling) };
  return judgedBy(toCompositeIndex(await estimateValue(unlimited, composite), composite));
}

/** Inputs of a formula that can be computed with: positions in the plan and moments, in the order of its inputs. */
interface Inputs {
  readonly positions: readonly number[];
  readonly moments: readonly Moments[];
}

async function estimateValue(group: Group, composite: Composite): Promise<Published> {
  const inputs = inputsOf(group, composite);
  if ("kind" in inputs) return inputs;
  const means = inputs.moments.map((moments) => moments.mean);
  const n = Math.min(...inputs.moments.map((moments) => moments.n));
  const value = evaluate(composite.tree, bind(composite.inputs, means));
  if (!Number.isFinite(value) || (composite.transform === "log" && value <= 0)) {
    return notComputable("the formula has no finite value at these means", n);
  }
  return withUncertainty(group, composite, { ...inputs, means, value, n });
}

/** The inputs' sums, or the first reason why there is no value: hiding comes before every other. */
function inputsOf(group: Group, composite: Composite): Inputs | Hidden | NotComputable {
  const scores = composite.inputs.map((id) => scoreOf(group, id));
  if (group.released.veils.has(composite.id) || scores.some((score) => score.kind === "hidden")) return HIDDEN;
  const positions: number[] = [];
  const moments: Moments[] = [];
  for (const [i, score] of scores.entries()) {
    const title = titleOf(group, composite.inputs[i] ?? "");
    if (score.kind !== "shown") return notComputable(`${title} was not asked`, 0);
    const impossible = cannotEstimate(score.moments.n, group.sampling);
    if (impossible !== null) return { ...impossible, reason: `${title}: ${impossible.reason}` };
    positions.push(score.position);
    moments.push(score.moments);
  }
  return { positions, moments };
}

interface Evaluated extends Inputs {
  readonly means: readonly number[];
  readonly value: number;
  readonly n: number;
}

async function withUncertainty(
  group: Group,
  composite: Composite,
  { positions, moments, means, value, n }: Evaluated,
): Promise<Estimate | NotComputable> {
  const { sampling, plan, released, seed } = group;
  const caveats = samplingCaveats(n, sampling);
  const parts = { value, n, unit: "formula value", method: formulaWords(composite), caveats };
  const why = whyNoIntervalOf(moments, sampling);
  if (why !== null) return withoutInterval(parts, why);
  const covariance = await covarianceOfMeans({
    plan,
    cell: released.cell,
    scores: positions,
    moments,
    headcount: sampling.headcount,
  });
  if ("a" in covariance) return tooFew(group, covariance);
  const interval = await formulaInterval({
    composite,
    means,
    covariance: covariance.matrix,
    df: n - 1,
    level: sampling.level,
    seed,
  });
  const described = {
    ...parts,
    method: `${parts.method}; ${interval.method}${populationWords(sampling)}`,
    caveats: covariance.clipped ? [...caveats, CLIPPED] : caveats,
  };
  if (interval.ends === null) {
    return withoutInterval(described, "the formula has no finite value for some means these people may have");
  }
  return withInterval(described, cutTo(interval.ends, { ...rangeOf(composite), value }), sampling.level);
}

/** With a headcount some inputs may be complete and others not: only when all are is there nothing left to be unsure of. */
function whyNoIntervalOf(moments: readonly Moments[], sampling: Sampling): string | null {
  if (sampling.unit !== "person") return whyNoInterval(Math.max(...moments.map(({ n }) => n)), sampling);
  const reasons = moments.map(({ n }) => whyNoInterval(n, sampling));
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
