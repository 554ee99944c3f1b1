/**
 * How the memory of the module is laid out: known to the module and to whoever fills it (src/engines/scan/wasm*.ts), so that
 * no address is written down twice. All sizes and offsets in bytes. No types: what compiles this file takes them for i32,
 * what runs it for numbers.
 */

/** Rows of a block, and elements from one of its columns to the next (engines/scan/core.ts). */
export const ROWS = 4096;
export const STRIDE = 4160;

/** What the module and its caller tell each other: one 32-bit word each. */
export const STATE = 64;
export const AT_COLUMNS = STATE;
export const AT_COLUMNS_END = STATE + 4;
export const AT_DELIMITER = STATE + 8;
export const AT_POSITION = STATE + 12;
export const AT_ROWS = STATE + 16;
export const AT_LINES = STATE + 20;
/** Which line each row stands on, one word a row of the block. */
export const AT_LINE_OF = STATE + 24;
/** Where free memory begins and ends. */
export const AT_FREE = STATE + 28;
export const AT_FREE_END = STATE + 32;
/** Where the input begins. */
export const AT_INPUT = STATE + 36;
/** What the cell says that was read last. */
export const AT_VALUE = STATE + 40;

/** 16 bytes each: by low half byte the byte that ends a bare cell, or a quoted one; and 32 bytes of 255, then 32 of 0. */
export const BARE_ENDS = 128;
export const QUOTED_ENDS = 144;
export const MASKS = 160;
/** What the first 32 bytes of a text are multiplied with, and what leaves the lower half of each byte: nearer here than in code. */
export const FACTORS_HERE = 224;
export const LOW_HALVES = 256;

/** One column of the file. `OUT` is where its column of the block begins, `SINGLE` the values of its texts of one byte. */
export const COLUMN = 320;
export const COLUMN_BYTES = 32;
export const KIND = 0;
export const OUT = 4;
export const TABLE = 8;
/** 64 − log2 of the slots of the table. */
export const SHIFT = 12;
export const TEXTS = 16;
export const SINGLE = 20;
/** The value of the empty text. */
export const EMPTY = 28;
/** How many items from here on follow each other in the block as in the file; the last column of the file is none of them. */
export const RUN = 24;

export const IGNORED = 0;
export const ITEM = 1;
export const KEY = 2;
export const TEXT = 3;

/** 256 values of 32 bits (of a code, the lowest 8 of them), and a line of the cache more: or the digits of all columns would fight for the same lines of it. */
export const SINGLE_BYTES = 1088;

/** A slot of a table of texts: the first 32 bytes of a text, then these. */
export const SLOT_BYTES = 64;
export const SLOT_LENGTH = 32;
export const SLOT_VALUE = 36;
export const SLOT_TEXT = 40;
export const FREE_SLOT = -1;
/** Slots of a table at first, as a power of two; slots for each text up to so many texts, beyond them two; and most texts of a column. */
export const FIRST_BITS = 6;
export const SLOTS_FOR_FEW = 8;
export const FEW_TEXTS = 128;
export const MOST_TEXTS = 8192;

/** No value: the column was not taught such a text. */
export const UNKNOWN = -2147483648;

export const STOP_FULL = 0;
export const STOP_END = 1;
export const STOP_UNUSUAL = 2;
