import type { ScanStop } from "./core.ts";

/** What is done with the rows of a block. */
export interface OrdinaryRows {
  /** Rows so far. */
  readonly rows: number;
  /** Rows may have been added to the block. lines: line ends before the bytes that were scanned. */
  scanned(stop: ScanStop, lines: number): void;
  /** A row that is not ordinary comes behind those of the block. */
  beforeUnusual(): void;
  /** Counts what stands in the block. */
  flush(): void;
}
