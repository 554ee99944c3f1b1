import type { Problem } from "../../problems/problem.ts";
import type { DialectName, TableHead } from "../../response/table-head.ts";
import type { RegularFile } from "../csv/bytes.ts";
import type { Delimiter } from "../csv/delimiter.ts";
import type { ByteSupply } from "../csv/supply.ts";
import type { ByteSource } from "../file-bytes.ts";

/** A file to read. name: as the user typed it (standard input: as it is to be shown). open: called once. */
export interface TableInput {
  readonly name: string;
  readonly open: () => ByteSource;
}

/** What the user says of the files. */
export interface TableOptions {
  /** Undefined: told by the first rows. */
  readonly dialect?: DialectName | undefined;
  /** Of a workbook: a sheet's name, or its number from 1. Undefined: the first sheet that is not hidden. */
  readonly sheet?: string | undefined;
}

/** Takes one row: its cells, and a function that tells on which line it begins (call it before returning). */
export type OnRow = (cells: string[], line: () => number) => void;

/** A table whose head is known and whose rows have not been read yet: a CSV file, a sheet of a workbook. */
export interface TableSource {
  readonly head: TableHead;
  /** Warnings the head gave rise to. */
  readonly problems: readonly Problem[];
  /**
   * Hands over every data row, once, in order, as fast as the file comes; blank lines are passed over. `line()` is the
   * line the row begins on, to be asked for before `onRow` returns. Throws ProblemsError (exit 3) where the file cannot
   * be read on; what `onRow` throws goes through as it is.
   */
  rows(onRow: OnRow, onBytes?: OnBytes): Promise<void>;
  /** Size in bytes, unpacked, where it is known: of a file that is given by name and not packed, or that is read already. */
  readonly size: number | null;
  /** The same table for a reader of bytes, in place of `rows`; null where it is no UTF-8 text. */
  readonly raw: RawText | null;
  close(): void;
}

/** Told of bytes that were read, unpacked, before the rows that end in them. */
export type OnBytes = (count: number) => void;

/** A table as bytes of UTF-8 text. */
export interface RawText {
  readonly delimiter: Delimiter;
  /** Bytes before the text: its byte order mark. */
  readonly skip: number;
  /** Rows from the beginning that are no data; empty lines are none. */
  readonly rowsBefore: number;
  /** The file itself, where it may be read at any place. */
  readonly file: RegularFile | null;
  /** Everything from the first byte on. Once only. from: another byte, where there is `file`; then as often as is wanted. */
  supply(from?: number): ByteSupply;
  /** Goes on as `rows` would from the beginning of a row on. */
  rest(from: RestOfText, onRow: OnRow): Promise<void>;
}

/** What is left of a text from the beginning of a row on. */
export interface RestOfText {
  readonly chunks: AsyncIterable<Buffer>;
  readonly linesBefore: number;
  readonly rowsBefore: number;
}
