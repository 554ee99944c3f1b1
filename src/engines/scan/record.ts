/** One row of a table, cut out of its bytes. */
export interface CutRecord {
  /** As the tolerant reader has them: without the quotation marks around them, every line end in them LF. */
  readonly cells: readonly string[];
  /** Where the row begins, behind blank lines, and where the next one does. */
  readonly begin: number;
  readonly next: number;
  /** Blank lines before the row; and all line ends up to the next row, its own and those within its cells among them. */
  readonly linesBefore: number;
  readonly lines: number;
  /** Line ends within the cells. */
  readonly breaks: number;
}

/**
 * `incomplete`: the row does not end before `to`. `malformed`: no reader would cut it without a word, or it is longer than a
 * row may be. `none`: only blank lines are left.
 */
export type Cut = CutRecord | "incomplete" | "malformed" | "none";

/** Bytes to be cut. `final`: nothing comes behind `to`, so that the last row needs no line end. */
export interface CutWindow {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
  readonly delimiter: number;
  readonly final: boolean;
  /** Bytes of a row that is too long. */
  readonly largest: number;
}

const [LF, CR, QUOTE] = [10, 13, 34];

/** Cuts the next row at `from`, the beginning of one. Rows end with LF, CRLF or CR. */
export function cutRecord(window: CutWindow): Cut {
  const { from, to, final } = window;
  const blank = blankLines(window);
  const begin = from + blank.bytes;
  if (begin >= to) return final ? "none" : "incomplete";
  const cut = new RowCutter(window, begin).cut();
  return typeof cut === "string" ? cut : { ...cut, begin, linesBefore: blank.lines, lines: blank.lines + cut.lines };
}

/** The blank lines at `from`, the beginning of a row. */
export function blankLines({ bytes, from, to }: Pick<CutWindow, "bytes" | "from" | "to">): {
  readonly bytes: number;
  readonly lines: number;
} {
  let at = from;
  let lines = 0;
  while (at < to && (bytes[at] === LF || bytes[at] === CR)) {
    at += bytes[at] === CR && at + 1 < to && bytes[at + 1] === LF ? 2 : 1;
    lines += 1;
  }
  return { bytes: at - from, lines };
}

type Row = Omit<CutRecord, "begin" | "linesBefore">;

class RowCutter {
  readonly #window: CutWindow;
  readonly #begin: number;
  readonly #cells: string[] = [];
  #at: number;
  #breaks = 0;

  constructor(window: CutWindow, begin: number) {
    this.#window = window;
    this.#begin = begin;
    this.#at = begin;
  }

  cut(): Row | "incomplete" | "malformed" {
    const { to, delimiter, final, bytes } = this.#window;
    for (;;) {
      const fault = this.#cell();
      if (fault !== null) return fault;
      if (this.#at >= to) return final ? this.#row(0) : "incomplete";
      if (bytes[this.#at] !== delimiter) break;
      this.#at += 1;
    }
    const end = this.#lineEnd();
    return end === 0 ? "incomplete" : this.#row(end);
  }

  #cell(): "incomplete" | "malformed" | null {
    const { to, largest, bytes } = this.#window;
    const fault = this.#at < to && bytes[this.#at] === QUOTE ? this.#quoted() : this.#bare();
    return this.#at - this.#begin >= largest ? "malformed" : fault;
  }

  /** Bytes of the line end here; 0: more must be seen. */
  #lineEnd(): number {
    const { bytes, to, final } = this.#window;
    if (bytes[this.#at] === LF) return 1;
    if (this.#at + 1 < to) return bytes[this.#at + 1] === LF ? 2 : 1;
    return final ? 1 : 0;
  }

  #row(lineEnd: number): Row {
    const breaks = this.#breaks;
    return { cells: this.#cells, next: this.#at + lineEnd, lines: breaks + (lineEnd === 0 ? 0 : 1), breaks };
  }

  #bare(): "malformed" | null {
    const { bytes, to, delimiter } = this.#window;
    const begin = this.#at;
    let at = begin;
    for (; at < to; at += 1) {
      const byte = bytes[at];
      if (byte === delimiter || byte === LF || byte === CR) break;
      if (byte === QUOTE) return "malformed";
    }
    this.#at = at;
    this.#cells.push(bytes.toString("utf8", begin, at));
    return null;
  }

  #quoted(): "malformed" | "incomplete" | null {
    const { bytes, to, final } = this.#window;
    const begin = this.#at + 1;
    const end = this.#closing(begin);
    if (end < 0) {
      this.#at = to;
      return final ? "malformed" : "incomplete";
    }
    this.#at = end + 1;
    if (this.#at >= to && !final) return "incomplete";
    if (this.#at < to && !this.#isCellEnd(bytes[this.#at])) return "malformed";
    const text = bytes.toString("utf8", begin, end).replaceAll('""', '"').replace(/\r\n?/g, "\n");
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#breaks += 1;
    this.#cells.push(text);
    return null;
  }

  /** The quotation mark that closes the cell; −1: none before the end. */
  #closing(from: number): number {
    const { bytes, to } = this.#window;
    let at = bytes.indexOf(QUOTE, from);
    // A doubled one stands for itself.
    while (at >= 0 && at + 1 < to && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
    return at < to ? at : -1;
  }

  #isCellEnd(byte: number | undefined): boolean {
    return byte === this.#window.delimiter || byte === LF || byte === CR;
  }
}
