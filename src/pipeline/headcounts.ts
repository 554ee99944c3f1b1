import type { Released, ReleasedCell } from "../disclosure/types.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { assignHeadcounts, type Headcounts } from "../response/asked/headcounts.ts";
import { readHeadcountFile } from "../sources/csv/headcount.ts";
import type { ScoreDoors, ScoreSettings } from "./settings.ts";

/** A number is everyone's; a file names the groups of the only, or of the first, `--by`. Throws ProblemsError. */
export function assign(
  headcounts: Headcounts | null,
  { total, groupings: [first] }: Released,
): { readonly headcounts: ReadonlyMap<ReleasedCell, number | null>; readonly problems: readonly Problem[] } {
  const cells = [...(total === null ? [] : [total]), ...(first?.grouping.kind === "single" ? first.cells : [])];
  const named = cells.map(({ kind, path, people }) => ({ kind, label: path[0] ?? "", people }));
  const { headcounts: assigned, problems } = assignHeadcounts(headcounts, named);
  if (problems.some(({ severity }) => severity === "error")) throw new ProblemsError(problems);
  return { headcounts: new Map(cells.map((cell, at) => [cell, assigned[at] ?? null])), problems };
}

export async function headcountsOf({ headcount }: ScoreSettings, doors: ScoreDoors): Promise<Headcounts | null> {
  if (headcount === null) return null;
  if (typeof headcount === "number") return { total: headcount, groups: null };
  return readHeadcountFile({ name: headcount.file, open: () => doors.open(headcount.file) });
}
