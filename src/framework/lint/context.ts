import type { Complaint } from "../complaint.ts";
import type { DimensionDocument, FrameworkDocument, ItemDocument } from "../document.ts";
import { type Doubt, isDoubted } from "../doubt.ts";
import { PRESETS, scaleOf } from "../presets.ts";
import { compileScale } from "../scale.ts";
import type { Scale, Strategy } from "../types.ts";
import { resolve } from "./resolve.ts";

/** One check of a whole framework; it says everything it has against it. */
export type Rule = (context: LintContext) => Iterable<Complaint>;

export interface LintInput {
  /** In the shape the schema promises; texts may be empty where `doubts` says so. */
  readonly document: FrameworkDocument;
  /** What the schema has spoken about already. */
  readonly doubts: readonly Doubt[];
  /** Absent when no catalogue was given: then nothing is said about strategies. */
  readonly catalogue: readonly Strategy[] | undefined;
}

export interface LintContext extends LintInput {
  readonly items: readonly ItemEntry[];
  readonly dimensions: readonly DimensionEntry[];
  /** Names a formula or a finding may use: dimensions and composites. */
  readonly dimensionIds: ReadonlySet<string>;
  readonly scaleIds: ReadonlySet<string>;
  readonly compositeIds: ReadonlySet<string>;
}

/** An item, its place in the document, and the scale it is answered on (undefined when there is no sound one). */
export interface ItemEntry {
  readonly item: ItemDocument;
  readonly index: number;
  /** The dimension it names, or means by a misspelt name. */
  readonly dimensionId: string | undefined;
  /** The scale it names, or means by a misspelt name. */
  readonly scaleId: string | undefined;
  readonly scale: Scale | undefined;
}

export interface DimensionEntry {
  readonly dimension: DimensionDocument;
  readonly index: number;
  readonly items: readonly ItemEntry[];
}

export function contextOf(input: LintInput): LintContext {
  const { document } = input;
  const known: Known = {
    dimensionIds: new Set(document.dimensions.map((dimension) => dimension.id)),
    scaleIds: new Set([...Object.keys(document.scales ?? {}), ...PRESETS.keys()]),
  };
  const items = document.items.map((item, index) => entryOf({ item, index }, input, known));
  const dimensions = document.dimensions.map((dimension, index) => ({
    dimension,
    index,
    items: items.filter((entry) => entry.dimensionId === dimension.id),
  }));
  const compositeIds = new Set(document.composites.map((composite) => composite.id));
  return { ...input, items, dimensions, ...known, compositeIds };
}

type Known = Pick<LintContext, "dimensionIds" | "scaleIds">;

function entryOf(placed: Pick<ItemEntry, "item" | "index">, input: LintInput, known: Known): ItemEntry {
  const { dimension, scale = input.document.defaults?.scale } = placed.item;
  const dimensionId = dimension === undefined ? undefined : resolve(dimension, known.dimensionIds);
  const scaleId = scale === undefined ? undefined : (resolve(scale, known.scaleIds) ?? scale);
  return { ...placed, dimensionId, scaleId, scale: scaleId === undefined ? undefined : soundScale(scaleId, input) };
}

/** Nothing is reckoned with a scale whose numbers are in doubt. */
function soundScale(id: string, { document, doubts }: LintInput): Scale | undefined {
  const written = scaleOf(document, id);
  return written === undefined || isDoubted(["scales", id], doubts) ? undefined : compileScale(id, written);
}
