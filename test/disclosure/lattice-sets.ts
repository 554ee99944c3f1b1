/** What is published of one set of people: numbers that add up over people. */
export interface Equation {
  /** One entry per atom: 1 for those in the set. */
  readonly indicator: readonly number[];
  readonly values: readonly number[];
}

/** Σ factor · (numbers of an atom), no factor below 0. A set of people where all factors are 0 or 1. */
export interface Reached {
  readonly factors: readonly number[];
  readonly values: readonly number[];
  readonly isSet: boolean;
}

interface Row {
  readonly pivot: number;
  entries: readonly number[];
}

const TINY = 1e-9;
/** How often a row is taken at most: twice finds what three overlapping sets leave, counted double. */
const MOST = 2;

/**
 * Sums without a minus that the equations give, in which fewer than `most` people take part. A sum in which some count
 * double says nothing about one set; but where it is nothing, nobody in it has anything.
 * `people`: of every atom, to look at small ones only.
 */
export function reachable(equations: readonly Equation[], people: readonly number[], most: number): readonly Reached[] {
  const width = people.length;
  const rows = eliminated(equations, people).filter(({ pivot }) => (people[pivot] ?? 0) < most);
  const found: Reached[] = [];
  const grow = (from: number, entries: readonly number[], chosen: number) => {
    const reached = entries.length === 0 ? null : checked(entries, { width, people, most });
    if (reached !== null) found.push(reached);
    for (const [at, row] of rows.entries()) {
      const more = chosen + (people[row.pivot] ?? 0);
      if (at < from || more >= most) continue;
      for (let times = 1; times <= MOST; times++)
        grow(
          at + 1,
          row.entries.map((value, place) => times * value + (entries[place] ?? 0)),
          more,
        );
    }
  };
  grow(0, [], 0);
  return found;
}

function checked(
  entries: readonly number[],
  { width, people, most }: { readonly width: number; readonly people: readonly number[]; readonly most: number },
): Reached | null {
  if (entries.some((value, at) => at < width && value < -TINY)) return null;
  const factors = entries.slice(0, width).map((value) => (value < TINY ? 0 : value));
  const inside = factors.reduce((sum, factor, at) => (factor > 0 ? sum + (people[at] ?? 0) : sum), 0);
  if (inside >= most) return null;
  const isSet = factors.every((factor) => factor === 0 || Math.abs(factor - 1) < TINY);
  return { factors, values: entries.slice(width).map(tidy), isSet };
}

/** Gauss–Jordan; the atoms of most people are eliminated first, so that the rows left are about few. */
function eliminated(equations: readonly Equation[], people: readonly number[]): readonly Row[] {
  let left: readonly (readonly number[])[] = equations.map(({ indicator, values }) => [...indicator, ...values]);
  const rows: Row[] = [];
  const order = [...people.keys()].sort((a, b) => (people[b] ?? 0) - (people[a] ?? 0));
  for (const pivot of order) {
    const found = left.find((entries) => Math.abs(entries[pivot] ?? 0) > TINY);
    if (found === undefined) continue;
    const unit = found.map((value) => value / (found[pivot] ?? 1));
    const without = (entries: readonly number[]) => {
      const factor = entries[pivot] ?? 0;
      return factor === 0 ? entries : entries.map((value, at) => value - factor * (unit[at] ?? 0));
    };
    left = left.filter((entries) => entries !== found).map(without);
    for (const row of rows) row.entries = without(row.entries);
    rows.push({ pivot, entries: unit });
  }
  return rows;
}

function tidy(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value - rounded) < 1e-6 ? rounded : value;
}
