import type { CodedScale, Dimension, Framework, Item } from "../framework/types.ts";
import { scoreUnits } from "../framework/units.ts";
import type { ProgramComposite, ProgramDimension, ProgramItem, ScoringProgram } from "./program.ts";

/** Hundredths: a figure's place between worst and best is kept as an integer 0–10000. */
export const FIGURE_STEPS = 100;

/**
 * Compiles a framework (already restricted to the items that were asked) to the data a scorer interprets.
 * Trusts the framework's lint: weights are integers 1–5, lcm ≤ 2^20, references resolve.
 */
export function compileProgram(framework: Framework, form: string | null = null): ScoringProgram {
  const dimensionAt = new Map(framework.dimensions.map((dimension, at) => [dimension.id, at]));
  const importances = new Set(framework.dimensions.map(({ importance }) => importance));
  const items = framework.items.map((item) => programItem(framework, item, dimensionAt));
  const itemAt = new Map(items.map((item, at) => [item.id, at]));
  return {
    framework: framework.id,
    form,
    unit: framework.unit,
    items,
    dimensions: framework.dimensions.map((dimension) => programDimension(dimension, items, itemAt)),
    composites: framework.composites.map(
      (composite): ProgramComposite => ({
        id: composite.id,
        tree: composite.tree,
        inputs: composite.inputs.map((id) => at(dimensionAt, id)),
      }),
    ),
    outcomes: framework.outcomes.map((outcome) => ({
      id: outcome.id,
      item: at(itemAt, outcome.item),
      statistic: outcome.statistic,
      isImportance: importances.has(outcome.id),
    })),
  };
}

function programItem(framework: Framework, item: Item, dimensionAt: ReadonlyMap<string, number>): ProgramItem {
  const scale = framework.scales.get(item.scale);
  if (scale === undefined) throw new Error(`item ${item.id}: no scale ${item.scale}`);
  const dimension = item.dimension === undefined ? -1 : at(dimensionAt, item.dimension);
  const common = {
    id: item.id,
    scale: item.scale,
    weight: item.weight,
    optional: item.optional,
    dimension,
  };
  if (scale.kind === "figure") {
    const unit = 10 ** scale.decimals;
    const figure = {
      worst: Math.round(scale.worst * unit),
      best: Math.round(scale.best * unit),
      decimals: scale.decimals,
    };
    return { ...common, kind: "figure", codes: [], recodeFrom: null, favourable: [], figure };
  }
  return {
    ...common,
    kind: "coded",
    codes: scale.points.map((point) => point.code),
    recodeFrom: item.reverse ? scale.min + scale.max : null,
    favourable: favourableCodes(scale, framework.dimensions[dimension]),
    figure: null,
  };
}

function favourableCodes(scale: CodedScale, dimension: Dimension | undefined): readonly number[] {
  return dimension?.direction === "lower" ? scale.favourableWhenLower : scale.favourable;
}

function programDimension(
  dimension: Dimension,
  items: readonly ProgramItem[],
  itemAt: ReadonlyMap<string, number>,
): ProgramDimension {
  const members = dimension.items.map((id) => at(itemAt, id));
  const weights = members.map((member) => items[member]?.weight ?? 1);
  const { totalWeight, minWeight, lcm } = scoreUnits(weights, dimension.minAnswered);
  const figures = items[members[0] ?? -1]?.kind === "figure";
  return {
    id: dimension.id,
    items: members,
    direction: dimension.direction,
    min: dimension.min,
    max: dimension.max,
    totalWeight,
    minWeight,
    unitsPerPoint: figures ? FIGURE_STEPS * lcm : lcm,
    optional: dimension.optional,
  };
}

function at(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) throw new Error(`unknown id ${id} in a compiled framework`);
  return place;
}
