import type { Complaint } from "../complaint.ts";
import type { DimensionDocument, FrameworkDocument, ItemDocument } from "../document.ts";
import { scaleOf } from "../presets.ts";
import { compileScale } from "../scale.ts";
import type { Scale, Strategy } from "../types.ts";

/** One check of a whole framework; it says everything it has against it. */
export type Rule = (context: LintContext) => Iterable<Complaint>;

export interface LintContext {
  readonly document: FrameworkDocument;
  /** Absent when no catalogue was given: then nothing is said about strategies. */
  readonly catalogue: readonly Strategy[] | undefined;
  readonly items: readonly ItemEntry[];
  readonly dimensions: readonly DimensionEntry[];
  /** Names a formula or a finding may use: dimensions and composites. */
  readonly dimensionIds: ReadonlySet<string>;
  readonly compositeIds: ReadonlySet<string>;
}

/** An item, its place in the document, and the scale it is answered on (undefined when there is none). */
export interface ItemEntry {
  readonly item: ItemDocument;
  readonly index: number;
  readonly scaleId: string | undefined;
  readonly scale: Scale | undefined;
}

export interface DimensionEntry {
  readonly dimension: DimensionDocument;
  readonly index: number;
  readonly items: readonly ItemEntry[];
}

export function contextOf(document: FrameworkDocument, catalogue: readonly Strategy[] | undefined): LintContext {
  const items = document.items.map((item, index) => entryOf(document, item, index));
  const dimensions = document.dimensions.map((dimension, index) => ({
    dimension,
    index,
    items: items.filter((entry) => entry.item.dimension === dimension.id),
  }));
  return {
    document,
    catalogue,
    items,
    dimensions,
    dimensionIds: new Set(document.dimensions.map((dimension) => dimension.id)),
    compositeIds: new Set(document.composites.map((composite) => composite.id)),
  };
}

function entryOf(document: FrameworkDocument, item: ItemDocument, index: number): ItemEntry {
  const scaleId = item.scale ?? document.defaults?.scale;
  const written = scaleId === undefined ? undefined : scaleOf(document, scaleId);
  const scale = scaleId === undefined || written === undefined ? undefined : compileScale(scaleId, written);
  return { item, index, scaleId, scale };
}
