import type { Delimiter } from "../../sources/csv/delimiter.ts";
import { LARGEST_ROW } from "../../sources/csv/row-limit.ts";
import { swallowedRows } from "../../sources/csv/swallowed.ts";
import type { ScanCore, ScanStop } from "./core.ts";
import { blankLines, type Cut, type CutRecord, cutRecord } from "./record.ts";
import type { InputWindow } from "./window.ts";

/** What is done with rows as they are met. */
export interface RangeRows {
  /** Rows were added to the block; `full` where no other fits. lines: line ends before the bytes that were scanned. */
  scanned(stop: ScanStop, lines: number): void;
  /** A row that is not ordinary, behind all that stand in the block. line: where it begins. False: it is not taken, and reading stops before it. */
  unusual(cells: readonly string[], line: number): boolean;
}

/**
 * How far rows were read. `fault`: the row at `position` is none that can be cut, or its end cannot be had. `full`: that row
 * was not taken.
 */
export interface RangeEnd {
  readonly kind: "ended" | "fault" | "full";
  readonly position: number;
  /** Line ends before it. */
  readonly lines: number;
  /** Rows that were still to be passed over. */
  readonly rowsBefore: number;
}

export interface Range {
  readonly core: ScanCore;
  readonly window: InputWindow;
  readonly delimiter: Delimiter;
  /** Bytes before the first row. */
  readonly skip: number;
  /** Rows to be passed over. */
  readonly rowsBefore: number;
  /** Line ends before the range. */
  readonly linesBefore: number;
  readonly rows: RangeRows;
}

/** Reads the rows of a range of bytes, as long as they are well-formed. Knows nothing of what they mean. */
export async function readRange(range: Range): Promise<RangeEnd> {
  const { window } = range;
  const reader = new RangeReader(range, await window.open(range.skip));
  while (!reader.isDone) {
    if (reader.step() === "more") await reader.advance();
  }
  return reader.end();
}

/** A core reads rows of any length. One that is too long has left at least so much over when the next part came. */
const LONG_ROW = LARGEST_ROW / 4;

class RangeReader {
  isDone = false;
  readonly #range: Range;
  #kind: RangeEnd["kind"] = "ended";
  #position: number;
  #lines: number;
  #rowsBefore: number;
  /** The row at the position began long before: whether it is too long is found out by cutting it. */
  #isLong = false;

  constructor(range: Range, position: number) {
    this.#range = range;
    this.#position = position;
    this.#rowsBefore = range.rowsBefore;
    this.#lines = range.linesBefore;
  }

  end(): RangeEnd {
    return { kind: this.#kind, position: this.#position, lines: this.#lines, rowsBefore: this.#rowsBefore };
  }

  /** Reads on in the window; `more`: up to its end. */
  step(): "read" | "more" {
    const { window } = this.#range;
    const stop = this.#rowsBefore > 0 || this.#isLong ? "unusual" : this.#scan();
    if (stop === "full") return "read";
    if (stop === "end" && window.state === "more") return "more";
    const cut = this.#cut();
    if (cut === "none") return this.#passBlankLines();
    if (cut === "malformed") return this.#stop("fault");
    if (cut === "incomplete") return window.state === "more" ? "more" : this.#stop("fault");
    if (cut.breaks > 0 && swallowedRows(cut.cells, this.#range.delimiter) !== null) return this.#stop("fault");
    return this.#take(cut);
  }

  async advance(): Promise<void> {
    const { window } = this.#range;
    this.#isLong = window.to - this.#position >= LONG_ROW;
    const position = await window.advance(this.#position);
    if (position === null) this.#stop("fault");
    else this.#position = position;
  }

  #stop(kind: RangeEnd["kind"]): "read" {
    this.#kind = kind;
    this.isDone = true;
    return "read";
  }

  #scan(): ScanStop {
    const { core, window, rows } = this.#range;
    const stop = core.scan(this.#position, window.to);
    rows.scanned(stop, this.#lines);
    this.#position = core.position;
    this.#lines += core.lines;
    return stop;
  }

  #cut(): Cut {
    const { core, window, delimiter } = this.#range;
    return cutRecord({
      bytes: core.input,
      from: this.#position,
      to: window.to,
      delimiter: delimiter.charCodeAt(0),
      final: window.state === "last",
      largest: LARGEST_ROW,
    });
  }

  #take({ cells, next, lines, linesBefore }: CutRecord): "read" {
    if (this.#rowsBefore > 0) this.#rowsBefore -= 1;
    else if (!this.#range.rows.unusual(cells, this.#lines + linesBefore + 1)) return this.#stop("full");
    this.#position = next;
    this.#isLong = false;
    this.#lines += lines;
    return "read";
  }

  /** Nothing else is left. */
  #passBlankLines(): "read" {
    const { core, window } = this.#range;
    this.#lines += blankLines({ bytes: core.input, from: this.#position, to: window.to }).lines;
    this.#position = window.to;
    return this.#stop("ended");
  }
}
