import type { Range } from "../ends.ts";
import type { LintContext } from "./context.ts";

/** The range of every dimension whose items share one; a dimension at fault has none and is spoken of elsewhere. */
export function rangesOf({ dimensions }: LintContext): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  for (const { dimension, items } of dimensions) {
    const scale = items.find((entry) => entry.scale !== undefined)?.scale;
    if (scale === undefined) continue;
    const [min, max] = scale.kind === "figure" ? [0, 100] : [scale.min, scale.max];
    ranges.set(dimension.id, { min, max, direction: dimension.direction ?? "higher" });
  }
  return ranges;
}
