/**
 * A framework's composite for a group: the formula applied to the group's means.
 *
 * Formula: the framework's own, over dimension means; a ratio is one of means, because a mean of ratios explodes when a
 *   denominator is small. Index 100 (v − worst)/(best − worst); with the log transform on the logarithms of all three.
 *   A composite held by the ladder has at most the cap of the first level that is not reached (composite-cap.ts).
 * Unit and range: the formula's metric, its interval cut at worst and best; index 0–100. Missing rule: hidden if any input
 *   is hidden; not computable if any input is missing (unless it may be left out: composite-basis.ts), if fewer than two people
 *   have two of the inputs, if the arithmetic has no finite result, and of several audiences: they are not averaged.
 * Source: measurement definitions; interval in composite-interval.ts. Oracle: reference.json (trust_quotient).
 */
import type { NotComputable, Published } from "../audit/estimate.ts";
import type { Bounds, CompositeResult, Held, Precision } from "../audit/types.ts";
import type { Composite } from "../framework/types.ts";
import { dividesByName } from "../numeric/formula.ts";
import { indexOn } from "../numeric/rescale.ts";
import { bandOf } from "./band.ts";
import { boundsOfFormula } from "./bounds.ts";
import { type Basis, basisOf } from "./composite-basis.ts";
import { saysHeld } from "./composite-cap.ts";
import { formulaInterval } from "./composite-interval.ts";
import { covarianceOfMeans } from "./covariance.ts";
import { mapped, toLoad, whyNoMeanInterval } from "./describe.ts";
import { detectableChange } from "./detectable.ts";
import { endsOf } from "./dimension.ts";
import { type Group, titleOf } from "./group.ts";
import { judgedBy, saysJudged } from "./judged.ts";
import {
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

const LADDER_UNSHOWN = "not every dimension of the ladder that holds it is shown";
const CLIPPED =
  "Different people answered different parts, and their covariances did not fit together; negative eigenvalues were set to 0.";

/** Result of one composite. `earlier`: the results of the composites defined before it, which its formula may name. */
export async function estimateComposite(
  group: Group,
  declared: Composite,
  earlier: readonly CompositeResult[],
): Promise<CompositeResult> {
  const several = whySeveral(group, declared);
  if (several !== null) return ofSeveral(group, declared, several);
  const basis = basisOf(group, declared);
  const composite = "kind" in basis ? declared : basis.composite;
  const own = "kind" in basis ? { value: basis, precision: null } : await estimateValue(group, basis);
  const plain = toCompositeIndex(own.value, composite);
  const unlimited = "kind" in basis ? null : await withoutPopulation(group, basis, own);
  const judged = unlimited === null ? null : judgedBy(toCompositeIndex(unlimited.value, composite));
  const precision = unlimited?.precision ?? null;
  const held = "kind" in basis || own.value.kind !== "estimate" ? null : heldOf(basis);
  const index = saysJudged(plain, judged, group.sampling);
  return {
    ...wordsOf(composite),
    terms: formulaTerms(group, declared, earlier),
    value: own.value,
    held,
    index,
    load: group.framework.reading === "load" ? toLoad(index) : null,
    judged,
    band: bandOf(index, judged, composite.bands),
    bounds: index.kind === "estimate" && !("kind" in basis) ? boundsOf(group, basis) : null,
    precision,
    detectable: detectableChange(index, precision, {
      perUnit: pointsPerUnit(composite),
      sampled: group.sampling.unit === "person",
      held,
    }),
  };
}

function wordsOf({ id, title, about, formula, transform, worst, best, target }: Composite) {
  return { id, title, about, formula, transform, worst, best, target };
}

function heldOf({ held, summaries }: Basis): Held | null {
  return held?.by(summaries.map(({ mean }) => mean)) ?? null;
}

/** Audiences are not averaged. Where no single one may be shown, all of them are, but a formula of each is none of all. */
function whySeveral({ framework, notAveraged }: Group, { byAudience }: Composite): string | null {
  if (framework.audiences.length < 2) return null;
  return notAveraged ?? (byAudience === null ? null : EACH_ITS_OWN);
}

const EACH_ITS_OWN = "each audience has a formula of its own, and none of them may be shown by itself";

function ofSeveral(group: Group, composite: Composite, reason: string): CompositeResult {
  const none = notComputable(reason, group.released.people);
  const titles = new Map(group.framework.audiences.map(({ id, title }) => [id, title]));
  const formulas = [...(composite.byAudience ?? [])].filter(([audience]) => titles.has(audience));
  return {
    ...wordsOf(composite),
    formula:
      composite.byAudience === null
        ? composite.formula
        : formulas.map(([audience, { formula }]) => `${titles.get(audience)}: ${formula}`).join("; "),
    terms: [],
    value: none,
    held: null,
    index: none,
    load: group.framework.reading === "load" ? none : null,
    ...{ judged: null, band: null, bounds: null, precision: null },
    detectable: none,
  };
}

/** A value, and what comparisons rest on. */
interface Valued {
  readonly value: Published;
  readonly precision: Precision | null;
}

/** The same without the headcount; null where there is no value. */
async function withoutPopulation(group: Group, basis: Basis, own: Valued): Promise<Valued | null> {
  if (own.value.kind !== "estimate") return null;
  if (group.sampling.headcount === null) return own;
  return estimateValue({ ...group, sampling: withoutHeadcount(group.sampling) }, basis);
}

/** Index points of one unit of the value, on a log composite of its logarithm. */
function pointsPerUnit({ transform, worst, best }: Composite): number {
  return 100 / (transform === "log" ? Math.log(best) - Math.log(worst) : best - worst);
}

function boundsOf({ framework, sampling }: Group, { composite, names, summaries, valueAt }: Basis): Bounds | null {
  const ends = new Map(framework.dimensions.map((dimension) => [dimension.id, endsOf(dimension)]));
  const none = { worst: Number.NaN, best: Number.NaN };
  return boundsOfFormula(
    summaries.map((score, place) => ({ score, ends: ends.get(names[place] ?? "") ?? none })),
    (means) => indexOn(composite, valueAt(means)),
    sampling,
  );
}

async function estimateValue(group: Group, basis: Basis): Promise<Valued> {
  const { composite, summaries, valueAt, formulaAt } = basis;
  const means = summaries.map(({ mean }) => mean);
  const n = Math.min(...summaries.map((summary) => summary.n));
  const unheld = formulaAt(means);
  if (!Number.isFinite(unheld) || (composite.transform === "log" && unheld <= 0)) {
    return { value: notComputable("the formula has no finite value at these means", n), precision: null };
  }
  const value = valueAt(means);
  if (Number.isNaN(value) && basis.held !== null) return { value: basis.held.unknown, precision: null };
  return withUncertainty(group, basis, { means, value, n });
}

interface Evaluated {
  readonly means: readonly number[];
  readonly value: number;
  readonly n: number;
}

async function withUncertainty(group: Group, basis: Basis, { means, value, n }: Evaluated): Promise<Valued> {
  const { sampling, plan, released, seed } = group;
  const { composite, positions, moments, summaries, held } = basis;
  const by = heldOf(basis);
  const caveats = [...basis.caveats, ...(by === null ? [] : [saysHeld(by)]), ...samplingCaveats(n, sampling)];
  const parts = { value, n, unit: "formula value", method: formulaWords(basis), caveats };
  const why = whyNoIntervalOf(summaries, sampling) ?? (held?.complete === false ? LADDER_UNSHOWN : null);
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
    heldAt: held === null ? null : basis.valueAt,
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

function formulaWords({ composite, held }: Basis): string {
  const ratio = dividesByName(composite.tree) ? " (a ratio of means, not a mean of ratios)" : "";
  const limit = held === null ? "" : ", held by the first level that is not reached";
  return `formula on the group's means${ratio}${limit}`;
}
