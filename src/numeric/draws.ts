/**
 * A seeded source of single draws, taken one after another: the same seed and stream give the same draws on every machine.
 *
 * Formula: uniforms on [0, 1) with 53 bits; standard normals by the polar method, z = u · √(−2 ln s / s).
 * Source: xoroshiro128+ (Blackman & Vigna 2018) from pure-rand; Marsaglia & Bray 1964.
 * Oracle: means, variances and tails of many draws (test/numeric/draws.test.ts).
 */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Small seeds differ in few bits, and the first values show it: they are thrown away. */
const WARM_UP = 64;
/** 2³² ÷ the golden ratio: neighbouring streams get seeds far apart. */
const SPREAD = 0x9e3779b1;

export interface Draws {
  /** 0 inclusive to 1 exclusive. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** A whole number from 0 to limit − 1. limit: at least 1. */
  below(limit: number): number;
}

/** What the generator of one stream of a seed starts from. seed, stream: integers. */
export function seedOf(seed: number, stream: number): number {
  return (seed ^ Math.imul(stream, SPREAD)) | 0;
}

/** seed, stream: integers. Streams of one seed are sources of their own. */
export function createDraws(seed: number, stream = 0): Draws {
  const generator = xoroshiro128plus(seedOf(seed, stream));
  for (let i = 0; i < WARM_UP; i++) generator.next();
  const uniform = () => uniformFloat64(generator);
  return { uniform, normal: () => polar(uniform), below: (limit) => Math.floor(uniform() * limit) };
}

/** One of the two normals the method gives; the other is let go, so that a draw has no memory. */
function polar(uniform: () => number): number {
  for (;;) {
    const u = 2 * uniform() - 1;
    const v = 2 * uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}
