/**
 * Seeded draws: the same seed gives the same bits on every machine. Heavy for what it is: import it only when it is
 * needed (`await import`).
 *
 * Formula: mean + V^½ z, z independent standard normals by inversion of uniforms.
 * Source: xoroshiro128+ (Blackman & Vigna 2018) from pure-rand; inversion by Wichura 1988.
 * Oracle: means, variances and covariances of many draws against those asked for (test/numeric/random.test.ts).
 */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { normalQuantile } from "./distributions.ts";
import { symmetricRoot } from "./matrix.ts";
import type { Matrix } from "./symmetric.ts";

/** Small seeds differ in few bits, and the first values show it: they are thrown away. */
const WARM_UP = 64;

/** The smallest step of the uniform; 0 itself has no normal quantile. */
const SMALLEST = 2 ** -53;

export interface NormalModel {
  readonly mean: readonly number[];
  /** Symmetric and positive semi-definite, one row per mean. */
  readonly covariance: Matrix;
}

/** `draws` vectors from the normal distribution with this mean and covariance. The seed is an integer. */
export function normalDraws(model: NormalModel, draws: number, seed: number): readonly (readonly number[])[] {
  const generator = xoroshiro128plus(seed);
  for (let i = 0; i < WARM_UP; i++) generator.next();
  const root = symmetricRoot(model.covariance);
  const standard = () => normalQuantile(Math.max(SMALLEST, uniformFloat64(generator)));
  return Array.from({ length: draws }, () => {
    const z = model.mean.map(standard);
    return model.mean.map((mean, i) => z.reduce((sum, value, j) => sum + (root[i]?.[j] ?? 0) * value, mean));
  });
}
