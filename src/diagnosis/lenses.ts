import type { CellResult, LensResult } from "../audit/types.ts";
import type { Framework } from "../framework/types.ts";

/** The framework's lenses, each with those of its dimensions that are shown (index 0–100, 100 is best), worst first. */
export function findLenses({ lenses }: Framework, { dimensions }: CellResult): readonly LensResult[] {
  return lenses.map(({ id, title, says, ask, dimensions: named }) => ({
    ...{ id, title, says, ask },
    dimensions: dimensions
      .flatMap((one) =>
        named.includes(one.id) && one.index.kind === "estimate"
          ? [{ dimension: one.id, title: one.title, index: one.index.value }]
          : [],
      )
      .sort((a, b) => a.index - b.index),
  }));
}
