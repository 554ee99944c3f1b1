import type { Cell } from "../aggregate/types.ts";
import { decideGroups } from "./decide.ts";
import type { Rules } from "./policy.ts";
import type { Counts } from "./subject.ts";
import { poolSizes, type Row, sizesOf, type Table } from "./table.ts";

interface OwnCountsOptions {
  readonly minGroup: number;
  readonly rules: Rules;
  /** People a group needs, where that is not the minimum. */
  readonly leastOf?: (cell: Cell) => number;
  /** Rows in which the statistic is withheld for another reason. */
  readonly already?: ReadonlySet<Row>;
}

/**
 * Decides one statistic by the same procedure on its own counts, starting from the pool there is: the rows in which it
 * must be withheld. The pool's row keeps it only when nothing had to be added to the pool, for otherwise "total minus
 * what is shown" is a larger set than the pool, and the difference of the two is one group.
 */
export function rowsToHide(table: Table, counts: Counts, options: OwnCountsOptions): ReadonlySet<Row> {
  const already = options.already ?? new Set<Row>();
  if (!options.rules.optional || !options.rules.pool) return already;
  const core = new Set(table.rows.filter((row) => row.kind === "pool").flatMap((row) => row.members));
  const alreadyPooled = new Set([...core, ...[...already].flatMap((row) => row.members)]);
  const { minGroup, rules, leastOf } = options;
  const sizes = sizesOf(table.groups, counts, leastOf);
  const poolWith = poolSizes(table.groups, counts);
  const decision = decideGroups(sizes, { minGroup, alreadyPooled, twoBy: "size", extend: rules.complement, poolWith });
  const occupied = new Set(sizes.filter((group) => group.people > 0).map((group) => group.label));
  const added = new Set(decision.pooled.filter((label) => occupied.has(label) && !core.has(label)));
  const poolStays = added.size === 0 && !decision.withheld;
  return new Set(
    table.rows.filter((row) => {
      if (already.has(row)) return true;
      if (!row.members.some((label) => occupied.has(label))) return false;
      return row.kind === "pool" ? !poolStays : added.has(row.label);
    }),
  );
}
