import type { Cell, ItemSlots } from "../aggregate/types.ts";
import type { Framework, Scale } from "../framework/types.ts";
import { at, type Moments, momentsOf, momentsOfCounts } from "./moments.ts";

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

/** What one step of a raw answer is, for the unit of an estimate. */
export function answerUnit(scale: Scale): string {
  return scale.kind === "coded" ? `points on ${scale.min}–${scale.max}` : scale.unit;
}

/** Scale of an item; undefined when the framework does not ask it. */
export function scaleOf(framework: Framework, item: string): Scale | undefined {
  return framework.scales.get(framework.items.find(({ id }) => id === item)?.scale ?? "");
}
