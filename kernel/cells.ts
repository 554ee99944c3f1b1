/**
 * Where a cell ends, and what it says.
 *
 * Sixteen bytes at a time: each is looked up by its low half in a list of 16 bytes, and where it equals what stands there it
 * is one of the bytes that end a cell. (The four of them have different low halves; all other entries are bytes that could not
 * stand in their place.) Bits of the comparison make a number whose lowest set bit is the end.
 *
 * A position that begins a cell lies before the end of the input; behind the input stand line ends, so every search stops.
 */
import {
  AT_DELIMITER,
  AT_VALUE,
  BARE_ENDS,
  LOW_HALVES,
  QUOTED_ENDS,
  SLOT_BYTES,
  SLOT_LENGTH,
  SLOT_VALUE,
  TABLE,
  UNKNOWN,
} from "./layout";
import { findSlot, maskFor, slotOf } from "./texts";

const QUOTE: u32 = 0x22;
const LF: u32 = 0x0a;
const CR: u32 = 0x0d;
/** No cell ends at address 0. */
const UNUSUAL: usize = 0;

/** Bit i: byte i of the 16 ends a cell. */
function ends(bytes: v128, list: v128): u32 {
  return i8x16.bitmask(i8x16.eq(i8x16.swizzle(list, v128.and(bytes, v128.load(LOW_HALVES))), bytes));
}

/** The first byte from `at` on that stands in the list. */
function nextEnd(at: usize, list: v128): usize {
  let from = at;
  while (true) {
    const found = ends(v128.load(from), list) | (ends(v128.load(from, 16), list) << 16);
    if (found !== 0) return from + ctz(found);
    from += 32;
  }
}

/** Does a cell end before this byte? */
function isEnd(byte: u32): bool {
  return byte === load<u32>(AT_DELIMITER) || byte === LF || byte === CR;
}

/** Where the bare cell ends; 0 where a quotation mark stands in it. */
function bareEnd(at: usize): usize {
  const end = nextEnd(at, v128.load(BARE_ENDS));
  return load<u8>(end) === QUOTE ? UNUSUAL : end;
}

/** The quotation mark that ends a text, passing over doubled ones: twice the place, + 1 where there were any; 0 where something is wrong. */
function closingBehindDoubled(at: usize): u64 {
  const list = v128.load(QUOTED_ENDS);
  let doubled: u64 = 0;
  let from = at;
  while (true) {
    const end = nextEnd(from, list);
    if (load<u8>(end) !== QUOTE) return UNUSUAL;
    if (isEnd(load<u8>(end, 1))) return ((<u64>end) << 1) | doubled;
    if (load<u8>(end, 1) !== QUOTE) return UNUSUAL;
    doubled = 1;
    from = end + 2;
  }
}

/** Where the cell ends, whatever it says; 0: unusual. */
export function passOver(at: usize): usize {
  if (load<u8>(at) !== QUOTE) return bareEnd(at);
  const closing = closingBehindDoubled(at + 1);
  return closing === UNUSUAL ? UNUSUAL : <usize>(closing >> 1) + 1;
}

/** The same; notes at `out` where the text stands, from `input` on. */
export function passText(at: usize, out: usize, input: usize): usize {
  if (load<u8>(at) !== QUOTE) {
    const end = bareEnd(at);
    store<u32>(out, <u32>(at - input));
    store<u32>(out, (<u32>(end - at)) << 1, 4);
    return end;
  }
  const closing = closingBehindDoubled(at + 1);
  if (closing === UNUSUAL) return UNUSUAL;
  const end = <usize>(closing >> 1);
  store<u32>(out, <u32>(at + 1 - input));
  store<u32>(out, ((<u32>(end - at - 1)) << 1) | <u32>(closing & 1), 4);
  return end + 1;
}

/**
 * Where the cell of an item or a key ends; 0: unusual. What it says is noted at AT_VALUE, and not part of what is returned: the
 * next cell can then begin before this one is looked up. (So no end may be chosen by the value either: the store between the
 * test and the return keeps a compiler from that.) Most cells are over within the 32 bytes that are at hand.
 */
export function readCell(at: usize, column: usize): usize {
  if (load<u8>(at) === QUOTE) return readQuoted(at + 1, column);
  const list = v128.load(BARE_ENDS);
  const first = v128.load(at);
  const second = v128.load(at, 16);
  const found = ends(first, list) | (ends(second, list) << 16);
  const end = found !== 0 ? at + ctz(found) : nextEnd(at + 32, list);
  if (load<u8>(end) === QUOTE) return UNUSUAL;
  const value = lookUp(column, at, <u32>(end - at), first, second);
  if (value === UNKNOWN) return UNUSUAL;
  store<i32>(AT_VALUE, value);
  return end;
}

/** The same from behind an opening quotation mark. */
function readQuoted(at: usize, column: usize): usize {
  const list = v128.load(QUOTED_ENDS);
  const first = v128.load(at);
  const second = v128.load(at, 16);
  const found = ends(first, list) | (ends(second, list) << 16);
  const end = found !== 0 ? at + ctz(found) : nextEnd(at + 32, list);
  if (load<u8>(end) !== QUOTE || !isEnd(load<u8>(end, 1))) return UNUSUAL;
  const value = lookUp(column, at, <u32>(end - at), first, second);
  if (value === UNKNOWN) return UNUSUAL;
  store<i32>(AT_VALUE, value);
  return end + 1;
}

/**
 * The value of a text, given the 32 bytes from its beginning. Nearly all texts stand in their own slot and are no longer than
 * that.
 */
function lookUp(column: usize, at: usize, length: u32, first: v128, second: v128): i32 {
  const mask = maskFor(length);
  const a = v128.and(first, v128.load(mask));
  const b = v128.and(second, v128.load(mask, 16));
  let place = <usize>load<u32>(column, TABLE) + slotOf(a, b, column) * SLOT_BYTES;
  const difference = v128.or(v128.xor(a, v128.load(place)), v128.xor(b, v128.load(place, 16)));
  if (v128.any_true(difference) || load<u32>(place, SLOT_LENGTH) !== length || length > 32)
    place = findSlot(column, at, length);
  return load<i32>(place, SLOT_VALUE);
}
