import type { CellResult, DimensionResult, Drag, DragCandidate } from "../audit/types.ts";
import { meanOfKept } from "../framework/formula/mean.ts";
import type { Composite, Framework } from "../framework/types.ts";
import { type Bindings, evaluate } from "../numeric/formula.ts";
import { reaches } from "../numeric/reaches.ts";
import { indexOn } from "../numeric/rescale.ts";

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
 * order of the formula. Where the framework says what feeds what, only what feeds something is a candidate: the rest follows
 * from it. Null when an input or the composite is not shown, when every input is at target, or when no gain is
 * left; and of a composite that the ladder caps, since one mean alone does not move the cap.
 */
export function findDrag(framework: Framework, overall: CellResult): Drag | null {
  const declared = framework.composites.find(({ id }) => id === framework.headline);
  const shown = overall.composites.find(({ id }) => id === framework.headline);
  if (declared === undefined || shown?.value.kind !== "estimate" || shown.index.kind !== "estimate") return null;
  if (declared.capped) return null;
  const composite = { ...answered(declared, overall), worst: shown.worst, best: shown.best };
  const inputs = composite.inputs.map((id) => input(overall, id));
  if (!inputs.every((one) => one !== null)) return null;
  const { links } = framework;
  const now = { value: shown.value.value, index: shown.index.value };
  const bindings = Object.fromEntries(inputs.map(({ dimension, mean }) => [dimension.id, mean]));
  const candidates = inputs
    .filter(({ dimension }) => links.length === 0 || links.some(({ from }) => from === dimension.id))
    .flatMap((one) => below(one) ?? [])
    .map((one) => candidate(one, { composite, bindings, indexNow: now.index }))
    .filter(({ gain }) => Number.isFinite(gain) && gain > 0)
    .sort((a, b) => b.gain - a.gain);
  const most = candidates[0];
  return most === undefined ? null : { composite: composite.id, component: most.dimension, now, candidates };
}

/** A mean that leaves out what nobody answered, as it was worked out. */
function answered(composite: Composite, { dimensions }: CellResult): Composite {
  const { tree, inputs, skipMissing } = composite;
  if (!skipMissing) return composite;
  const isAnswered = (id: string) => dimensions.some((one) => one.id === id && one.index.kind !== "none");
  return { ...composite, tree: meanOfKept(tree, isAnswered), inputs: inputs.filter(isAnswered) };
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

/** Null at target, and without one. */
function below(one: Input): Below | null {
  const { target } = one.dimension;
  return target === null || reaches(one.index, target) ? null : { ...one, target };
}

interface Below extends Input {
  readonly target: number;
}

function candidate({ dimension, mean, target }: Below, { composite, bindings, indexNow }: Setting): DragCandidate {
  const meanAtTarget = atTarget(dimension, target);
  const value = evaluate(composite.tree, { ...bindings, [dimension.id]: meanAtTarget });
  const index = indexOn(composite, value);
  return { dimension: dimension.id, title: dimension.title, mean, meanAtTarget, value, index, gain: index - indexNow };
}

/** The mean, in the item metric, at which the dimension's index equals its target. */
function atTarget({ direction, min, max }: DimensionResult, target: number): number {
  const way = ((max - min) * target) / 100;
  return direction === "higher" ? min + way : max - way;
}
