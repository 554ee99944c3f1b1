/** Rows of a file into the columns of a block, as long as they are ordinary (engines/scan/core.ts says what that is). */
import { passOver, passText, readCell } from "./cells";
import {
  AT_COLUMNS,
  AT_COLUMNS_END,
  AT_DELIMITER,
  AT_INPUT,
  AT_LINE_OF,
  AT_LINES,
  AT_POSITION,
  AT_ROWS,
  AT_VALUE,
  COLUMN_BYTES,
  EMPTY,
  IGNORED,
  ITEM,
  KIND,
  OUT,
  ROWS,
  RUN,
  SINGLE,
  SINGLE_BYTES,
  STOP_END,
  STOP_FULL,
  STOP_UNUSUAL,
  STRIDE,
  TEXT,
  UNKNOWN,
} from "./layout";

const LF: u32 = 0x0a;
const CR: u32 = 0x0d;
const QUOTE: u32 = 0x22;
const UNANSWERED: i8 = -128;
const UNTAUGHT: u32 = <u32>UNKNOWN;

/** One cell of any kind, into row `row`. Where it ends; 0: unusual. */
function takeCell(at: usize, column: usize, row: usize): usize {
  const kind = load<u32>(column, KIND);
  const out = <usize>load<u32>(column, OUT);
  if (kind === IGNORED) return passOver(at);
  if (kind === TEXT) return passText(at, out + (row << 3), load<u32>(AT_INPUT));
  const end = readCell(at, column);
  if (kind === ITEM) store<i8>(out + row, load<i8>(AT_VALUE));
  else store<u16>(out + (row << 1), load<u16>(AT_VALUE));
  return end;
}

/** The value of the cell of one byte at `at`; more than 255: none that was taught. */
function single(at: usize, values: usize): u32 {
  return load<u32>(values + ((<usize>load<u8>(at)) << 2));
}

/** Eight bare cells of one byte each, if that is what they are. What is stored of others is written over later. */
function takeEight(at: usize, values: usize, out: usize): bool {
  const isDelimiter = i8x16.eq(v128.load(at), v128.load_splat<u8>(AT_DELIMITER));
  if (i8x16.bitmask(isDelimiter) !== 0xaaaa) return false;
  const a = single(at, values);
  const b = single(at + 2, values + SINGLE_BYTES);
  const c = single(at + 4, values + 2 * SINGLE_BYTES);
  const d = single(at + 6, values + 3 * SINGLE_BYTES);
  store<u8>(out, a);
  store<u8>(out, b, STRIDE);
  store<u8>(out, c, 2 * STRIDE);
  store<u8>(out, d, 3 * STRIDE);
  const e = single(at + 8, values + 4 * SINGLE_BYTES);
  const f = single(at + 10, values + 5 * SINGLE_BYTES);
  const g = single(at + 12, values + 6 * SINGLE_BYTES);
  const h = single(at + 14, values + 7 * SINGLE_BYTES);
  store<u8>(out, e, 4 * STRIDE);
  store<u8>(out, f, 5 * STRIDE);
  store<u8>(out, g, 6 * STRIDE);
  store<u8>(out, h, 7 * STRIDE);
  return (a | b | c | d | e | f | g | h) < 256;
}

/** Items one after the other, whatever their cells are: of one byte, bare or quoted; empty; or anything else. Behind the last delimiter; 0: unusual. */
function takeFew(from: usize, first: usize, stop: usize, row: usize): usize {
  const delimiter = load<u32>(AT_DELIMITER);
  const quoted = QUOTE | (QUOTE << 16) | (delimiter << 24);
  let values = <usize>load<u32>(first, SINGLE);
  let out = <usize>load<u32>(first, OUT) + row;
  let at = from;
  for (let column = first; column < stop; column += COLUMN_BYTES) {
    const bytes = load<u32>(at);
    // Each way has its own store, and so is a jump: chosen without one, where the next cell begins would wait for this one.
    if (((bytes >>> 8) & 255) === delimiter && single(at, values) !== UNTAUGHT) {
      store<u8>(out, single(at, values));
      at += 2;
    } else if ((bytes & 0xffff00ff) === quoted && single(at + 1, values) !== UNTAUGHT) {
      store<u8>(out, single(at + 1, values));
      at += 4;
    } else if ((bytes & 255) === delimiter && load<i32>(column, EMPTY) !== UNKNOWN) {
      store<i8>(out, load<i8>(column, EMPTY));
      at += 1;
    } else {
      const end = readCell(at, column);
      if (end === 0 || load<u8>(end) !== delimiter) return 0;
      store<i8>(out, load<i8>(AT_VALUE));
      at = end + 1;
    }
    values += SINGLE_BYTES;
    out += STRIDE;
  }
  return at;
}

/**
 * Items one after the other, eight at a time: in nearly all files answers are of one byte, which are looked up in a table of
 * 256 values a column. Behind the last delimiter; 0: unusual.
 */
function takeRun(from: usize, first: usize, row: usize): usize {
  const stop = first + <usize>load<u32>(first, RUN) * COLUMN_BYTES;
  let values = <usize>load<u32>(first, SINGLE);
  let out = <usize>load<u32>(first, OUT) + row;
  let at = from;
  let column = first;
  let hasMissed = false;
  while (column + 8 * COLUMN_BYTES <= stop) {
    const next = column + 8 * COLUMN_BYTES;
    if (takeEight(at, values, out)) at += 16;
    else {
      // Twice is enough: it is another kind of file, or somebody who left much out.
      if (hasMissed) break;
      hasMissed = true;
      at = takeFew(at, column, next, row);
      if (at === 0) return 0;
    }
    column = next;
    values += 8 * SINGLE_BYTES;
    out += 8 * STRIDE;
  }
  return takeFew(at, column, stop, row);
}

/** Behind the line end at `at`; 0 where none stands there, or it is not known yet how far it goes. */
function behindLineEnd(at: usize, to: usize): usize {
  const byte: u32 = load<u8>(at);
  if (byte === LF) return at + 1;
  if (byte !== CR) return 0;
  if (at + 1 >= to) return 0;
  return load<u8>(at, 1) === LF ? at + 2 : at + 1;
}

/** A row, from its first byte. Where the next one begins; 0: unusual. */
function takeRow(from: usize, to: usize, row: usize): usize {
  const delimiter = load<u32>(AT_DELIMITER);
  const last = <usize>load<u32>(AT_COLUMNS_END) - COLUMN_BYTES;
  let column = <usize>load<u32>(AT_COLUMNS);
  let at = from;
  while (column < last) {
    const run = <usize>load<u32>(column, RUN);
    if (run > 0) {
      at = takeRun(at, column, row);
      if (at === 0) return 0;
      column += run * COLUMN_BYTES;
      continue;
    }
    const end = takeCell(at, column, row);
    if (end === 0) return 0;
    if (load<u8>(end) !== delimiter) return 0;
    at = end + 1;
    column += COLUMN_BYTES;
  }
  const end = takeCell(at, last, row);
  return end === 0 ? 0 : behindLineEnd(end, to);
}

/** Has the row an answer, of whatever kind, to any item of the file? */
function isAnswered(row: usize): bool {
  const stop = <usize>load<u32>(AT_COLUMNS_END);
  for (let column = <usize>load<u32>(AT_COLUMNS); column < stop; column += COLUMN_BYTES)
    if (load<u32>(column, KIND) === ITEM && load<i8>(<usize>load<u32>(column, OUT) + row) !== UNANSWERED) return true;
  return false;
}

/** A row that stopped the reader and of which a line ends in the window is unusual; another may only be cut off. */
function hasLineEnd(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) {
    const byte: u32 = load<u8>(at);
    if (byte === LF) return true;
    if (byte === CR) return at + 1 < to;
  }
  return false;
}

/** Reads rows from `from` on, up to `to` (addresses); what it stopped at. */
export function scan(from: usize, to: usize): i32 {
  const lineOf = <usize>load<u32>(AT_LINE_OF);
  let row = <usize>load<u32>(AT_ROWS);
  let at = from;
  let lines: u32 = 0;
  let stop = STOP_END;
  while (at < to) {
    if (row === ROWS) {
      stop = STOP_FULL;
      break;
    }
    const byte: u32 = load<u8>(at);
    const isBlank = byte === LF || byte === CR;
    const next = isBlank ? behindLineEnd(at, to) : takeRow(at, to, row);
    if (next === 0 || next > to || !(isBlank || isAnswered(row))) {
      stop = hasLineEnd(at, to) ? STOP_UNUSUAL : STOP_END;
      break;
    }
    if (!isBlank) store<u32>(lineOf + (row++ << 2), lines);
    lines++;
    at = next;
  }
  store<u32>(AT_POSITION, <u32>at);
  store<u32>(AT_ROWS, <u32>row);
  store<u32>(AT_LINES, lines);
  return stop;
}
