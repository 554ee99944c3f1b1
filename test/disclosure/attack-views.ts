import type { Aggregate, Cell } from "../../src/aggregate/types.ts";
import type { Released, ReleasedCell, ReleasedGrouping } from "../../src/disclosure/types.ts";
import { isAny, type Target, targetsOf } from "./targets.ts";

/** A set of people about whom something was learnt that had to stay unknown. */
export interface Found {
  readonly target: string;
  readonly atoms: readonly string[];
  readonly why: "fewer than the minimum" | "all the same";
}

interface Atom {
  readonly key: string;
  /** Column → value. */
  readonly values: ReadonlyMap<string, string>;
  readonly cell: Cell;
}

/** Published sums, and whose they are. */
interface Known {
  readonly members: ReadonlySet<Atom>;
  readonly cell: Cell;
}

/**
 * Adds and subtracts everything released: everyone, every row of every grouping, and (where only some of them were asked
 * for) everyone without the filter, with the groups that everybody's report has unasked. The attacker knows who is where, and nothing else but what was released.
 */
export function attackViews(
  aggregate: Aggregate,
  of: {
    released: Released;
    whole: ReleasedCell | null;
    /** What was shown of everybody with it, unasked. */
    wholeGroupings?: readonly ReleasedGrouping[];
    where: ((atom: ReadonlyMap<string, string>) => boolean) | null;
  },
): readonly Found[] {
  const { segments } = aggregate.plan;
  const atoms = [...aggregate.atoms].map(([key, cell]): Atom => {
    const values = JSON.parse(key) as string[];
    return { key, cell, values: new Map(segments.map((column, at) => [column, values[at] ?? ""])) };
  });
  const inView = atoms.filter(({ values }) => of.where === null || of.where(values));
  const { total, groupings, minGroup, plan } = of.released;
  const known: Known[] = [
    ...(of.whole === null ? [] : [{ members: new Set(atoms), cell: of.whole.cell }]),
    ...(of.wholeGroupings ?? []).flatMap((grouping) => rowsOf(grouping, atoms)),
    ...(total === null ? [] : [{ members: new Set(inView), cell: total.cell }]),
    ...groupings.flatMap((grouping) => rowsOf(grouping, inView)),
  ];
  for (const { members, cell } of known) {
    const people = [...members].reduce((sum, atom) => sum + (atom.cell[plan.people] ?? 0), 0);
    if (people !== cell[plan.people]) throw new Error("a row is not of the people it seems to be of");
  }
  return targetsOf(plan).flatMap((target) => attackTarget(target, { atoms, known, minGroup }));
}

/** A pool is what its parent holds beside the rows that are shown. */
function rowsOf({ grouping, cells }: ReleasedGrouping, atoms: readonly Atom[]): readonly Known[] {
  const inside = (path: readonly string[]) =>
    atoms.filter(({ values }) => path.every((value, at) => values.get(grouping.columns[at] ?? "") === value));
  return cells.map(({ kind, path, cell }) => {
    if (kind === "group") return { members: new Set(inside(path)), cell };
    const taken = new Set(
      cells.filter((other) => other.path.length > path.length).flatMap((other) => inside(other.path)),
    );
    return { members: new Set(inside(path).filter((atom) => !taken.has(atom))), cell };
  });
}

interface Material {
  readonly atoms: readonly Atom[];
  readonly known: readonly Known[];
  readonly minGroup: number;
}

function attackTarget(target: Target, { atoms, known, minGroup }: Material): readonly Found[] {
  const truth = atoms.map((atom) => ({ atom, values: target.values(atom.cell) })).filter(({ values }) => isAny(values));
  const equations = known
    .map(({ members, cell }) => ({
      indicator: truth.map(({ atom }) => Number(members.has(atom))),
      values: target.values(cell),
    }))
    .filter(({ values }) => isAny(values));
  const found: Found[] = [];
  const numbers = truth.map(({ values }) => values[0] ?? 0);
  for (const { set, values } of smallSets(equations, numbers)) {
    const inside = truth.filter((_, at) => set[at] === 1);
    const right = values.map((_, at) => inside.reduce((sum, part) => sum + (part.values[at] ?? 0), 0));
    // An attack that gets its sums wrong proves nothing.
    if (values.some((value, at) => Math.abs(value - (right[at] ?? 0)) > 1e-6))
      throw new Error(`${target.name}: recovered wrong sums`);
    const n = right[0] ?? 0;
    const why = n < minGroup ? "fewer than the minimum" : n < 10 && target.tellsAll(right) ? "all the same" : null;
    if (why !== null) found.push({ target: target.name, atoms: inside.map(({ atom }) => atom.key), why });
  }
  return found;
}

interface Equation {
  readonly indicator: readonly number[];
  readonly values: readonly number[];
}

/**
 * Every set of under ten people that the equations give, with its sums: after Gauss–Jordan elimination, largest unknowns
 * first, a set is the sum of the rows whose pivots are in it.
 */
function smallSets(
  equations: readonly Equation[],
  numbers: readonly number[],
): readonly { readonly set: readonly number[]; readonly values: readonly number[] }[] {
  const width = numbers.length;
  const order = numbers.map((_, at) => at).sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0));
  const pivots = eliminate(
    equations.map(({ indicator, values }) => [...indicator, ...values]),
    order,
  ).filter(({ pivot }) => (numbers[pivot] ?? 0) < 10);
  const found: { set: readonly number[]; values: readonly number[] }[] = [];
  const grow = (from: number, row: readonly number[], people: number) => {
    const set = row
      .slice(0, width)
      .map((value) => (Math.abs(value - Math.round(value)) < 1e-9 ? Math.round(value) : value));
    const isSet = set.includes(1) && set.every((value) => value === 0 || value === 1);
    const size = set.reduce((sum, value, at) => sum + value * (numbers[at] ?? 0), 0);
    if (isSet && size < 10) found.push({ set, values: row.slice(width) });
    for (const [at, next] of pivots.entries()) {
      const more = people + (numbers[next.pivot] ?? 0);
      if (at < from || more >= 10) continue;
      grow(
        at + 1,
        next.row.map((value, place) => value + (row[place] ?? 0)),
        more,
      );
    }
  };
  grow(0, [], 0);
  return found;
}

interface PivotRow {
  readonly pivot: number;
  row: readonly number[];
}

function eliminate(matrix: readonly (readonly number[])[], order: readonly number[]): readonly PivotRow[] {
  let rows = matrix;
  const basis: PivotRow[] = [];
  for (const pivot of order) {
    const found = rows.find((row) => Math.abs(row[pivot] ?? 0) > 1e-9);
    if (found === undefined) continue;
    const unit = found.map((value) => value / (found[pivot] ?? 1));
    const reduce = (row: readonly number[]) => {
      const factor = row[pivot] ?? 0;
      return factor === 0 ? row : row.map((value, at) => value - factor * (unit[at] ?? 0));
    };
    rows = rows.filter((row) => row !== found).map(reduce);
    for (const other of basis) other.row = reduce(other.row);
    basis.push({ pivot, row: unit });
  }
  return basis;
}
