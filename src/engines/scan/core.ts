import type { AggregatePlan, Cell } from "../../aggregate/types.ts";
import type { ScoringProgram } from "../../scoring/program.ts";

/** Rows of a block. */
export const BLOCK_ROWS = 4096;
/** Elements from one column of a block to the next: no power of two, or all columns would fight for the same lines of the cache. */
export const BLOCK_STRIDE = BLOCK_ROWS + 64;
/** Size of the input window in bytes. What stands behind it may be read by the core, and is not looked at. */
export const INPUT_BYTES = 3 * 1_048_576;

/** What stands in a block for an answer that is no code. Codes themselves lie within ±`LARGEST_CODE`. */
export const BLOCK_MISSING = { unanswered: -128, notApplicable: -127, dontKnow: -126 } as const;
export const LARGEST_CODE = 100;

/**
 * What one column of the file is to the core, in file order.
 * `item`: a cell's value is a code or one of BLOCK_MISSING, into column `slot` of `codes`.
 * `key`: its value is a symbol from 0 to 65,535, into column `slot` of `keys`.
 * `text`: where the cell stands, into column `slot` of `texts`.
 */
export type ScanColumn =
  | { readonly kind: "ignored" }
  | { readonly kind: "item" | "key" | "text"; readonly slot: number };

export interface ScanOptions {
  readonly columns: readonly ScanColumn[];
  /** The byte between two cells. */
  readonly delimiter: number;
  /** Items of the program: columns of `codes`. Those that no column of the file holds stay unanswered in every row. */
  readonly items: number;
}

/** `full`: no room for another row. `end`: the row at `position` is not complete before the end. `unusual`: the row at `position` is not ordinary. */
export type ScanStop = "full" | "end" | "unusual";

/**
 * Reads bytes into blocks of codes, as long as rows are ordinary.
 *
 * An ordinary row ends with LF, CRLF or CR; has a cell for every column; cells are bare, without a quotation mark, or quoted
 * from end to end, without a line end in them, and without a doubled quotation mark unless the column is ignored or a text;
 * every `item` and `key` cell is one that the core was taught (a cell's text is what stands between the quotation marks: `4`
 * and `"4"` are the same text); and at least one item is not `unanswered`. Blank lines are passed over. Everything else is unusual.
 * A cell text of any length may be taught; the empty one, too.
 */
export interface ScanCore {
  /** `INPUT_BYTES` long. Whoever calls fills it; positions count from its beginning. */
  readonly input: Buffer;
  /** Teaches that cells of this column (of kind item or key) with this text have this value. False: no room for more. */
  learn(column: number, text: Uint8Array, value: number): boolean;
  /**
   * Goes on from `from`, the beginning of a row, with bytes up to `to` (a row is complete only with its line end before `to`;
   * a CR that is the last byte before `to` is not complete, since an LF may follow). Adds rows to the block.
   */
  scan(from: number, to: number): ScanStop;
  /** Where the next row begins. */
  readonly position: number;
  /** Rows in the block. */
  readonly rows: number;
  /** Line ends passed by the last call of `scan`, those of blank lines too. */
  readonly lines: number;
  /** Empties the block. */
  clear(): void;
  /** Column-major: row r of column c at c × BLOCK_STRIDE + r. */
  readonly codes: Int8Array;
  readonly keys: Uint16Array;
  /** Two elements a row, at 2 × (c × BLOCK_STRIDE + r): where the cell's text begins in `input`, and 2 × its length in bytes, + 1 where it holds doubled quotation marks. */
  readonly texts: Uint32Array;
  /** Line ends from the beginning of the call of `scan` that read the row to the row itself: its line is that many further down. */
  readonly lineOf: Uint32Array;
  /** Adds rows of the block to cells; null where this plan has sums that it does not hold, and rows are folded one by one. */
  kernel(program: ScoringProgram, plan: AggregatePlan): BlockKernel | null;
}

/**
 * Scores and counts rows of the block: what `createScorer`, `createPatternCheck` and `createFold` do for one respondent after
 * another, to the bit, for plans without weights, figures and times.
 */
export interface BlockKernel {
  /** `BLOCK_ROWS` places for the numbers of rows: which of the block `add` takes. */
  readonly order: Uint16Array;
  /** Adds the rows order[from] … order[to − 1] of the block to the cell. */
  add(cell: Cell, from: number, to: number): void;
  /** Adds the first `rows` of the block to the cell. */
  addAll(cell: Cell, rows: number): void;
  /**
   * Per row of the block, two elements each: the two halves of `hashRow` over its answers, before any group (rows/duplicates.ts),
   * and per row 1 where `isTelling` (checks/double-rows.ts), else 0.
   */
  hash(rows: number): { readonly halves: Int32Array; readonly telling: Uint8Array };
}
