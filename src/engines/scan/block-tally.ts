import type { ScanCore } from "./core.ts";
import { createRowGroups, type RowGroupsRequest } from "./row-groups.ts";

/** Adds whole blocks to the cells of their groups. */
export interface BlockTally {
  /** Finds the cells of the rows that came since the last time, in their order: what a file holds first comes first. */
  settle(): void;
  /** Adds all rows of the block, and empties it. */
  flush(): void;
}

export interface TallyRequest extends RowGroupsRequest {
  readonly core: ScanCore;
  /** Told of every block's hashes, in order, while `wanted`. */
  readonly hashes: RowHashes;
  readonly onRows: (count: number) => void;
}

export interface RowHashes {
  readonly wanted: boolean;
  block(hashes: BlockHashes): void;
}

/** Of the rows of a block, as the kernel hashes them, with the number of each row's group. Good until the block changes. */
export interface BlockHashes {
  readonly rows: number;
  readonly halves: Int32Array;
  readonly telling: Uint8Array;
  readonly groups: Uint32Array;
  /** By number: the values of a group. */
  readonly values: readonly (readonly string[])[];
}

export function createBlockTally(request: TallyRequest): BlockTally {
  const { core, kernel, hashes, onRows } = request;
  const groups = createRowGroups(request);
  return {
    settle: groups.settle,
    flush: () => {
      const { rows } = core;
      if (rows === 0) return;
      groups.settle();
      if (hashes.wanted) hashes.block({ rows, ...kernel.hash(rows), groups: groups.numbers, values: groups.values });
      groups.add(null);
      onRows(rows);
      core.clear();
    },
  };
}
