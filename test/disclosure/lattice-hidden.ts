import type { Published } from "../../src/audit/estimate.ts";
import type { CompositeResult, DimensionResult } from "../../src/audit/types.ts";
import type { Publication } from "./lattice-published.ts";

/** Numbers printed beside a hidden mean or value that rest on the same answers. */
export function saidOfHidden({ printed }: Publication): readonly string[] {
  return printed.flatMap(({ cell }) => [
    ...cell.dimensions.filter(({ mean }) => mean.kind === "hidden").flatMap(besideMean),
    ...cell.composites.filter(({ value }) => value.kind === "hidden").flatMap(besideValue),
    ...cell.composites.flatMap((composite) => besideTerms(composite, cell.dimensions)),
    ...cell.outcomes.flatMap(({ id, value, counts }) => (value.kind === "hidden" && counts !== null ? [id] : [])),
  ]);
}

function besideMean(dimension: DimensionResult): readonly string[] {
  const { id, sd, index, load, favourable, agreement } = dimension;
  const numbers = isNumber(sd, index, load, favourable, dimension.detectable, agreement?.rwg ?? null);
  const thirds = agreement?.thirds != null && "low" in agreement.thirds;
  const { judged, band, belowTarget, bounds, precision } = dimension;
  const facts = [judged, band, belowTarget, bounds, precision, agreement?.says ?? null];
  return numbers || thirds || facts.some((fact) => fact !== null)
    ? [`${id} is hidden, and something of it is not`]
    : [];
}

function besideValue(composite: CompositeResult): readonly string[] {
  const { id, index, load, detectable, judged, band, bounds, precision } = composite;
  const facts = [judged, band, bounds, precision].some((fact) => fact !== null);
  return isNumber(index, load, detectable) || facts ? [`${id} is hidden, and something of it is not`] : [];
}

/** The names of a formula with their numbers, hidden or not. */
function besideTerms({ id, terms }: CompositeResult, dimensions: readonly DimensionResult[]): readonly string[] {
  const hidden = new Set(dimensions.filter(({ mean }) => mean.kind === "hidden").map((dimension) => dimension.id));
  return terms.flatMap(({ name, value }) => (hidden.has(name) && value !== null ? [`${name} in ${id}`] : []));
}

/** Printed of under ten people, weighted or not: all of them at an end of the scale, or all alike. */
export function saidOfAll({ printed }: Publication): readonly string[] {
  return printed.flatMap(({ cell }) => [
    ...cell.dimensions.flatMap(({ id, mean, sd, favourable }) =>
      [isOf(mean, [1, 5]), isOf(sd, [0]), id !== "churn" && isOf(favourable, [0, 1])].includes(true) ? [id] : [],
    ),
    ...cell.outcomes.flatMap(({ id, value, statistic }) =>
      isOf(value, { nps: [-100, 100], csat: [0, 1], mean: [1, 5] }[statistic]) ? [id] : [],
    ),
  ]);
}

function isOf(published: Published, values: readonly number[]): boolean {
  if (published.kind !== "estimate" || published.n >= 10) return false;
  return values.some((value) => Math.abs(published.value - value) < 1e-12);
}

function isNumber(...published: readonly (Published | null)[]): boolean {
  return published.some((one) => one?.kind === "estimate");
}
