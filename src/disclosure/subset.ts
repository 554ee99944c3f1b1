import type { AggregatePlan, Cell, ListwiseSlots, PairSlots } from "../aggregate/types.ts";
import { rowsToHide } from "./own-counts.ts";
import { DETAIL_MINIMUM, type Rules } from "./policy.ts";
import type { Counts } from "./subject.ts";
import type { Row, Table } from "./table.ts";

/** Sums over the respondents who have several scores or answers together: a pair, or a listwise set. */
export interface Subset extends Counts {
  /** Ids of the dimensions and outcomes it is made of. */
  readonly of: readonly string[];
  readonly ranges: readonly (readonly [number, number])[];
  /** A listwise set of answers is an item table in another shape, so it needs as many people as one. */
  readonly detailed: boolean;
}

/** The cells of a grouping and the total that withhold each subset, beside those that withhold a score in it. */
export interface SubsetVeil {
  readonly subset: Subset;
  readonly inTotal: boolean;
  readonly rows: ReadonlySet<Row>;
}

export function subsetsOf(plan: AggregatePlan): readonly Subset[] {
  const ids = plan.scores.map((score) => score.id);
  const pairs = plan.pairs.map((pair) => pairSubset(pair, [ids[pair.a] ?? "", ids[pair.b] ?? ""]));
  return [...pairs, ...plan.listwise.map((set) => listwiseSubset(set, ids))];
}

/** Decides a subset on its own counts, starting from the rows where a score in it is withheld. */
export function veilOfSubset(
  subset: Subset,
  where: {
    readonly total: Cell;
    readonly table: Table | null;
    /** Whether an id is withheld in the total (null) or in a row. */
    readonly isVeiled: (id: string, row: Row | null) => boolean;
  },
  options: { readonly minGroup: number; readonly rules: Rules },
): SubsetVeil {
  const { total, table, isVeiled } = where;
  const minGroup = subset.detailed ? Math.max(options.minGroup, DETAIL_MINIMUM) : options.minGroup;
  const n = subset.size(total);
  const few = options.rules.optional && n > 0 && n < minGroup;
  const inTotal = few || subset.of.some((id) => isVeiled(id, null));
  if (table === null || inTotal) return { subset, inTotal, rows: new Set(table?.rows) };
  const already = new Set(table.rows.filter((row) => subset.of.some((id) => isVeiled(id, row))));
  return { subset, inTotal, rows: rowsToHide(table, subset, { minGroup, rules: options.rules, already }) };
}

function pairSubset(pair: PairSlots, of: readonly string[]): Subset {
  const ranges = [
    [pair.n, 1],
    [pair.sumA, 1],
    [pair.sumB, 1],
    [pair.sumAB, pair.wide ? 2 : 1],
  ] as const;
  return { ...countsAt(pair.n), of, ranges, detailed: false };
}

/** Named after its dimension, or a set of scores named as its members. */
function listwiseSubset(set: ListwiseSlots, scoreIds: readonly string[]): Subset {
  const members = set.members.length;
  const products = ((members * (members + 1)) / 2) * (set.wide ? 2 : 1);
  const ofItems = scoreIds.includes(set.name);
  return {
    ...countsAt(set.n),
    of: ofItems ? [set.name] : set.members,
    ranges: [
      [set.n, 1],
      [set.sums, members],
      [set.products, products],
    ],
    detailed: true,
  };
}

function countsAt(place: number): Counts {
  const n = (cell: Cell) => cell[place] ?? 0;
  return { people: n, size: n };
}
