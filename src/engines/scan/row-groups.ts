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
  /** Per row of the block, the number of its group: rows that are left out have groups, too, and may have any number of them. */
  readonly numbers: Uint32Array;
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
  const numbers = new Uint32Array(BLOCK_ROWS);
  const addGroups = createAddGroups();
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
      if (symbols.length === 0 && left === null && core.rows >= FEWEST) kernel.addAll(cells[0] as Cell, core.rows);
      else addGroups(request, { cells, numbers, left });
    },
  };
}

interface SortedRows {
  readonly cells: readonly (Cell | undefined)[];
  readonly numbers: Uint32Array;
  readonly left: Uint8Array | null;
}

type AddGroups = (request: RowGroupsRequest, sorted: SortedRows) => void;

/**
 * Sorts the rows by their groups, by counting, and adds them group by group. What it costs depends on the rows of the block,
 * which may be one, and not on the groups of the file, which may be thousands.
 */
function createAddGroups(): AddGroups {
  /** Those that have a row in this block, in the order they are met. */
  const met = new Uint32Array(BLOCK_ROWS);
  /** By group: its rows, then the place behind those that are sorted in. Zero between two blocks. */
  let places = new Uint16Array(BLOCK_ROWS);
  const count = (rows: number, { numbers, left, cells }: SortedRows): number => {
    if (places.length < cells.length) places = new Uint16Array(2 * cells.length);
    let size = 0;
    for (let row = 0; row < rows; row += 1) {
      if (left !== null && left[row] === 1) continue;
      const group = numbers[row] as number;
      const before = places[group] as number;
      if (before === 0) met[size++] = group;
      places[group] = before + 1;
    }
    return size;
  };
  const sort = (rows: number, order: Uint16Array, { numbers, left }: SortedRows): void => {
    for (let row = 0; row < rows; row += 1) {
      if (left !== null && left[row] === 1) continue;
      const group = numbers[row] as number;
      const place = places[group] as number;
      order[place] = row;
      places[group] = place + 1;
    }
  };
  return ({ core, kernel, foldRow }, sorted) => {
    const { order } = kernel;
    const size = count(core.rows, sorted);
    let next = 0;
    for (let at = 0; at < size; at += 1) {
      const group = met[at] as number;
      const begin = next;
      next += places[group] as number;
      places[group] = begin;
    }
    sort(core.rows, order, sorted);
    let from = 0;
    for (let at = 0; at < size; at += 1) {
      const group = met[at] as number;
      const to = places[group] as number;
      const cell = sorted.cells[group] as Cell;
      if (to - from >= FEWEST) kernel.add(cell, from, to);
      else for (let place = from; place < to; place += 1) foldRow(order[place] as number, cell);
      places[group] = 0;
      from = to;
    }
  };
}
