import type { OnRow } from "../table/source.ts";
import type { Delimiter } from "./delimiter.ts";
import { LARGEST_ROW } from "./row-limit.ts";
import type { RowParser } from "./row-parser.ts";
import { breaksIn, UnreadableRow } from "./unreadable-row.ts";

const LF = 10;
const QUOTE = 34;

/**
 * Reads the rows of a table, chunk by chunk. Input: UTF-8 whose line ends are LF, cut anywhere between characters.
 * As long as a line holds no quotation mark, or every cell of it is quoted and holds none, a row is a line and a cell what
 * stands between two delimiters; that takes no parser, and most exports are such. From the first other line on csv-parse
 * reads the rest.
 */
export class RowReader {
  readonly #delimiter: Delimiter;
  /** What stands between two quoted cells. */
  readonly #between: string;
  readonly #onRow: OnRow;
  /** Complete lines so far, those before the first chunk among them. */
  #lines: number;
  /** The beginning of a row that the last chunk cut. */
  #cut: Buffer = Buffer.alloc(0);
  #parser: RowParser | null = null;
  readonly #line = (): number => this.#lines + 1;

  constructor(
    { delimiter, linesBefore = 0 }: { readonly delimiter: Delimiter; readonly linesBefore?: number },
    onRow: OnRow,
  ) {
    this.#delimiter = delimiter;
    this.#between = `"${delimiter}"`;
    this.#lines = linesBefore;
    this.#onRow = onRow;
  }

  /** Reads one more chunk; its complete rows have been handed over when the promise is kept. Throws UnreadableRow. */
  async feed(chunk: Buffer): Promise<void> {
    if (this.#parser !== null) return this.#parser.feed(chunk);
    const bytes = this.#cut.length === 0 ? chunk : Buffer.concat([this.#cut, chunk]);
    const quotes = bytes.includes(QUOTE);
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      if (!this.#row(bytes, { start, end, quotes })) return this.#parse(bytes.subarray(start));
      this.#lines += 1;
      start = end + 1;
    }
    this.#cut = Buffer.from(bytes.subarray(start));
    if (this.#cut.length > LARGEST_ROW) throw this.#tooLong();
  }

  /** Hands over a last row without a line end. Throws UnreadableRow. */
  async finish(): Promise<void> {
    if (this.#parser === null) {
      if (this.#row(this.#cut, { start: 0, end: this.#cut.length, quotes: true })) return;
      await this.#parse(this.#cut);
    }
    await this.#parser?.finish();
  }

  /** Where no more can be had: looks for a fault in what there is of a row. Throws UnreadableRow. */
  async judge(): Promise<void> {
    if (this.#parser === null && this.#cut.includes(QUOTE)) await this.#parse(this.#cut);
  }

  /** The line on which `more`, the bytes that would come next, ends. */
  lineAfter(more: Buffer): number {
    return this.#parser?.lineAfter(more) ?? this.#line() + breaksIn([more.toString("latin1")]);
  }

  close(): void {
    this.#parser?.destroy();
  }

  /** Leaves everything from here on to csv-parse, which most files never need. */
  async #parse(bytes: Buffer): Promise<void> {
    const { RowParser } = await import("./row-parser.ts");
    this.#parser = new RowParser({ delimiter: this.#delimiter, linesBefore: this.#lines }, this.#onRow);
    return this.#parser.feed(bytes);
  }

  /**
   * Hands over the row of one line; false where it takes a parser. quotes: it may hold quotation marks.
   * Each row is decoded by itself: a cell that is kept then holds no more than its row in memory, not the whole chunk.
   */
  #row(bytes: Buffer, line: { readonly start: number; readonly end: number; readonly quotes: boolean }): boolean {
    const { start, end, quotes } = line;
    if (end === start) return true;
    if (end - start >= LARGEST_ROW) throw this.#tooLong();
    const text = bytes.toString("utf8", start, end);
    if (quotes && text.includes('"')) return this.#quotedRow(text);
    this.#onRow(text.split(this.#delimiter), this.#line);
    return true;
  }

  #quotedRow(text: string): boolean {
    if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return false;
    const cells = text.slice(1, -1).split(this.#between);
    for (const cell of cells) if (cell.includes('"')) return false;
    this.#onRow(cells, this.#line);
    return true;
  }

  #tooLong(): UnreadableRow {
    return new UnreadableRow("too long", { row: this.#line(), fault: this.#line() });
  }
}
