import type { AggregatePlan, Cell } from "../aggregate/types.ts";
import type { FileCounts } from "../response/checks/column-counts.ts";

/** The answers of one file, over all of its groups. atoms: of that file alone. */
export function fileCounts(file: string, plan: AggregatePlan, atoms: ReadonlyMap<string, Cell>): FileCounts {
  const cells = [...atoms.values()];
  const at = (place: number): number => cells.reduce((sum, cell) => sum + (cell[place] ?? 0), 0);
  return {
    file,
    people: at(plan.people),
    items: plan.items.map(({ histogram, codes, missing, figure }) => ({
      codes,
      counts: codes.map((_, code) => at(histogram + code)),
      figures: figure === null ? 0 : at(figure.n),
      unanswered: at(missing),
      otherMissing: at(missing + 1) + at(missing + 2) + at(missing + 3),
    })),
  };
}
