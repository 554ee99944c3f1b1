import type { Grouping } from "../audit/grouping.ts";
import type { Context } from "./context.ts";
import type { Judged } from "./judge.ts";
import { comparePaths, type Part, partition, sumCells } from "./sums.ts";
import { buildTable, type Row } from "./table.ts";
import type { Atom } from "./view.ts";

/** A row where it stands: who is in it, and what may be known of it. */
export interface Placed {
  readonly row: Row;
  /** Values of the columns so far; of a pool its parent's. */
  readonly path: readonly string[];
  readonly atoms: readonly Atom[];
  readonly judged: Judged;
}

/** A placed row with what is within it. */
export interface Unit extends Placed {
  /** Its parent's only child: the same people once more, so it is not printed. */
  readonly repeats: boolean;
  readonly within: readonly Unit[];
}

/** What has been shown of some columns: rows that make up everyone. A further table may be built inside each of them. */
export interface Level {
  readonly columns: readonly string[];
  readonly rows: readonly Placed[];
}

/** A single column or a hierarchy: rule by rule inside everyone, then inside every unit that is shown. Nothing inside a pool. */
export function unitsOf(context: Context, everyone: Placed, columns: readonly string[]): readonly Unit[] {
  const [column, ...deeper] = columns;
  if (column === undefined) return [];
  const parts = partition(everyone.atoms, { columns: context.view.columns, by: [column] });
  const below = (placed: Placed) => (placed.row.kind === "group" ? unitsOf(context, placed, deeper) : []);
  const only = parts.length === 1 && everyone.path.length > 0 ? parts[0] : undefined;
  if (only !== undefined) {
    const same = { ...everyone, path: [...everyone.path, ...only.values] };
    return [{ ...same, repeats: true, within: below(same) }];
  }
  return tableOf(context, everyone, parts).map(({ row, judged, members }) => {
    const values = row.kind === "group" ? (members[0]?.values ?? []) : [];
    const path = [...everyone.path, ...values];
    const placed = { row, judged, path, atoms: members.flatMap(({ atoms }) => atoms) };
    return { ...placed, repeats: false, within: below(placed) };
  });
}

/** What is printed of a single column or a hierarchy: every unit before those within it. */
export function printed(units: readonly Unit[]): readonly Placed[] {
  return units.flatMap((unit) => [...(unit.repeats ? [] : [unit]), ...printed(unit.within)]);
}

/** One level per depth. A unit that could not be divided stands for itself in deeper levels. */
export function levelsOf(units: readonly Unit[], columns: readonly string[]): readonly Level[] {
  return columns.map((_, at) => ({ columns: columns.slice(0, at + 1), rows: downTo(units, at + 1) }));
}

function downTo(units: readonly Unit[], depth: number): readonly Placed[] {
  return units.flatMap((unit) => {
    if (unit.path.length >= depth || unit.within.length === 0) return [unit];
    return downTo(unit.within, depth);
  });
}

/**
 * Every combination of values as one table. Where some of the columns were shown before, it is built inside each of the
 * rows shown, for a table of its own beside them would often give hidden groups away. What of a row cannot be divided
 * stays together as a pool, so that the rows of a crossing always make up everyone.
 */
export function combinationsOf(
  context: Context,
  of: { readonly everyone: Placed; readonly grouping: Grouping; readonly earlier: readonly Level[] },
): readonly Placed[] {
  const { columns } = of.grouping;
  const base = baseOf(columns, of.earlier);
  const parents = base?.rows ?? [of.everyone];
  const rows = parents.flatMap((parent) => {
    const inside = parent.row.kind === "pool" ? [] : combinationsIn(context, parent, columns);
    return inside.length > 0 ? inside : [asPool(parent)];
  });
  const groups = rows.filter(({ row }) => row.kind === "group");
  if (groups.length === 0) return [];
  // A pool's path is its parent's, and only that of a parent by the first of the columns can be said.
  const isPrefix = base === undefined || base.columns.every((column, at) => column === columns[at]);
  const pools = rows.filter(({ row }) => row.kind === "pool");
  return isPrefix || pools.length === 0 ? rows : [...inOrder(groups), together(context, pools)];
}

function combinationsIn(context: Context, parent: Placed, columns: readonly string[]): readonly Placed[] {
  const parts = partition(parent.atoms, { columns: context.view.columns, by: columns });
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0 && parent.path.length > 0)
    return [{ ...parent, path: only.values, row: { ...parent.row, label: only.label, members: [only.label] } }];
  return tableOf(context, parent, parts).map(({ row, judged, members }) => ({
    row,
    judged,
    path: row.kind === "group" ? (members[0]?.values ?? []) : parent.path,
    atoms: members.flatMap(({ atoms }) => atoms),
  }));
}

/** The rows of one table, judged; none when it is withheld. */
function tableOf(
  { plan, counts, minGroup, rules, judge }: Context,
  parent: Placed,
  parts: readonly Part[],
): readonly { readonly row: Row; readonly judged: Judged; readonly members: readonly Part[] }[] {
  const cellOf = ({ atoms }: Part) =>
    sumCells(
      plan.length,
      atoms.map(({ cell }) => cell),
    );
  const groups = new Map(parts.map((part) => [part.label, cellOf(part)]));
  const byLabel = new Map(parts.map((part) => [part.label, part]));
  const table = buildTable(groups, counts, { minGroup, rules });
  if (table.withheld) return [];
  return [...judge.ofRows(table, parent.judged)].map(([row, judged]) => ({
    row,
    judged,
    members: row.members.flatMap((label) => byLabel.get(label) ?? []),
  }));
}

/** The earlier level with most of the columns, and not all of them. */
function baseOf(columns: readonly string[], earlier: readonly Level[]): Level | undefined {
  const wanted = new Set(columns);
  return earlier
    .filter((level) => level.columns.length < wanted.size && level.columns.every((column) => wanted.has(column)))
    .sort((a, b) => b.columns.length - a.columns.length)[0];
}

function asPool(parent: Placed): Placed {
  return { ...parent, row: { ...parent.row, kind: "pool" } };
}

/** Several pools as one: what is withheld in one of them is withheld in all. */
function together({ plan, judge }: Context, pools: readonly Placed[]): Placed {
  const cell = sumCells(
    plan.length,
    pools.map(({ row }) => row.cell),
  );
  const veiled = pools.flatMap(({ judged }) => [...judged.veils.keys()]);
  const veils = new Map(veiled.map((id) => [id, "hidden" as const]));
  const judged = judge.withMore(
    { veils: new Map(), hidden: new Set() },
    { veils, hidden: pools.flatMap((pool) => [...pool.judged.hidden]), cell },
  );
  const members = pools.flatMap(({ row }) => row.members);
  return {
    row: { kind: "pool", label: "", members, cell },
    path: [],
    atoms: pools.flatMap(({ atoms }) => atoms),
    judged,
  };
}

/** The same units with something else known of them. */
export function mapUnits(units: readonly Unit[], change: (placed: Placed) => Placed): readonly Unit[] {
  return units.map((unit) => ({ ...unit, ...change(unit), within: mapUnits(unit.within, change) }));
}

function inOrder(groups: readonly Placed[]): readonly Placed[] {
  return [...groups].sort((a, b) => comparePaths(a.path, b.path));
}
