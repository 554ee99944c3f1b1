import { bandsOf } from "../bands.ts";
import type { DimensionDocument, FrameworkDocument } from "../document.ts";
import type { Dimension, Item, Scale } from "../types.ts";

const STANDARD_MIN_ANSWERED = 0.5;
const STANDARD_TARGET = 75;

interface DimensionInput {
  readonly document: FrameworkDocument;
  readonly dimension: DimensionDocument;
  readonly items: readonly Item[];
  readonly scales: ReadonlyMap<string, Scale>;
}

/** A dimension with its defaults. Throws a plain Error where nothing measures it. */
export function compileDimension({ document, dimension, items, scales }: DimensionInput): Dimension {
  const own = items.filter((item) => item.dimension === dimension.id);
  const scale = scales.get(own[0]?.scale ?? "");
  if (scale === undefined) throw new Error(`framework ${document.id}: the dimension "${dimension.id}" has no items`);
  const { id, title, about, supplementary = false, optional = false } = dimension;
  return {
    ...{ id, title, about, supplementary, optional: supplementary || optional },
    ...saidOf(dimension),
    direction: dimension.direction ?? "higher",
    min: scale.kind === "figure" ? 0 : scale.min,
    max: scale.kind === "figure" ? 100 : scale.max,
    target: dimension.target ?? targetOf(document),
    bands: bandsOf(document, dimension.bands),
    minAnswered: dimension.min_answered ?? document.defaults?.min_answered ?? STANDARD_MIN_ANSWERED,
    weight: dimension.weight ?? 1,
    audiences: document.audiences.map((one) => one.id).filter((one) => own.some((item) => item.text.has(one))),
    companions: dimension.companions ?? [],
    facets: new Map(Object.entries(dimension.facets ?? {})),
    items: own.map((item) => item.id),
  };
}

/** What a dimension may leave out altogether. */
function saidOf({
  block,
  importance,
  response,
}: DimensionDocument): Partial<Pick<Dimension, "block" | "importance" | "response">> {
  return {
    ...(block === undefined ? {} : { block }),
    ...(importance === undefined ? {} : { importance }),
    ...(response === undefined ? {} : { response }),
  };
}

/** The target of whatever names none. Index points. */
export function targetOf(document: FrameworkDocument): number {
  return document.defaults?.target ?? STANDARD_TARGET;
}
