import type { Cell } from "../../aggregate/types.ts";
import { BLOCK_ROWS, BLOCK_STRIDE, type BlockKernel, type ScanCore } from "./core.ts";
import type { Symbols } from "./symbols.ts";
import { createTuples } from "./tuples.ts";

export interface RowGroupsRequest {
  readonly core: ScanCore;
  readonly kernel: BlockKernel;
  /** One per segment: the first of the core's keys. */
  readonly symbols: readonly Pick<Symbols, "valueOf">[];
  /** The cell of these values, made when its first respondent comes. */
  readonly cellOf: (values: readonly string[]) => Cell;
  /** Adds one row of the block to a cell. */
  readonly foldRow: (row: number, cell: Cell) => void;
}

/** Which rows of a block belong together. */
export interface RowGroups {
  /** Per row of the block, the number of its group. */
  readonly numbers: Uint16Array;
  /** By number: the values of a group. */
  readonly values: readonly (readonly string[])[];
  /** Finds the groups of the rows that came since the last time. */
  number(): void;
  /** The same, and the cells of these rows in their order: what a file holds first comes first. */
  settle(): void;
  /** Makes the cell of this row's group, if there is none yet. */
  meet(row: number): void;
  /** Adds all rows of the block to the cells of their groups. left: 1 for each row that is not added; null: none. Then the block may be emptied. */
  add(left: Uint8Array | null): void;
}

/** A kernel takes its time to begin: fewer rows are added one by one. */
const FEWEST = 6;

export function createRowGroups(request: RowGroupsRequest): RowGroups {
  const { core, kernel, symbols, cellOf } = request;
  const tuples = createTuples(symbols.length, BLOCK_STRIDE);
  const values: (readonly string[])[] = [];
  const cells: (Cell | undefined)[] = [];
  const numbers = new Uint16Array(BLOCK_ROWS);
  let numbered = 0;
  const numberRow = (row: number): void => {
    const number = tuples.numberOf(core.keys, row);
    if (number === values.length)
      values.push(symbols.map((one, at) => one.valueOf(core.keys[at * BLOCK_STRIDE + row] as number)));
    numbers[row] = number;
  };
  const meet = (row: number): void => {
    const number = numbers[row] as number;
    cells[number] ??= cellOf(values[number] as readonly string[]);
  };
  return {
    ...{ numbers, values, meet },
    number: () => {
      for (; numbered < core.rows; numbered += 1) numberRow(numbered);
    },
    settle: () => {
      for (; numbered < core.rows; numbered += 1) {
        numberRow(numbered);
        meet(numbered);
      }
    },
    add: (left) => {
      numbered = 0;
      if (symbols.length === 0 && left === null) kernel.addAll(cells[0] as Cell, core.rows);
      else addGroups(request, { cells, numbers, left });
    },
  };
}

interface SortedRows {
  readonly cells: readonly (Cell | undefined)[];
  readonly numbers: Uint16Array;
  readonly left: Uint8Array | null;
}

/** Sorts the rows by their groups, by counting, and adds them group by group. */
function addGroups({ core, kernel, foldRow }: RowGroupsRequest, sorted: SortedRows): void {
  const { cells } = sorted;
  const { order } = kernel;
  const ends = sortRows(core.rows, order, sorted);
  let from = 0;
  for (let group = 0; group < cells.length; group += 1) {
    const to = ends[group] as number;
    const cell = cells[group];
    if (cell === undefined) continue;
    if (to - from >= FEWEST) kernel.add(cell, from, to);
    else for (let at = from; at < to; at += 1) foldRow(order[at] as number, cell);
    from = to;
  }
}

/** Writes the numbers of the rows group by group; where each group ends. */
function sortRows(rows: number, order: Uint16Array, { cells, numbers, left }: SortedRows): Uint32Array {
  const ends = new Uint32Array(cells.length + 1);
  for (let row = 0; row < rows; row += 1) {
    if (left !== null && left[row] === 1) continue;
    const next = (numbers[row] as number) + 1;
    ends[next] = (ends[next] as number) + 1;
  }
  for (let group = 1; group < ends.length; group += 1)
    ends[group] = (ends[group] as number) + (ends[group - 1] as number);
  // Each begins as the place of its group's first row, and ends as that behind its last one.
  for (let row = 0; row < rows; row += 1) {
    if (left !== null && left[row] === 1) continue;
    const group = numbers[row] as number;
    order[ends[group] as number] = row;
    ends[group] = (ends[group] as number) + 1;
  }
  return ends;
}
