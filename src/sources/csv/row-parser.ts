import { CsvError, Parser } from "csv-parse";
import type { OnRow } from "../table/source.ts";
import type { Delimiter } from "./delimiter.ts";
import { LARGEST_ROW } from "./row-limit.ts";
import { swallowedRows } from "./swallowed.ts";
import { breaksIn, UnreadableRow } from "./unreadable-row.ts";

const LF = 10;

/**
 * csv-parse that hands each row over the moment it is complete, instead of queueing it as a readable stream does.
 * Nothing is buffered, so memory stays flat without back-pressure; it costs a tenth less than the `data` event; and
 * `info.lines` belongs to this very row. Input: UTF-8 whose line ends are LF.
 */
export class RowParser extends Parser {
  readonly delimiter: Delimiter;
  readonly #linesBefore: number;
  readonly #onRow: OnRow;
  #cells: readonly string[] = [];
  /** Bytes and lines up to the end of the last complete row, and bytes given so far. */
  #ended = 0;
  #endedLine = 0;
  #fed = 0;
  /** The chunks that hold bytes after the last complete row. */
  #open: Buffer[] = [];
  /** The parser counts a row's last line; those inside its cells go before. */
  readonly #line = (): number => this.#linesBefore + this.info.lines - breaksIn(this.#cells);

  constructor(table: { readonly delimiter: Delimiter; readonly linesBefore: number }, onRow: OnRow) {
    super({ delimiter: table.delimiter, record_delimiter: "\n", relax_column_count: true, skip_empty_lines: true });
    this.delimiter = table.delimiter;
    this.#linesBefore = table.linesBefore;
    this.#onRow = onRow;
    // Every error also reaches the callback of the write that met it.
    this.on("error", () => undefined);
  }

  override push(cells: string[] | null): boolean {
    if (cells === null) return super.push(null);
    const end = this.info.bytes;
    this.#cells = cells;
    this.#refuseTooLong(end);
    if (this.info.lines - this.#endedLine > 1) this.#refuseSwallowed(cells);
    this.#ended = end;
    this.#endedLine = this.info.lines;
    this.#onRow(cells, this.#line);
    return true;
  }

  /** cells: of a row that may hold line breaks. */
  #refuseSwallowed(cells: readonly string[]): void {
    const found = swallowedRows(cells, this.delimiter);
    if (found === null) return;
    const row = this.#line();
    throw new UnreadableRow("swallowed rows", { row, fault: row + found.opens, end: row + found.closes });
  }

  /** Parses one more chunk; its complete rows have been handed over when the promise is kept. */
  async feed(chunk: Buffer): Promise<void> {
    this.#hold(chunk);
    await this.#settled((done) => this.write(chunk, done));
    this.#refuseTooLong(this.#fed);
  }

  /** end: bytes up to which it is one row, but for the blank lines before it. */
  #refuseTooLong(end: number): void {
    if (end - this.#ended <= LARGEST_ROW) return;
    if (end - this.#ended - blankLines(this.#unfinished()) <= LARGEST_ROW) return;
    throw this.#unreadable("too long");
  }

  /** The line on which `more`, the bytes that would come next, ends. */
  lineAfter(more: Buffer): number {
    return (
      this.#linesBefore +
      this.#endedLine +
      1 +
      breaksIn([this.#unfinished().toString("latin1"), more.toString("latin1")])
    );
  }

  /** Keeps what may be needed to say where a row went wrong: the chunks with bytes after the last complete row. */
  #hold(chunk: Buffer): void {
    const unfinished = this.#fed - this.#ended;
    let held = this.#open.reduce((sum, { length }) => sum + length, 0);
    while (this.#open[0] !== undefined && held - this.#open[0].length >= unfinished)
      held -= this.#open.shift()?.length ?? 0;
    this.#open.push(chunk);
    this.#fed += chunk.length;
  }

  /** Hands over a last row without a line end, and finds a quote that was never closed. */
  async finish(): Promise<void> {
    await this.#settled((done) => this.end(done));
  }

  async #settled(step: (done: (error?: Error | null) => void) => void): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => step((error) => (error ? reject(error) : resolve())));
    } catch (error) {
      throw error instanceof CsvError
        ? this.#unreadable(error.code === "CSV_QUOTE_NOT_CLOSED" ? "open quote" : "stray quote")
        : error;
    }
  }

  /** What was read after the last complete row. */
  #unfinished(): Buffer {
    const held = Buffer.concat(this.#open);
    return held.subarray(held.length - (this.#fed - this.#ended));
  }

  #unreadable(fault: UnreadableRow["fault"]): UnreadableRow {
    const bytes = this.#unfinished();
    const before = this.#linesBefore + this.#endedLine + 1;
    const blank = blankLines(bytes);
    // However much came with the last chunk, a row is too long from the same byte on.
    const text = bytes.toString("utf8", 0, fault === "too long" ? blank + LARGEST_ROW : bytes.length);
    const row = before + blank;
    if (fault === "stray quote") return new UnreadableRow(fault, { row, fault: this.#linesBefore + this.info.lines });
    const quote = openQuote(text, this.delimiter);
    return new UnreadableRow(fault, { row, fault: quote < 0 ? row : before + breaksIn([text.slice(0, quote)]) });
  }
}

/** Line ends at the beginning. */
function blankLines(bytes: Buffer): number {
  const first = bytes.findIndex((byte) => byte !== LF);
  return first < 0 ? bytes.length : first;
}

/** Where in `text` the quote stands that is still open at its end, or −1. `text` begins at the start of a row. */
function openQuote(text: string, delimiter: Delimiter): number {
  let open = -1;
  let cellStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (open >= 0) {
      if (character !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else open = -1;
    } else if (character === '"' && cellStart) open = at;
    cellStart = character === delimiter || character === "\n";
  }
  return open;
}
