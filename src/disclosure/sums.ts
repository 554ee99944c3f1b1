import type { Cell } from "../aggregate/types.ts";
import { type Atom, placeOf } from "./view.ts";

/** People who share their values in some columns. */
export interface Part {
  /** Apart from every other part's: the value itself of one column, the JSON of the values of several. */
  readonly label: string;
  readonly values: readonly string[];
  readonly atoms: readonly Atom[];
}

/** Element-wise sum of the cells; a new cell of `length` zeros when there are none. */
export function sumCells(length: number, cells: Iterable<Cell>): Cell {
  const sum = new Float64Array(length);
  for (const cell of cells) for (let at = 0; at < length; at++) sum[at] = (sum[at] as number) + (cell[at] as number);
  return sum;
}

/** The parts of a body of people by the values of `by`, in order of these values. */
export function partition(
  atoms: readonly Atom[],
  of: { readonly columns: readonly string[]; readonly by: readonly string[] },
): readonly Part[] {
  const places = of.by.map((column) => placeOf(of.columns, column));
  const parts = new Map<string, { label: string; values: readonly string[]; atoms: Atom[] }>();
  for (const atom of atoms) {
    const values = places.map((place) => atom.values[place] ?? "");
    const label = values.length === 1 ? (values[0] ?? "") : JSON.stringify(values);
    const part = parts.get(label);
    if (part === undefined) parts.set(label, { label, values, atoms: [atom] });
    else part.atoms.push(atom);
  }
  return [...parts.values()].sort((a, b) => comparePaths(a.values, b.values));
}

/** Value by value. */
export function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (const [at, value] of a.entries()) {
    const order = compareLabels(value, b[at] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

/** By code unit, blank last: the same on every machine. */
export function compareLabels(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return a < b ? -1 : 1;
}
