import type { CellResult, DimensionResult, Disagreement } from "../audit/types.ts";

/** Dimensions on which the people of a cell answer too differently for a mean to speak for them, where that may be told. */
export function findDisagreements(cells: readonly CellResult[]): readonly Disagreement[] {
  return cells.flatMap((cell) => cell.dimensions.flatMap((dimension) => ofDimension(cell, dimension)));
}

function ofDimension({ path, label }: CellResult, { id, title, agreement }: DimensionResult): readonly Disagreement[] {
  if (agreement === null || agreement.says === null || agreement.says === "agree") return [];
  const { rwg, thirds, says } = agreement;
  if (rwg.kind !== "estimate" || thirds === null || "kind" in thirds) return [];
  return [{ path, label, dimension: id, title, n: rwg.n, rwg: rwg.value, pattern: says, thirds }];
}
