import type { Readable } from "node:stream";
import type { Problem } from "../../problems/problem.ts";
import type { DialectName, TableHead } from "../../response/table-head.ts";

/** A file to read. name: as the user typed it (standard input: as it is to be shown). open: called once. */
export interface TableInput {
  readonly name: string;
  readonly open: () => Readable;
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
  rows(onRow: OnRow): Promise<void>;
  close(): void;
}
