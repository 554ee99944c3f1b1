import type { CellResult, DimensionResult, Drag, DragCandidate } from "../audit/types.ts";
import type { Composite, Framework } from "../framework/types.ts";
import { type Bindings, evaluate } from "../numeric/formula.ts";
import { indexOn } from "../numeric/rescale.ts";
import { reaches } from "./standing.ts";

interface Input {
  readonly dimension: DimensionResult;
  /** In the item metric. */
  readonly mean: number;
  /** 0–100, 100 is best. */
  readonly index: number;
}

/**
 * Which component holds the headline back most: one at a time, each input's mean is replaced by its mean at target and the
 * composite is worked out again. Candidates are the inputs below target, largest gain first (index points); ties keep the
 * order of the formula. Null when an input or the composite is not shown, when every input is at target, or when no gain is left.
 */
export function findDrag(framework: Framework, overall: CellResult): Drag | null {
  const composite = framework.composites.find(({ id }) => id === framework.headline);
  const shown = overall.composites.find(({ id }) => id === framework.headline);
  if (composite === undefined || shown?.value.kind !== "estimate" || shown.index.kind !== "estimate") return null;
  const inputs = composite.inputs.map((id) => input(overall, id));
  if (!inputs.every((one) => one !== null)) return null;
  const now = { value: shown.value.value, index: shown.index.value };
  const bindings = Object.fromEntries(inputs.map(({ dimension, mean }) => [dimension.id, mean]));
  const candidates = inputs
    .filter(({ index, dimension }) => !reaches(index, dimension.target))
    .map((one) => candidate(one, { composite, bindings, indexNow: now.index }))
    .filter(({ gain }) => Number.isFinite(gain) && gain > 0)
    .sort((a, b) => b.gain - a.gain);
  const most = candidates[0];
  return most === undefined ? null : { composite: composite.id, component: most.dimension, now, candidates };
}

function input(overall: CellResult, id: string): Input | null {
  const dimension = overall.dimensions.find((one) => one.id === id);
  if (dimension?.mean.kind !== "estimate" || dimension.index.kind !== "estimate") return null;
  return { dimension, mean: dimension.mean.value, index: dimension.index.value };
}

interface Setting {
  readonly composite: Composite;
  readonly bindings: Bindings;
  readonly indexNow: number;
}

function candidate({ dimension, mean }: Input, { composite, bindings, indexNow }: Setting): DragCandidate {
  const meanAtTarget = atTarget(dimension);
  const value = evaluate(composite.tree, { ...bindings, [dimension.id]: meanAtTarget });
  const index = indexOn(composite, value);
  return { dimension: dimension.id, title: dimension.title, mean, meanAtTarget, value, index, gain: index - indexNow };
}

/** The mean, in the item metric, at which the dimension's index equals its target. */
function atTarget({ direction, min, max, target }: DimensionResult): number {
  const way = ((max - min) * target) / 100;
  return direction === "higher" ? min + way : max - way;
}
