/** Rows in hand: where their columns begin, and how far one is from the next. */
import { STRIDE } from "./layout";
import { BLOCK, ITEMS, LANES, PART_STRIDE, PICKED } from "./plan";

const UNANSWERED: u8 = 0x80;

/** The part that is in hand: address of its first column, from one to the next, rows, and rows with those that fill up a vector. */
export let base: usize = 0;
export let stride: usize = 0;
export let rows: u32 = 0;
export let filled: u32 = 0;

/** Where column `item` of the part begins. */
export function columnAt(item: u32): usize {
  return base + <usize>item * stride;
}

/** Takes rows as they stand in the block, from `first` on. A part that does not fill its last vector is copied. */
export function takeRows(kernel: usize, first: u32, count: u32): void {
  rows = count;
  filled = (count + LANES - 1) & ~(LANES - 1);
  base = <usize>load<u32>(kernel, BLOCK) + first;
  stride = STRIDE;
  if (filled === count) return;
  const picked = <usize>load<u32>(kernel, PICKED);
  const items = load<u32>(kernel, ITEMS);
  for (let item: u32 = 0; item < items; item++) memory.copy(picked + <usize>item * PART_STRIDE, columnAt(item), count);
  base = picked;
  stride = PART_STRIDE;
  fillUp(items);
}

/** Unanswered rows behind the last one, up to a whole vector. */
function fillUp(items: u32): void {
  for (let item: u32 = 0; item < items; item++) memory.fill(columnAt(item) + rows, UNANSWERED, filled - rows);
}

/** Takes rows by their numbers, which stand at `order`. Eight at a time: their numbers stay at hand for all columns. */
export function pickRows(kernel: usize, order: usize, count: u32): void {
  rows = count;
  filled = (count + LANES - 1) & ~(LANES - 1);
  base = <usize>load<u32>(kernel, PICKED);
  stride = PART_STRIDE;
  const block = <usize>load<u32>(kernel, BLOCK);
  const end = block + <usize>load<u32>(kernel, ITEMS) * STRIDE;
  for (let row: u32 = 0; row < count; row += 8) {
    const numbers = order + ((<usize>row) << 1);
    if (row + 8 <= count) pickEight(block, end, numbers, base + row);
    else pickFew(block, end, numbers, row);
  }
  if (filled > count) fillUp(load<u32>(kernel, ITEMS));
}

/** Eight rows of all columns, as one number of 64 bits a column. */
function pickEight(block: usize, end: usize, numbers: usize, target: usize): void {
  const a = <usize>load<u16>(numbers);
  const b = <usize>load<u16>(numbers, 2);
  const c = <usize>load<u16>(numbers, 4);
  const d = <usize>load<u16>(numbers, 6);
  const e = <usize>load<u16>(numbers, 8);
  const f = <usize>load<u16>(numbers, 10);
  const g = <usize>load<u16>(numbers, 12);
  const h = <usize>load<u16>(numbers, 14);
  let to = target;
  for (let column = block; column < end; column += STRIDE) {
    const low = load<u8>(column + a) | ((<u32>load<u8>(column + b)) << 8) | ((<u32>load<u8>(column + c)) << 16);
    const high = load<u8>(column + e) | ((<u32>load<u8>(column + f)) << 8) | ((<u32>load<u8>(column + g)) << 16);
    store<u32>(to, low | ((<u32>load<u8>(column + d)) << 24));
    store<u32>(to, high | ((<u32>load<u8>(column + h)) << 24), 4);
    to += PART_STRIDE;
  }
}

/** The rows that are left. */
function pickFew(block: usize, end: usize, numbers: usize, first: u32): void {
  let to = base;
  for (let column = block; column < end; column += STRIDE) {
    for (let row = first; row < rows; row++)
      store<u8>(to + row, load<u8>(column + <usize>load<u16>(numbers + ((<usize>(row - first)) << 1))));
    to += PART_STRIDE;
  }
}
