/** How often the intervals of a design hold the truth. */
import { createDraws } from "../../src/numeric/draws.ts";
import { DESIGNS, type DesignName } from "./designs.ts";
import type { Population } from "./people.ts";

export interface Coverage {
  readonly of: string;
  readonly shape: string;
  readonly n: number;
  /** Samples that had an interval at all. */
  readonly intervals: number;
  /** Of these: the truth was in it, below it, above it. */
  readonly held: number;
  readonly below: number;
  readonly above: number;
}

export interface Study {
  readonly design: DesignName;
  readonly population: Population;
  readonly n: number;
  readonly samples: number;
  /** Intervals are shortened to this part before they are tried, which only a test of the study does. */
  readonly shrink?: number;
}

/** Truth and ends are compared after rounding that no reader would see: two ways to the same sum may differ in the last bit. */
const SAME = 1e-9;

/** One row per number of the design. Same study, same result. */
export async function coverageOf({ design, population, n, samples, shrink = 1 }: Study): Promise<readonly Coverage[]> {
  const { least, prepare } = DESIGNS[design];
  if (n < least) return [];
  const draws = createDraws(n, Object.keys(DESIGNS).indexOf(design));
  const draw = await prepare(population);
  const counts = new Map<string, { intervals: number; held: number; below: number; above: number }>();
  for (let i = 0; i < samples; i++) {
    for (const { of, truth, interval } of await draw(n, draws)) {
      const count = counts.get(of) ?? { intervals: 0, held: 0, below: 0, above: 0 };
      counts.set(of, count);
      if (interval === null) continue;
      count.intervals++;
      const lost = ((1 - shrink) * (interval.high - interval.low)) / 2;
      if (truth < interval.low + lost - SAME) count.below++;
      else if (truth > interval.high - lost + SAME) count.above++;
      else count.held++;
    }
  }
  return [...counts].map(([of, count]) => ({ of, shape: population.shape, n, ...count }));
}
