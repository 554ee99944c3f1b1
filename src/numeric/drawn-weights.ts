/**
 * Relative weights of seeded draws of a correlation matrix.
 *
 * Formula, unit and range, source: numeric/wishart.ts for the draws, numeric/weight-draws.ts for their weights. Missing rule:
 *   a draw in which a predictor is a combination of the others is left out.
 * Some ten million steps that run once in a program's life: kernel/draws/ does them as machine code from the first on, and
 * where there is none the modules named above do. Oracle: one the other's, to the bit (test/numeric/drawn-weights.test.ts).
 */
import { instantiate } from "../../generated/draws-kernel.mjs";
import { BYTES, DRAWN, LINES, SQUARES } from "../../kernel/draws/layout.ts";
import { seedOf } from "./draws.ts";
import { createWeightsOf } from "./weight-draws.ts";
import { type CorrelationModel, correlationDraws, lowerRoot } from "./wishart.ts";

const PAGE = 65_536;

interface Source {
  readonly seed: number;
  readonly stream: number;
  readonly draws: number;
}

/** Per predictor its weight in every draw. `correlation`: of the predictors and, last, the outcome. */
export function drawnWeights(model: CorrelationModel, source: Source): readonly Float64Array[] {
  return fromKernel(model, source) ?? plainWeights(model, source);
}

/** The same without WebAssembly. */
export function plainWeights(model: CorrelationModel, { seed, stream, draws }: Source): readonly Float64Array[] {
  const width = model.correlation.length - 1;
  const drawn = new Float64Array(width * draws);
  const row = new Float64Array(width);
  const weightsOf = createWeightsOf(width);
  const draw = correlationDraws(model, { seed, stream });
  let kept = 0;
  for (let i = 0; i < draws; i++) {
    if (!weightsOf(draw(), row)) continue;
    for (let place = 0; place < width; place++) drawn[place * draws + kept] = row[place] ?? 0;
    kept++;
  }
  return columns(drawn, { width, draws, kept });
}

/** Null where there is no WebAssembly. */
function fromKernel({ correlation, df }: CorrelationModel, { seed, stream, draws }: Source) {
  const order = correlation.length;
  const width = order - 1;
  const results = width * draws;
  const bytes = DRAWN + BYTES * (results + SQUARES * order * order + LINES * order);
  const kernel = instance(Math.ceil(bytes / PAGE));
  const { begin, drawWeights } = kernel?.exports ?? {};
  if (kernel === null || begin === undefined || drawWeights === undefined) return null;
  new Float64Array(kernel.buffer, DRAWN + BYTES * results).set(lowerRoot(correlation));
  begin(seedOf(seed, stream), df);
  const kept = drawWeights(order, draws);
  return columns(new Float64Array(kernel.buffer, DRAWN, results), { width, draws, kept });
}

function instance(pages: number): ReturnType<typeof instantiate> | null {
  try {
    return instantiate(pages);
  } catch {
    return null;
  }
}

function columns(
  drawn: Float64Array,
  { width, draws, kept }: { readonly width: number; readonly draws: number; readonly kept: number },
): readonly Float64Array[] {
  return Array.from({ length: width }, (_, place) => drawn.subarray(place * draws, place * draws + kept));
}
