import type { Aggregate, Cell } from "../aggregate/types.ts";
import type { Framework } from "../framework/types.ts";
import { judge } from "./judge.ts";
import { ALL_RULES, MINIMUM_MIN_GROUP, type Rules } from "./policy.ts";
import { redactRow, redactTotal } from "./redact.ts";
import { groupsBy, sumCells } from "./sums.ts";
import { buildTable, coreCounts, everyGroup, type Row, type Table } from "./table.ts";
import type { Released, ReleasedCell, ReleasedGrouping } from "./types.ts";

interface ReleaseInput {
  readonly aggregate: Aggregate;
  /** As it was asked: items and dimensions of the aggregate's plan. */
  readonly framework: Framework;
  /** The segment to group by; null for none. */
  readonly by: string | null;
  /** People; at least 3. Of no meaning where one row is one assessment. */
  readonly minGroup: number;
}

/**
 * Decides what may be known, once, before any statistic: the pooled aggregate that everything below takes as input.
 * Cells hold only sums that may be published, so no later mistake can print what is hidden. Where one row is one
 * assessment (any unit but `person`) nothing is hidden.
 * Throws when `minGroup` is under 3 or the aggregate has no segment `by`: both are checked at the door.
 */
export function release(input: ReleaseInput): Released {
  return releaseUnder(input, ALL_RULES);
}

/** `release` with rules that can be switched off one by one: the seam through which the attack proves each of them. */
export function releaseUnder(input: ReleaseInput, rules: Rules): Released {
  const { aggregate, framework, by, minGroup } = input;
  const { plan } = aggregate;
  const total = sumCells(plan.length, aggregate.atoms.values());
  const groups = by === null ? null : groupsBy(aggregate, by);
  if (framework.unit !== "person") return releaseAssessments(input, { total, groups });
  if (!Number.isInteger(minGroup) || minGroup < MINIMUM_MIN_GROUP)
    throw new Error(`the minimum group must be a whole number from ${MINIMUM_MIN_GROUP}, not ${minGroup}`);
  const counts = coreCounts(plan, framework);
  if (counts.size(total) < minGroup)
    return { plan, minGroup, total: null, grouping: null, hidden: counts.people(total) > 0 };
  const table = groups === null ? null : buildTable(groups, counts, { minGroup, rules });
  const judgement = judge({ plan, framework, total, table }, { minGroup, rules });
  const options = { plan, framework, minGroup, judgement };
  const everyone = redactTotal(total, options);
  const cells = table?.rows.map((row) => redactRow(row, options)) ?? [];
  return {
    plan,
    minGroup,
    total: everyone,
    grouping: by === null || table === null ? null : { column: by, cells, withheld: table.withheld },
    hidden: isAnythingHidden(everyone, cells, table),
  };
}

function isAnythingHidden(total: ReleasedCell, cells: readonly ReleasedCell[], table: Table | null): boolean {
  const pooled = table !== null && (table.withheld || table.rows.some((row) => row.kind === "pool"));
  const veiled = [total, ...cells].some((cell) => cell.veils.size > 0);
  return pooled || veiled || !total.itemTable || total.hiddenItems.size > 0;
}

/** One assessment a row: no minimum group, and nothing to hide. */
function releaseAssessments(
  { aggregate, by, minGroup }: ReleaseInput,
  { total, groups }: { readonly total: Cell; readonly groups: ReadonlyMap<string, Cell> | null },
): Released {
  const { plan } = aggregate;
  const whole = (row: Pick<Row, "label" | "cell">, kind: ReleasedCell["kind"]): ReleasedCell => ({
    kind,
    label: row.label,
    people: row.cell[plan.people] ?? 0,
    cell: row.cell,
    veils: new Map(),
    hiddenItems: new Set(),
    itemTable: true,
  });
  const cells = groups === null ? [] : everyGroup(groups).map((row) => whole(row, "group"));
  const grouping: ReleasedGrouping | null = by === null ? null : { column: by, cells, withheld: cells.length === 0 };
  const everyone = (total[plan.people] ?? 0) > 0 ? whole({ label: "", cell: total }, "total") : null;
  return { plan, minGroup, total: everyone, grouping, hidden: false };
}
