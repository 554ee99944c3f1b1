/**
 * Draws of the dimension indices of a group, as its answers leave them uncertain: what a plan is tried on again and again.
 *
 * Formula: means + V^½ z, V the covariance matrix of the means without a headcount (covariance.ts), z seeded normals; each
 *   drawn mean becomes an index on its own line and is not held to 0–100.
 * Unit and range: index points, 100 is best; a draw may lie beyond 0 and 100. Missing rule: hidden and uncomputable
 *   dimensions are left out; without two people for every pair of dimensions there is nothing to draw from (null).
 * Source: Efron & Tibshirani 1993, section 6.5 (parametric bootstrap), on the normal limit of means.
 * Oracle: means and variances of many draws (test/statistics/mean-draws.test.ts).
 */
import type { Dimension } from "../framework/types.ts";
import { indexOn } from "../numeric/rescale.ts";
import { covarianceOfMeans } from "./covariance.ts";
import { endsOf } from "./dimension.ts";
import { type Group, scoreOf } from "./group.ts";
import type { Moments } from "./moments.ts";

export interface IndexDraws {
  /** Ids, in framework order. */
  readonly dimensions: readonly string[];
  /** One row a draw, one index per dimension. */
  readonly rows: readonly (readonly number[])[];
}

interface Drawn {
  readonly dimension: Dimension;
  readonly position: number;
  readonly moments: Moments;
}

/** `draws`: how many, at least 1. */
export async function drawIndexes(group: Group, draws: number): Promise<IndexDraws | null> {
  if (group.framework.unit !== "person") return null;
  const drawn = group.framework.dimensions.flatMap((dimension): readonly Drawn[] => {
    const score = scoreOf(group, dimension.id);
    return score.kind === "shown" && score.moments.n > 1 ? [{ dimension, ...score }] : [];
  });
  if (drawn.length === 0) return null;
  const covariance = await covarianceOfMeans({
    plan: group.plan,
    cell: group.released.cell,
    scores: drawn.map(({ position }) => position),
    moments: drawn.map(({ moments }) => moments),
    headcount: null,
  });
  if ("a" in covariance) return null;
  const { normalDraws } = await import("../numeric/random.ts");
  const model = { mean: drawn.map(({ moments }) => moments.mean), covariance: covariance.matrix };
  const lines = drawn.map(({ dimension }) => {
    const ends = endsOf(dimension);
    return (mean: number) => indexOn(ends, mean);
  });
  return {
    dimensions: drawn.map(({ dimension }) => dimension.id),
    rows: normalDraws(model, draws, group.seed).map((row) => row.map((mean, at) => lines[at]?.(mean) ?? Number.NaN)),
  };
}
