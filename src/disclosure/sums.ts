import type { Aggregate, Cell } from "../aggregate/types.ts";

/** Element-wise sum of the cells; a new cell of `length` zeros when there are none. */
export function sumCells(length: number, cells: Iterable<Cell>): Cell {
  const sum = new Float64Array(length);
  for (const cell of cells) for (let at = 0; at < length; at++) sum[at] = (sum[at] ?? 0) + (cell[at] ?? 0);
  return sum;
}

/** Label → sums of the group, in order of label. Throws when the aggregate was not built with this column. */
export function groupsBy(aggregate: Aggregate, column: string): ReadonlyMap<string, Cell> {
  const place = aggregate.plan.segments.indexOf(column);
  if (place < 0) throw new Error(`the aggregate has no segment "${column}"`);
  const parts = new Map<string, Cell[]>();
  for (const [key, cell] of aggregate.atoms) {
    const label = labelAt(key, place);
    const cells = parts.get(label);
    if (cells === undefined) parts.set(label, [cell]);
    else cells.push(cell);
  }
  const sorted = [...parts].sort(([a], [b]) => compareLabels(a, b));
  return new Map(sorted.map(([label, cells]) => [label, sumCells(aggregate.plan.length, cells)]));
}

/** By code unit, blank last: the same on every machine. */
export function compareLabels(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Atom keys are the JSON of the tuple of segment values. */
function labelAt(key: string, place: number): string {
  const values: unknown = JSON.parse(key);
  const value: unknown = Array.isArray(values) ? values[place] : undefined;
  if (typeof value !== "string") throw new Error(`atom key ${key} has no value at place ${place}`);
  return value;
}
