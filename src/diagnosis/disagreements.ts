import type { CellResult, DimensionResult, Disagreement } from "../audit/types.ts";
import type { DiagnosisOptions } from "./options.ts";

/**
 * Dimensions on which the people of a cell answer too differently for a mean to speak for them, where that may be told:
 * everyone first. Of several audiences each by itself alone: that two of them see it differently is a gap between them, not a
 * disagreement of people.
 */
export function findDisagreements({
  overall,
  groups,
  audiences,
}: Pick<DiagnosisOptions, "groups" | "audiences"> & {
  readonly overall: CellResult;
}): readonly Disagreement[] {
  const apart = audiences.filter(({ cell }) => cell !== overall);
  if (apart.length > 0) return apart.flatMap(({ cell }) => disagreementsOf(cell));
  return [overall, ...groups].flatMap(disagreementsOf);
}

function disagreementsOf(cell: CellResult): readonly Disagreement[] {
  return cell.dimensions.flatMap((dimension) => ofDimension(cell, dimension));
}

function ofDimension({ path, label }: CellResult, { id, title, agreement }: DimensionResult): readonly Disagreement[] {
  if (agreement === null || agreement.says === null || agreement.says === "agree") return [];
  const { rwg, thirds, says } = agreement;
  if (rwg.kind !== "estimate" || thirds === null || "kind" in thirds) return [];
  return [{ path, label, dimension: id, title, n: rwg.n, rwg: rwg.value, pattern: says, thirds }];
}
