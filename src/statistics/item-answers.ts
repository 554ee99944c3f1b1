import type { Cell, ItemSlots } from "../aggregate/types.ts";
import type { Framework, Scale } from "../framework/types.ts";
import { at, type Moments, momentsOf, momentsOfCounts } from "./moments.ts";
import type { Metric } from "./sampling.ts";

export interface CodeCount {
  readonly code: number;
  readonly count: number;
}

/** How many gave each raw code, codes ascending; empty for a business figure. */
export function answerCounts(cell: Cell, slots: ItemSlots): readonly CodeCount[] {
  return slots.codes.map((code, place) => ({ code, count: at(cell, slots.histogram + place) }));
}

/** Moments of the raw answers to one item, before recoding, in the unit of its scale. Needs the whole histogram. */
export function answerMoments(cell: Cell, slots: ItemSlots, scale: Scale): Moments {
  if (slots.figure === null || scale.kind === "coded") return momentsOfCounts(answerCounts(cell, slots));
  return momentsOf(cell, slots.figure, 10 ** scale.decimals);
}

/** The metric of raw answers. A business figure may lie beyond its worst and best values. */
export function answerMetric(scale: Scale): Metric {
  if (scale.kind === "figure")
    return { unit: scale.unit, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  const { min, max } = scale;
  return { unit: `points on ${min}–${max}`, min, max };
}

/** Scale of an item; undefined when the framework does not ask it. */
export function scaleOf(framework: Framework, item: string): Scale | undefined {
  return framework.scales.get(framework.items.find(({ id }) => id === item)?.scale ?? "");
}
