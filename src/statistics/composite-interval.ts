/**
 * Interval of a formula over dimension means.
 *
 * Formula: delta method, se² = gᵀVg with the gradient g at the means, value ± t(min n − 1) se; on a log composite
 *   value · exp(± t se/value). Where the formula has min or max it has no gradient at a tie: then the percentiles
 *   (type 7) of its values over 2,000 seeded normal draws of the means from N(means, V), and their SD for the error.
 *   A composite held by the ladder jumps where a level is reached: the same draws, each held by its own level; its interval
 *   reaches to the value where nearly all draws fall on one side of such a jump.
 * Unit: that of the formula. Missing rule: that of V. An interval that the arithmetic cannot give becomes words.
 * Source: Oehlert 1992, A note on the delta method; Efron & Tibshirani 1993 for percentiles.
 * Oracle: reference.json (trust_quotient); the draws against the delta method (test/statistics/composite.test.ts).
 */
import type { Composite } from "../framework/types.ts";
import { tQuantile } from "../numeric/distributions.ts";
import { type Bindings, evaluate, gradient, hasKink } from "../numeric/formula.ts";
import { percentileEnds } from "../numeric/percentile.ts";
import { type Matrix, quadraticForm } from "../numeric/symmetric.ts";
import { freedom } from "./describe.ts";

const DRAWS = 2000;

export interface FormulaInterval {
  /** Null when the arithmetic gives no finite interval. */
  readonly ends: readonly [number, number] | null;
  /** Standard error of the value, on a log composite of its logarithm; null with the ends. */
  readonly se: number | null;
  readonly method: string;
}

interface Request {
  readonly composite: Composite;
  /** In the order of `composite.inputs`; of a held composite those of the ladder after them. */
  readonly means: readonly number[];
  /** The value at such means, held by the ladder; null where no ladder holds it. */
  readonly heldAt: ((means: readonly number[]) => number) | null;
  readonly covariance: Matrix;
  /** Degrees of freedom of the delta method: the smallest n of the inputs minus 1, under weights the smallest effective n. */
  readonly df: number;
  readonly effectiveN: number | null;
  readonly level: number;
  readonly seed: number;
}

/** Interval in the formula's own metric. The value at the means is finite, and positive when the transform is log. */
export async function formulaInterval(request: Request): Promise<FormulaInterval> {
  const { composite, means, heldAt } = request;
  if (heldAt !== null) {
    const drawn = await drawnInterval(request, heldAt);
    return {
      ...drawn,
      ends: reachingTo(heldAt(means), drawn.ends),
      method: `${drawn.method}, each held by its own level`,
    };
  }
  if (!hasKink(composite.tree)) return deltaInterval(request);
  return drawnInterval(request, (drawn) => evaluate(composite.tree, bind(composite.inputs, drawn)));
}

/** Standard error of the formula's value by the delta method, in its own metric. */
export function deltaError({
  composite,
  means,
  covariance,
}: Pick<Request, "composite" | "means" | "covariance">): number {
  const slopes = gradient(composite.tree, bind(composite.inputs, means), composite.inputs);
  return Math.sqrt(quadraticForm(covariance, slopes));
}

/** The values that stand for the names of a formula. */
export function bind(names: readonly string[], values: readonly number[]): Bindings {
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? Number.NaN]));
}

function deltaInterval(request: Request): FormulaInterval {
  const { composite, means, df, level } = request;
  const value = evaluate(composite.tree, bind(composite.inputs, means));
  const error = deltaError(request);
  const quantile = tQuantile((1 + level) / 2, df);
  if (composite.transform === "linear") {
    const half = quantile * error;
    const method = `delta method, t interval with ${freedom(request)}`;
    return finite({ ends: [value - half, value + half], se: error, method });
  }
  const se = error / value;
  const factor = Math.exp(quantile * se);
  const method = `delta method on the log scale, t interval with ${freedom(request)}`;
  return finite({ ends: [value / factor, value * factor], se, method });
}

function reachingTo(value: number, ends: readonly [number, number] | null): readonly [number, number] | null {
  return ends === null ? null : [Math.min(ends[0], value), Math.max(ends[1], value)];
}

async function drawnInterval(
  { composite, means, covariance, level, seed }: Request,
  valueAt: (means: readonly number[]) => number,
): Promise<FormulaInterval> {
  const { normalDraws } = await import("../numeric/random.ts");
  const values = normalDraws({ mean: means, covariance }, DRAWS, seed).map(valueAt);
  const method = `percentiles of ${DRAWS} seeded normal draws of the means`;
  if (values.some((value) => !Number.isFinite(value) || (composite.transform === "log" && value <= 0))) {
    return { ends: null, se: null, method };
  }
  const ends = percentileEnds(values, level);
  return finite({ ends, se: spreadOf(composite.transform === "log" ? values.map(Math.log) : values), method });
}

/** Standard deviation with n − 1. */
function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function finite({
  ends,
  se,
  method,
}: {
  ends: readonly [number, number];
  se: number;
  method: string;
}): FormulaInterval {
  return [...ends, se].every(Number.isFinite) ? { ends, se, method } : { ends: null, se: null, method };
}
