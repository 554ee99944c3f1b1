/**
 * Interval of a formula over dimension means.
 *
 * Formula: delta method, se² = gᵀVg with the gradient g at the means, value ± t(min n − 1) se; on a log composite
 *   value · exp(± t se/value). Where the formula has min or max it has no gradient at a tie: then the percentiles
 *   (type 7) of its values over 2,000 seeded normal draws of the means from N(means, V).
 * Unit: that of the formula. Missing rule: that of V. An interval that the arithmetic cannot give becomes words.
 * Source: Oehlert 1992, A note on the delta method; Efron & Tibshirani 1993 for percentiles.
 * Oracle: reference.json (trust_quotient); the draws against the delta method (test/statistics/composite.test.ts).
 */
import type { Composite } from "../framework/types.ts";
import { tQuantile } from "../numeric/distributions.ts";
import { type Bindings, evaluate, gradient, hasKink } from "../numeric/formula.ts";
import { percentile } from "../numeric/percentile.ts";
import { type Matrix, quadraticForm } from "../numeric/symmetric.ts";

const DRAWS = 2000;

export interface FormulaInterval {
  /** Null when the arithmetic gives no finite interval. */
  readonly ends: readonly [number, number] | null;
  readonly method: string;
}

interface Request {
  readonly composite: Composite;
  /** In the order of `composite.inputs`. */
  readonly means: readonly number[];
  readonly covariance: Matrix;
  /** Degrees of freedom of the delta method: the smallest n of the inputs minus 1. */
  readonly df: number;
  readonly level: number;
  readonly seed: number;
}

/** Interval in the formula's own metric. The value at the means is finite, and positive when the transform is log. */
export async function formulaInterval(request: Request): Promise<FormulaInterval> {
  return hasKink(request.composite.tree) ? drawnInterval(request) : deltaInterval(request);
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
  const half = tQuantile((1 + level) / 2, df) * deltaError(request);
  if (composite.transform === "linear") {
    return finite([value - half, value + half], `delta method, t interval with ${df} df`);
  }
  const factor = Math.exp(half / value);
  return finite([value / factor, value * factor], `delta method on the log scale, t interval with ${df} df`);
}

async function drawnInterval({ composite, means, covariance, level, seed }: Request): Promise<FormulaInterval> {
  const { normalDraws } = await import("../numeric/random.ts");
  const values = normalDraws({ mean: means, covariance }, DRAWS, seed)
    .map((drawn) => evaluate(composite.tree, bind(composite.inputs, drawn)))
    .sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  const method = `percentiles of ${DRAWS} seeded normal draws of the means`;
  if (values.some((value) => !Number.isFinite(value) || (composite.transform === "log" && value <= 0))) {
    return { ends: null, method };
  }
  return finite([percentile(values, tail), percentile(values, 1 - tail)], method);
}

function finite(ends: readonly [number, number], method: string): FormulaInterval {
  return { ends: ends.every(Number.isFinite) ? ends : null, method };
}
