/**
 * A seeded order: the same seed gives the same order on every machine. Beside the normal draws, and not among them,
 * because those load quantiles and matrices.
 *
 * Source: Durstenfeld 1964 (Algorithm 235); xoroshiro128+ (Blackman & Vigna 2018) from pure-rand.
 * Oracle: every order of four equally often, by chi-square (test/numeric/shuffle.test.ts).
 */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Small seeds differ in few bits, and the first values show it: they are thrown away. */
const WARM_UP = 64;
/** 2³² ÷ the golden ratio: neighbouring streams get seeds far apart. */
const SPREAD = 0x9e3779b1;

/**
 * The items in an order that hangs on the seed and the stream alone; every order is equally likely.
 * @param seed an integer
 * @param stream an integer: the same seed gives each stream (a seat, say) an order of its own
 */
export function shuffled<T>(items: readonly T[], seed: number, stream = 0): readonly T[] {
  const generator = xoroshiro128plus((seed ^ Math.imul(stream, SPREAD)) | 0);
  for (let i = 0; i < WARM_UP; i++) generator.next();
  const rest = [...items];
  return items.flatMap((_, taken) => rest.splice(uniformInt(generator, 0, items.length - taken - 1), 1));
}
