import type { AggregatePlan, Cell } from "../../../aggregate/types.ts";
import type { ScoringProgram } from "../../../scoring/program.ts";
import type { Delimiter } from "../../../sources/csv/delimiter.ts";
import type { BlockHashes } from "../block-tally.ts";
import type { ScanOptions } from "../core.ts";

/** What a thread must know of a file to read parts of it. Data alone: it gets a copy. */
export interface PartSetup {
  /** Of the open file, which is read at any place and closed by nobody here. */
  readonly fd: number;
  readonly options: ScanOptions;
  readonly delimiter: Delimiter;
  readonly segments: number;
  readonly program: ScoringProgram;
  readonly layout: AggregatePlan;
  readonly limits: PartLimits;
  /** Bytes read in one go; null: as many as there is room for. */
  readonly chunk: number | null;
}

/** What is kept of a part. More is read by one thread. */
export interface PartLimits {
  /** Rows that are not ordinary, in bytes of memory, about: reading stops there. */
  readonly unusual: number;
  /** Sums of all groups, in bytes. */
  readonly sums: number;
}

/** Bytes `from` to `to` of the file, both where a line ends, or nearly surely so. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

export interface PartTask extends Part {
  /** What was taught since this thread's last task. */
  readonly taught: readonly TaughtText[];
  /** Rows whose hashes are wanted, the first of the part. */
  readonly hashes: number;
}

/** Cells of this column with this text have this value; a symbol where the column is a key. */
export interface TaughtText {
  readonly column: number;
  readonly text: Uint8Array;
  readonly value: number;
}

/**
 * What was found in a part, up to `position` in the file, where a row begins. All counts are of that much.
 * `ended`: all of the part. `fault`: the row there cannot be cut, or not from these bytes alone. `full`: enough unusual rows
 * came together. `groups`: so many groups that nothing of the part was kept.
 */
export interface PartAnswer {
  readonly kind: "ended" | "fault" | "full" | "groups";
  readonly position: number;
  /** Line ends before it. */
  readonly lines: number;
  /** Ordinary rows. */
  readonly rows: number;
  /** The symbols of each group, in the order they were met, and the sums of its ordinary rows. */
  readonly groups: readonly (readonly number[])[];
  readonly cells: readonly Cell[];
  readonly unusual: readonly UnusualRow[];
  readonly hashes: readonly SentHashes[];
}

/** A row for the tolerant reader. */
export interface UnusualRow {
  readonly cells: readonly string[];
  /** Where it begins; the first line of the part is 1. */
  readonly line: number;
  /** Ordinary rows of the part, and their groups, that were met before it. */
  readonly rowsBefore: number;
  readonly groupsBefore: number;
}

/** Of some ordinary rows, in order; `groups` number those of the answer. */
export type SentHashes = Omit<BlockHashes, "values">;

/** Reads parts at the same time as others. */
export interface PartReaders {
  /** Parts that it is worth to have asked for at a time. */
  readonly depth: number;
  /** Null when all of them have begun, else why one has not; to be awaited before the first part. */
  begun(): Promise<string | null>;
  /** taught: everything, from the beginning. Fails where a thread does. */
  read(part: Part, more: { readonly taught: readonly TaughtText[]; readonly hashes: number }): Promise<PartAnswer>;
  /** Ends them, whatever they are doing. */
  end(): Promise<void>;
}
