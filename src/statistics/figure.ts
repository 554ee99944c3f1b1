/**
 * A business figure by itself: where its mean stands between the worst and the best value.
 *
 * Formula: 100 (mean − worst)/(best − worst), held to 0–100. Unit and range: index 0–100, 100 is best; mean in the figure's
 *   own unit. Missing rule: that of the mean. One assessment has no interval.
 * Source: measurement definitions. Oracle: by hand (test/statistics/figure.test.ts).
 */
import type { Published } from "../audit/estimate.ts";
import type { FigureResult } from "../audit/types.ts";
import type { Scale } from "../framework/types.ts";
import { indexOn } from "../numeric/rescale.ts";
import { mapped } from "./describe.ts";

/** Null of an answer on a coded scale. */
export function figureOf(scale: Scale, mean: Published): FigureResult | null {
  if (scale.kind !== "figure") return null;
  const { worst, best, unit, decimals } = scale;
  const place = (value: number) => indexOn({ worst, best }, value);
  const index = mapped(mean, (value) => Math.min(100, Math.max(0, place(value))), {
    unit: "index 0–100",
    prefix: "linear index of the ",
  });
  return { worst, best, unit, decimals, index: said(index, beyond(mean, place)) };
}

/** In words, where the mean lies past one of the ends. */
function beyond(mean: Published, place: (value: number) => number): string | null {
  if (mean.kind !== "estimate") return null;
  const at = place(mean.value);
  if (at < 0) return "Worse than the worst value of its scale: held at 0.";
  return at > 100 ? "Better than the best value of its scale: held at 100." : null;
}

function said(index: Published, words: string | null): Published {
  if (index.kind !== "estimate" || words === null) return index;
  return { ...index, caveats: [...index.caveats, words] };
}
