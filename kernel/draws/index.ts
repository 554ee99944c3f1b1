/**
 * Relative weights of seeded draws, thousands of them: what src/numeric/wishart.ts and weight-draws.ts do one after another,
 * to the bit. Their loops run once in a program's life, and would be over before an engine had made them fast. Draws are
 * worked out two by two, since a processor divides and takes roots of two numbers in the time of one.
 */
import { bartlett, correlate, unitRows } from "./correlations";
import { BYTES, DRAWN } from "./layout";
import { PAIR, pairAt, put } from "./numbers";
import { seed } from "./random";
import { openWeights, weigh } from "./weights";

let df: f64 = 0;

/** from: seed and stream in one; freedom: of the draws, people − 1. */
export function begin(from: i32, freedom: f64): void {
  seed(from);
  df = freedom;
}

/**
 * order: predictors and the outcome. Behind the place of the weights stands the lower root of their correlations.
 * How many draws had weights: they stand at `DRAWN`, `draws` apart from one predictor to the next.
 */
export function drawWeights(order: i32, draws: i32): i32 {
  const root = <usize>DRAWN + ((<usize>((order - 1) * draws)) << 3);
  const drawn = (root + ((<usize>(order * order)) << 3) + PAIR - 1) & ~(PAIR - 1);
  const correlations = pairAt(drawn, order * order);
  const weights = pairAt(correlations, 3 * order * order + 2 * order);
  openWeights(correlations, order);
  let kept = 0;
  for (let draw = 0; draw < draws; draw += 2) {
    bartlett(drawn, order, df);
    bartlett(drawn + BYTES, order, df);
    unitRows(root, drawn, order);
    correlate(drawn, correlations, order);
    const weighed = weigh(weights);
    if (i64x2.extract_lane(weighed, 0) !== 0) keep(weights, order, <usize>(draws * 8), kept++);
    // The second of the last pair may be one too many.
    if (draw + 1 < draws && i64x2.extract_lane(weighed, 1) !== 0)
      keep(weights + BYTES, order, <usize>(draws * 8), kept++);
  }
  return kept;
}

/** The weights of one of a pair, to their place among those that are kept. `apart`: bytes from one predictor to the next. */
function keep(weights: usize, order: i32, apart: usize, place: i32): void {
  let into = <usize>DRAWN;
  for (let predictor = 0; predictor < order - 1; predictor++) {
    put(into, place, load<f64>(pairAt(weights, predictor)));
    into += apart;
  }
}
