/** A set of groups whose sums are a combination of what was published. */
export interface Combination {
  /** Bit i: group i is in the set. */
  readonly mask: number;
  /** One factor per published cell. */
  readonly factors: readonly number[];
}

const remembered = new Map<string, readonly Combination[]>();

/**
 * Every set of `groups` groups whose indicator is a linear combination of the published cells' indicators, by elimination.
 * The published cells are everybody, single groups and unions of groups apart from each other, so all factors are whole.
 */
export function derivable(cells: readonly number[], groups: number): readonly Combination[] {
  const key = `${groups}:${cells.join()}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const basis = eliminate(cells, groups);
  const found: Combination[] = [];
  for (let mask = 1; mask < 1 << groups; mask++) {
    const factors = factorsOf(mask, basis, { groups, cells: cells.length });
    if (factors !== null) found.push({ mask, factors });
  }
  remembered.set(key, found);
  return found;
}

interface BasisRow {
  readonly pivot: number;
  /** Indicator over the groups, then the factors over the cells that give it. */
  readonly row: readonly number[];
}

/** Gauss–Jordan on [indicators | identity]. */
function eliminate(cells: readonly number[], groups: number): readonly BasisRow[] {
  let rows = cells.map((cell, at) => [
    ...Array.from({ length: groups }, (_, group) => (cell >> group) & 1),
    ...cells.map((_, other) => (other === at ? 1 : 0)),
  ]);
  const basis: { pivot: number; row: number[] }[] = [];
  for (let pivot = 0; pivot < groups; pivot++) {
    const found = rows.find((row) => row[pivot] !== 0);
    if (found === undefined) continue;
    const unit = found.map((value) => value / (found[pivot] ?? 1));
    const reduce = (row: readonly number[]) => row.map((value, at) => value - (row[pivot] ?? 0) * (unit[at] ?? 0));
    rows = rows.filter((row) => row !== found).map(reduce);
    for (const other of basis) other.row = reduce(other.row);
    basis.push({ pivot, row: unit });
  }
  return basis;
}

function factorsOf(
  mask: number,
  basis: readonly BasisRow[],
  size: { readonly groups: number; readonly cells: number },
): readonly number[] | null {
  const sum = Array.from({ length: size.groups + size.cells }, () => 0);
  for (const { pivot, row } of basis)
    if ((mask >> pivot) & 1) for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (row[at] ?? 0);
  for (let group = 0; group < size.groups; group++) if (sum[group] !== ((mask >> group) & 1)) return null;
  return sum.slice(size.groups);
}
