/**
 * Relative weights of seeded draws, thousands of them: what src/numeric/wishart.ts and weight-draws.ts do one after another,
 * to the bit. Their loops run once in a program's life, and would be over before an engine had made them fast.
 */
import { bartlett, correlate, unitRows } from "./correlations";
import { DRAWN } from "./layout";
import { at, put } from "./numbers";
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
  const square = (<usize>(order * order)) << 3;
  const root = <usize>DRAWN + ((<usize>((order - 1) * draws)) << 3);
  const drawn = root + square;
  const correlations = drawn + square;
  const weights = correlations + 3 * square + 2 * ((<usize>order) << 3);
  openWeights(correlations, order);
  let kept = 0;
  for (let draw = 0; draw < draws; draw++) {
    bartlett(drawn, order, df);
    unitRows(root, drawn, order);
    correlate(drawn, correlations, order);
    if (!weigh(weights)) continue;
    for (let place = 0; place < order - 1; place++) put(DRAWN, place * draws + kept, at(weights, place));
    kept++;
  }
  return kept;
}
