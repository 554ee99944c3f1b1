/**
 * What each column was taught: an open table of texts, found by their first 32 bytes.
 *
 * A text is read as two vectors of 16 bytes with everything behind its end set to zero, so that texts up to 32 bytes are equal
 * when two vectors and the length are. Longer ones are compared on, from the copy that was kept when they were taught.
 */
import {
  AT_FREE,
  AT_FREE_END,
  EMPTY,
  FACTORS_HERE,
  FEW_TEXTS,
  FREE_SLOT,
  MASKS,
  MOST_TEXTS,
  SHIFT,
  SINGLE,
  SLOT_BYTES,
  SLOT_LENGTH,
  SLOT_TEXT,
  SLOT_VALUE,
  SLOTS_FOR_FEW,
  TABLE,
  TEXTS,
  UNKNOWN,
} from "./layout";

/** A large odd number, in two halves of 32 bits. */
const MIXED_UP: i64 = ((<i64>0x9e3779b9) << 32) | 0x7f4a7c15;

/** Where the masks lie that leave of 32 bytes those of a text: the shorter the text, the later they begin. */
export function maskFor(length: u32): usize {
  return MASKS + 32 - (length < 32 ? length : 32);
}

/**
 * The slot for a text of which these are the first 32 bytes. Multiplied pairwise by odd numbers and added up, every byte has a
 * say in the upper bits of the product; those are the slot. The column has one, too: the same answers to all questions would
 * fight for the same lines of the cache.
 */
export function slotOf(a: v128, b: v128, column: usize): usize {
  const left = i32x4.dot_i16x8_s(a, v128.load(FACTORS_HERE));
  const mixed = i32x4.add(left, i32x4.dot_i16x8_s(b, v128.load(FACTORS_HERE, 16)));
  const sum = i64x2.extract_lane(mixed, 0) + rotl<i64>(i64x2.extract_lane(mixed, 1), 29) + <i64>column;
  return <usize>(<u64>(sum * MIXED_UP) >> <u64>load<u32>(column, SHIFT));
}

/** The same for a text of more than 32 bytes: its last 16 have a say as well. */
function slotOfLong(a: v128, b: v128, column: usize, end: usize): usize {
  const last = v128.load(end - 16);
  return slotOf(i32x4.add(a, last), i32x4.sub(b, last), column);
}

/** Is the text the one that was kept, from its 33rd byte on? The last 16 bytes are compared whole, whatever was compared before. */
function isSameRest(at: usize, kept: usize, length: u32): bool {
  const last = length - 16;
  for (let i: u32 = 32; i < last; i += 16)
    if (v128.any_true(v128.xor(v128.load(at + i), v128.load(kept + i)))) return false;
  return !v128.any_true(v128.xor(v128.load(at + last), v128.load(kept + last)));
}

/** The slot that holds this text, or the free one where it belongs. */
export function findSlot(column: usize, at: usize, length: u32): usize {
  const mask = maskFor(length);
  const a = v128.and(v128.load(at), v128.load(mask));
  const b = v128.and(v128.load(at, 16), v128.load(mask, 16));
  const last = ((<usize>1) << (64 - load<u32>(column, SHIFT))) - 1;
  let slot = length > 32 ? slotOfLong(a, b, column, at + length) : slotOf(a, b, column);
  while (true) {
    const place = <usize>load<u32>(column, TABLE) + slot * SLOT_BYTES;
    const found = load<u32>(place, SLOT_LENGTH);
    if (found === FREE_SLOT) return place;
    const difference = v128.or(v128.xor(a, v128.load(place)), v128.xor(b, v128.load(place, 16)));
    const isSame = found === length && !v128.any_true(difference);
    if (isSame && (length <= 32 || isSameRest(at, load<u32>(place, SLOT_TEXT), length))) return place;
    slot = (slot + 1) & last;
  }
}

/** A piece of free memory, on a line of the cache; 0 where there is none left. */
function take(bytes: usize): usize {
  const start = (<usize>load<u32>(AT_FREE) + 63) & ~63;
  if (start + bytes > <usize>load<u32>(AT_FREE_END)) return 0;
  store<u32>(AT_FREE, <u32>(start + bytes));
  return start;
}

/** Gives the column a table of 2^bits free slots. False: no room. */
export function openTable(column: usize, bits: u32): bool {
  const size = (<usize>SLOT_BYTES) << bits;
  const table = take(size);
  if (table === 0) return false;
  for (let place = table; place < table + size; place += SLOT_BYTES) {
    store<i32>(place, FREE_SLOT, SLOT_LENGTH);
    store<i32>(place, UNKNOWN, SLOT_VALUE);
  }
  store<u32>(column, <u32>table, TABLE);
  store<u32>(column, 64 - bits, SHIFT);
  return true;
}

/** A table of twice the size. The old one stays behind: all of them together are no larger than the new one. */
function grow(column: usize): bool {
  const old = <usize>load<u32>(column, TABLE);
  const bits = 64 - load<u32>(column, SHIFT);
  if (!openTable(column, bits + 1)) return false;
  for (let place = old; place < old + ((<usize>SLOT_BYTES) << bits); place += SLOT_BYTES) {
    if (load<i32>(place, SLOT_LENGTH) === FREE_SLOT) continue;
    const slot = findSlot(column, load<u32>(place, SLOT_TEXT), load<u32>(place, SLOT_LENGTH));
    memory.copy(slot, place, SLOT_BYTES);
  }
  return true;
}

/** Few texts stand far apart, so that hardly one is ever looked for twice: what a processor foresees costs next to nothing. */
function slotsFor(texts: u32): u32 {
  return texts > <u32>FEW_TEXTS ? max<u32>(2 * texts, FEW_TEXTS * SLOTS_FOR_FEW) : texts * SLOTS_FOR_FEW;
}

/**
 * The text at `at`, which is kept where it stands, has this value in cells of the column. isBare: as a bare cell it may stand in the table of texts of one
 * byte (a delimiter never does: a cell of it is quoted). False: no room for more.
 */
export function learn(column: usize, at: usize, length: u32, value: i32, isBare: bool): bool {
  let slot = findSlot(column, at, length);
  if (load<i32>(slot, SLOT_LENGTH) === FREE_SLOT) {
    const texts = load<u32>(column, TEXTS);
    if (texts >= <u32>MOST_TEXTS) return false;
    if (<u64>slotsFor(texts + 1) > (<u64>1) << (64 - load<u32>(column, SHIFT))) {
      if (!grow(column)) return false;
      slot = findSlot(column, at, length);
    }
    const mask = maskFor(length);
    v128.store(slot, v128.and(v128.load(at), v128.load(mask)));
    v128.store(slot, v128.and(v128.load(at, 16), v128.load(mask, 16)), 16);
    store<u32>(slot, length, SLOT_LENGTH);
    store<u32>(slot, <u32>at, SLOT_TEXT);
    store<u32>(column, texts + 1, TEXTS);
  }
  store<i32>(slot, value, SLOT_VALUE);
  if (length === 0) store<i32>(column, value, EMPTY);
  if (length === 1 && isBare) {
    const single = <usize>load<u32>(column, SINGLE) + ((<usize>load<u8>(at)) << 2);
    store<u32>(single, value & 255);
  }
  return true;
}
