import { LAST_MISSING } from "../response/types.ts";
import type { Cell, ListwiseSlots } from "./types.ts";
import { addWide, exactProduct } from "./wide.ts";

/** Adds one respondent to every set whose members he or she all has. `values`: what the places of the sets point into. */
export type ListwiseFold = (cell: Cell, values: Float64Array) => void;

/** Builds the fold of listwise sets. `places`: per set, where its members stand among the values. */
export function createListwiseFold(
  sets: readonly ListwiseSlots[],
  places: readonly (readonly number[])[],
): ListwiseFold {
  const folds = sets.map((slots, at) => createSetFold(slots, Int32Array.from(places[at] ?? [])));
  return (cell, values) => {
    for (let s = 0; s < folds.length; s++) (folds[s] as ListwiseFold)(cell, values);
  };
}

function createSetFold(slots: ListwiseSlots, places: Int32Array): ListwiseFold {
  const k = places.length;
  const row = new Float64Array(k);
  return (cell, values) => {
    for (let i = 0; i < k; i++) {
      const x = values[places[i] as number] as number;
      if (x <= LAST_MISSING) return;
      row[i] = x;
    }
    addComplete(cell, slots, row);
  };
}

/** Adds somebody who has every member of a set: `row`, in the order of the members. */
function addComplete(cell: Cell, { n, sums, products, wide }: ListwiseSlots, row: Float64Array): void {
  cell[n] = (cell[n] as number) + 1;
  for (let i = 0; i < row.length; i++) cell[sums + i] = (cell[sums + i] as number) + (row[i] as number);
  if (wide) addWideProducts(cell, products, row);
  else addProducts(cell, products, row);
}

/** The upper triangle of row × row, row by row: the innermost loop of the fold. */
function addProducts(cell: Cell, first: number, row: Float64Array): void {
  let place = first;
  for (let i = 0; i < row.length; i++) {
    const x = row[i] as number;
    for (let j = i; j < row.length; j++) {
      cell[place] = (cell[place] as number) + x * (row[j] as number);
      place++;
    }
  }
}

function addWideProducts(cell: Cell, first: number, row: Float64Array): void {
  let place = first;
  for (let i = 0; i < row.length; i++)
    for (let j = i; j < row.length; j++) {
      addWide(cell, place, exactProduct(row[i] as number, row[j] as number));
      place += 2;
    }
}
