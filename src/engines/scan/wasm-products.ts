import * as at from "../../../kernel/plan.ts";
import type { ListwiseSlots } from "../../aggregate/types.ts";
import type { KernelWriting } from "./wasm-records.ts";

/**
 * Blocks of two columns times four that hold all products wanted of `count` columns, which begin at `columns`: a multiple of
 * four of them. placeOf: where the product of two is added, i ≤ j; null: it is not wanted.
 */
export function writeBlocks(
  { records, nowhere }: KernelWriting,
  columns: number,
  { count, placeOf }: { readonly count: number; readonly placeOf: (i: number, j: number) => number | null },
): readonly [number, number] {
  const blocks: number[][] = [];
  for (let i = 0; i < count; i += 2)
    for (let j = 4 * Math.floor(i / 4); j < count; j += 4) {
      const products = [i, i + 1].flatMap((left) => [j, j + 1, j + 2, j + 3].map((right) => [left, right] as const));
      const places = products.map(([left, right]) => (left > right || right >= count ? null : placeOf(left, right)));
      if (places.every((place) => place === null)) continue;
      const words = places.map((place) => place ?? nowhere);
      blocks.push([columns + i * at.COLUMN_STRIDE, columns + j * at.COLUMN_STRIDE, ...words]);
    }
  return records.list(blocks);
}

/** Room for columns, filled up to a multiple of four. */
export function columnsFor({ records }: KernelWriting, count: number): number {
  return records.room(4 * Math.ceil(count / 4) * at.COLUMN_STRIDE);
}

/**
 * The columns of the members of a set and one of ones, and the blocks that all their products come from: a product with the
 * ones is a sum, and that of the ones is the number of people.
 */
export function writeListwise(
  writing: KernelWriting,
  slots: ListwiseSlots,
): { readonly columns: number; readonly blocks: readonly [number, number] } {
  const { place } = writing;
  const ones = slots.members.length;
  const columns = columnsFor(writing, ones + 1);
  const placeOf = (i: number, j: number): number => {
    if (j === ones) return place(i === ones ? slots.n : slots.sums + i);
    return place(slots.products + i * ones - (i * (i - 1)) / 2 + j - i);
  };
  return { columns, blocks: writeBlocks(writing, columns, { count: ones + 1, placeOf }) };
}
