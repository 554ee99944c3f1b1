import type { AggregatePlan } from "../../aggregate/types.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import {
  BLOCK_MISSING,
  BLOCK_ROWS,
  BLOCK_STRIDE,
  type BlockKernel,
  INPUT_BYTES,
  type ScanColumn,
  type ScanCore,
  type ScanOptions,
  type ScanStop,
} from "./core.ts";
import { kernelFits } from "./kernel-plan.ts";
import { createPlainKernel } from "./plain-kernel.ts";
import { CellTexts, textAt, type Writing } from "./plain-texts.ts";

const [LF, CR, QUOTE] = [10, 13, 34];
/** Line ends that follow the window: every search through a cell ends at one of them. */
const BEHIND_INPUT = 16;
/** A byte that is no taught text of its own. Above every code. */
const NO_TEXT = 0x7fff;
const [IGNORED, TEXT, ITEM, KEY] = [0, 1, 2, 3];
const KINDS = { ignored: IGNORED, text: TEXT, item: ITEM, key: KEY };
const { unanswered } = BLOCK_MISSING;

/** The scan core in plain TypeScript: no string and no object for an ordinary cell. */
export function createPlainCore(options: ScanOptions): ScanCore {
  return new PlainCore(options);
}

class PlainCore implements ScanCore {
  readonly input: Buffer;
  readonly codes: Int8Array;
  readonly keys: Uint16Array;
  readonly texts: Uint32Array;
  readonly lineOf = new Uint32Array(BLOCK_ROWS);
  position = 0;
  rows = 0;
  lines = 0;
  private readonly bytes = new Uint8Array(INPUT_BYTES + BEHIND_INPUT).fill(LF, INPUT_BYTES);
  private readonly searched = { bytes: this.bytes, view: new DataView(this.bytes.buffer), end: INPUT_BYTES };
  private readonly cells: CellTexts;
  /** Per column and byte: the value of an item's bare text of one byte. */
  private readonly single: Int16Array;
  private readonly kinds: Uint8Array;
  /** Per column: where its column of the block begins. */
  private readonly places: Int32Array;
  private readonly delimiter: number;
  /** Per byte, 1 where it may stand in a bare cell, and in a quoted one. */
  private readonly inBare: Uint8Array;
  private readonly inQuoted: Uint8Array;
  /** Not 0: the row that is being read has an item that is not unanswered. */
  private answered = 0;

  constructor({ columns, delimiter, items }: ScanOptions) {
    this.input = Buffer.from(this.bytes.buffer, 0, INPUT_BYTES);
    this.codes = new Int8Array(items * BLOCK_STRIDE).fill(unanswered);
    this.keys = new Uint16Array(columnsOf(columns, "key") * BLOCK_STRIDE);
    this.texts = new Uint32Array(2 * columnsOf(columns, "text") * BLOCK_STRIDE);
    this.cells = new CellTexts(2 * columns.length);
    this.single = new Int16Array(256 * columns.length).fill(NO_TEXT);
    this.kinds = Uint8Array.from(columns, ({ kind }) => KINDS[kind] as number);
    this.places = Int32Array.from(columns, (column) => (column.kind === "ignored" ? 0 : column.slot * BLOCK_STRIDE));
    this.delimiter = delimiter;
    this.inBare = allBytesBut([delimiter, LF, CR, QUOTE]);
    this.inQuoted = allBytesBut([LF, CR, QUOTE]);
  }

  learn(column: number, text: Uint8Array, value: number): boolean {
    const { cells, delimiter } = this;
    // An ordinary cell of an item or a key never has such a text, however it is written.
    if (text.includes(QUOTE) || text.includes(LF) || text.includes(CR)) return true;
    const isBare = !text.includes(delimiter);
    const quoted: Writing = { tree: 2 * column + 1, ends: [QUOTE] };
    const known = cells.find(quoted, text);
    if (known > 0) cells.setValue(known, value);
    else {
      if (!cells.hasRoom(text.length)) return false;
      const place = cells.add(text, value);
      cells.insert(quoted, text, place);
      if (isBare) cells.insert({ tree: 2 * column, ends: [delimiter, LF, CR] }, text, place);
    }
    if (isBare && text.length === 1 && this.kinds[column] === ITEM) this.single[256 * column + (text[0] ?? 0)] = value;
    return true;
  }

  scan(from: number, to: number): ScanStop {
    this.position = from;
    this.lines = 0;
    if (this.readRows(to)) return this.position >= to ? "end" : "full";
    return this.hasLineEnd(this.position, to) ? "unusual" : "end";
  }

  /** Reads on until the block is full or the window at its end; false: until a row that is not ordinary, or not complete. */
  private readRows(to: number): boolean {
    const { bytes } = this;
    while (this.rows < BLOCK_ROWS && this.position < to) {
      const byte = bytes[this.position] as number;
      const isBlank = byte === LF || byte === CR;
      const next = this.behindLineEnd(isBlank ? this.position : this.readRow(this.position), to);
      if (next < 0) return false;
      if (!isBlank) this.lineOf[this.rows++] = this.lines;
      this.lines++;
      this.position = next;
    }
    return true;
  }

  clear(): void {
    this.rows = 0;
  }

  kernel(program: ScoringProgram, plan: AggregatePlan): BlockKernel | null {
    return kernelFits(program, plan) ? createPlainKernel(this.codes, program, plan) : null;
  }

  /**
   * Reads the cells of a row, past the end of the window if it goes on there: what is read behind it does not count, since the
   * line end is the last thing of a row. Where the line end should be; −1: the row is not ordinary.
   */
  private readRow(from: number): number {
    const { bytes, single, places, codes, rows, delimiter } = this;
    const last = places.length - 1;
    let at = from;
    let answered = 0;
    this.answered = 0;
    for (let column = 0; column < last; column++) {
      const value = single[256 * column + (bytes[at] as number)] as number;
      if (value !== NO_TEXT && bytes[at + 1] === delimiter) {
        codes[(places[column] as number) + rows] = value;
        answered |= value ^ unanswered;
        at += 2;
        continue;
      }
      at = this.readCell(column, at);
      if (at < 0 || bytes[at] !== delimiter) return -1;
      at++;
    }
    at = this.readCell(last, at);
    return (answered | this.answered) === 0 ? -1 : at;
  }

  /** Reads one cell of whatever kind. The byte behind it; −1: it is not ordinary. */
  private readCell(column: number, from: number): number {
    const kind = this.kinds[column] as number;
    if (kind < ITEM) return this.passCell(column, from);
    const { pool, roots } = this.cells;
    const quotes = this.bytes[from] === QUOTE ? 1 : 0;
    const place = textAt({ pool, root: roots[2 * column + quotes] as number }, this.searched, from + quotes);
    if (place === 0) return -1;
    const end = from + quotes + (pool[place + 1] as number);
    const value = pool[place] as number;
    const row = (this.places[column] as number) + this.rows;
    if (kind === ITEM) {
      this.codes[row] = value;
      this.answered |= value ^ unanswered;
    } else this.keys[row] = value;
    if (quotes === 0) return end;
    return this.bytes[end] === QUOTE ? end + 1 : -1;
  }

  /** Passes over a cell that is not looked up, and notes where it stands if it is a text. The byte behind it; −1: it is not ordinary. */
  private passCell(column: number, from: number): number {
    const { bytes, inBare } = this;
    if (bytes[from] === QUOTE) return this.passQuoted(column, from + 1);
    let at = from;
    while (inBare[bytes[at] as number] === 1) at++;
    if (bytes[at] === QUOTE) return -1;
    if (this.kinds[column] === TEXT) this.noteText(column, from, 2 * (at - from));
    return at;
  }

  private passQuoted(column: number, from: number): number {
    const { bytes, inQuoted } = this;
    let at = from;
    let doubled = 0;
    for (;;) {
      while (inQuoted[bytes[at] as number] === 1) at++;
      if (bytes[at] !== QUOTE) return -1;
      if (bytes[at + 1] !== QUOTE) break;
      doubled = 1;
      at += 2;
    }
    if (this.kinds[column] === TEXT) this.noteText(column, from, 2 * (at - from) + doubled);
    return at + 1;
  }

  private noteText(column: number, from: number, size: number): void {
    const place = 2 * ((this.places[column] as number) + this.rows);
    this.texts[place] = from;
    this.texts[place + 1] = size;
  }

  /** Where the next row begins, if a line ends here; −1: none does, or not within the window. */
  private behindLineEnd(at: number, to: number): number {
    if (at < 0 || at >= to) return -1;
    if (this.bytes[at] === LF) return at + 1;
    if (this.bytes[at] !== CR || at + 1 >= to) return -1;
    return this.bytes[at + 1] === LF ? at + 2 : at + 1;
  }

  /** A row with a line end in the window is either complete or has it within quotation marks: unusual both times. */
  private hasLineEnd(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      if (this.bytes[at] === LF) return true;
      if (this.bytes[at] === CR) return at + 1 < to;
    }
    return false;
  }
}

function columnsOf(columns: readonly ScanColumn[], kind: "key" | "text"): number {
  return columns.reduce((most, column) => (column.kind === kind ? Math.max(most, column.slot + 1) : most), 0);
}

function allBytesBut(others: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (others.includes(byte) ? 0 : 1));
}
