import * as layout from "../../../kernel/layout.ts";
import type { ScanColumn, ScanOptions } from "./core.ts";
import type { WasmMemory } from "./wasm-memory.ts";

const [LF, CR, QUOTE] = [10, 13, 34];
const KINDS = { ignored: layout.IGNORED, item: layout.ITEM, key: layout.KEY, text: layout.TEXT } as const;
/** Odd numbers without a pattern: what sixteen pairs of bytes of a text are multiplied with to find its slot. */
const FACTORS = [
  ...[0x5a6b, 0x79b9, 0xefad, 0x3c15, 0xc2b3, 0x27d5, 0x2f17, 0xb1cb],
  ...[0x9e37, 0x165f, 0x4cf5, 0x85dd, 0x1b87, 0xd3e5, 0x6d2b, 0x3593],
];
/** Bytes of an element of a block: a code, a symbol, where a text stands. */
const ELEMENT = { item: 1, key: 2, text: 8 } as const;

/** Writes down for the module what the columns of the file are. blocks: where the elements of each kind begin. */
export function describeColumns(
  memory: WasmMemory,
  { columns, delimiter }: ScanOptions,
  blocks: Readonly<Record<"item" | "key" | "text", number>>,
): void {
  const singles = memory.reserve(columns.length * layout.SINGLE_BYTES);
  memory.words.fill(layout.UNKNOWN, singles >> 2, (singles + columns.length * layout.SINGLE_BYTES) >> 2);
  const openTable = memory.export("openTable");
  for (const [place, column] of columns.entries()) {
    const address = layout.COLUMN + place * layout.COLUMN_BYTES;
    memory.set(address + layout.KIND, KINDS[column.kind]);
    memory.set(address + layout.SINGLE, singles + place * layout.SINGLE_BYTES);
    memory.set(address + layout.EMPTY, layout.UNKNOWN);
    memory.set(address + layout.RUN, runFrom(columns, place));
    if (column.kind === "ignored") continue;
    memory.set(address + layout.OUT, blocks[column.kind] + column.slot * layout.STRIDE * ELEMENT[column.kind]);
    if (column.kind !== "text") openTable(address, layout.FIRST_BITS);
  }
  memory.set(layout.AT_COLUMNS, layout.COLUMN);
  memory.set(layout.AT_COLUMNS_END, layout.COLUMN + columns.length * layout.COLUMN_BYTES);
  memory.set(layout.AT_DELIMITER, delimiter);
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(byLowHalf([delimiter, LF, CR, QUOTE]), layout.BARE_ENDS);
  bytes.set(byLowHalf([LF, CR, QUOTE]), layout.QUOTED_ENDS);
  bytes.fill(255, layout.MASKS, layout.MASKS + 32);
  bytes.fill(15, layout.LOW_HALVES, layout.LOW_HALVES + 16);
  new Uint16Array(memory.buffer).set(FACTORS, layout.FACTORS_HERE / 2);
}

/** How many items from this column on follow each other in the block as in the file. The last column of the file ends otherwise. */
function runFrom(columns: readonly ScanColumn[], first: number): number {
  const slot = (place: number): number | null => {
    const column = columns[place];
    return column?.kind === "item" ? column.slot : null;
  };
  const start = slot(first);
  let place = first;
  while (start !== null && place < columns.length - 1 && slot(place) === start + place - first) place++;
  return place - first;
}

/** Each byte at the place of its low half; elsewhere one that could not stand there. */
function byLowHalf(bytes: readonly number[]): Uint8Array {
  const list = Uint8Array.from({ length: 16 }, (_, half) => (half + 1) & 15);
  for (const byte of bytes) list[byte & 15] = byte;
  return list;
}
