import type { Delimiter } from "./delimiter.ts";
import { breaksIn, LARGEST_ROW, type OnRow, RowParser, UnreadableRow } from "./row-parser.ts";

const LF = 10;
const QUOTE = 34;

/**
 * Reads the rows of a table, chunk by chunk. Input: UTF-8 whose line ends are LF, cut anywhere between characters.
 * Up to the first quotation mark of the file a row is a line and a cell what stands between two delimiters; that takes
 * no parser, and most exports of numbers hold no quotation mark at all. From there on csv-parse reads the rest.
 */
export class RowReader {
  readonly #delimiter: Delimiter;
  readonly #onRow: OnRow;
  /** Complete lines so far. */
  #lines = 0;
  /** The beginning of a row that the last chunk cut. */
  #cut: Buffer = Buffer.alloc(0);
  #parser: RowParser | null = null;
  readonly #line = (): number => this.#lines + 1;

  constructor(delimiter: Delimiter, onRow: OnRow) {
    this.#delimiter = delimiter;
    this.#onRow = onRow;
  }

  /** Reads one more chunk; its complete rows have been handed over when the promise is kept. Throws UnreadableRow. */
  async feed(chunk: Buffer): Promise<void> {
    if (this.#parser !== null) return this.#parser.feed(chunk);
    const bytes = this.#cut.length === 0 ? chunk : Buffer.concat([this.#cut, chunk]);
    if (chunk.includes(QUOTE)) {
      this.#parser = new RowParser({ delimiter: this.#delimiter, linesBefore: this.#lines }, this.#onRow);
      return this.#parser.feed(bytes);
    }
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      this.#row(bytes, start, end);
      this.#lines += 1;
      start = end + 1;
    }
    this.#cut = Buffer.from(bytes.subarray(start));
    if (this.#cut.length > LARGEST_ROW) throw this.#tooLong();
  }

  /** Hands over a last row without a line end. Throws UnreadableRow. */
  async finish(): Promise<void> {
    if (this.#parser !== null) return this.#parser.finish();
    this.#row(this.#cut, 0, this.#cut.length);
  }

  /** The line on which `more`, the bytes that would come next, ends. */
  lineAfter(more: Buffer): number {
    return this.#parser?.lineAfter(more) ?? this.#line() + breaksIn([more.toString("latin1")]);
  }

  close(): void {
    this.#parser?.destroy();
  }

  /** Each row is decoded by itself: a cell that is kept then holds no more than its row in memory, not the whole chunk. */
  #row(bytes: Buffer, start: number, end: number): void {
    if (end === start) return;
    if (end - start >= LARGEST_ROW) throw this.#tooLong();
    this.#onRow(bytes.toString("utf8", start, end).split(this.#delimiter), this.#line);
  }

  #tooLong(): UnreadableRow {
    return new UnreadableRow("too long", { row: this.#line(), fault: this.#line() });
  }
}
