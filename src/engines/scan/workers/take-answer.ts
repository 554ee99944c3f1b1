import type { Cell } from "../../../aggregate/types.ts";
import type { FilePeople } from "../../people.ts";
import { eachHash } from "../row-hashes.ts";
import type { Symbols } from "../symbols.ts";
import type { PartAnswer } from "./messages.ts";

export interface TakeRequest {
  readonly people: FilePeople;
  /** One per segment. */
  readonly symbols: readonly Symbols[];
  /** Reads a row that is not ordinary. */
  readonly unusual: (cells: readonly string[], line: number) => void;
}

/**
 * Counts what was found in a part as if its rows had come one after the other: groups are met, copies looked for and unusual
 * rows read in the order of the file. linesBefore: the part. To be called part after part. Throws as reading the rows would.
 */
export function createTaker(request: TakeRequest): (answer: PartAnswer, linesBefore: number) => void {
  const { people, unusual } = request;
  return (answer, linesBefore) => {
    const groups = createGroups(request, answer);
    const hashes = createHashes(request, { answer, values: groups.values });
    for (const { cells, line, rowsBefore, groupsBefore } of answer.unusual) {
      groups.meet(groupsBefore);
      hashes.see(rowsBefore);
      unusual(cells, linesBefore + line);
    }
    groups.meet(answer.groups.length);
    hashes.see(answer.rows);
    for (const [at, cell] of answer.cells.entries()) addTo(groups.cells[at] as Cell, cell);
    people.counted(answer.rows);
  };
}

/** All sums are of integers: added in any order they are the same. */
function addTo(cell: Cell, part: Cell): void {
  for (let at = 0; at < cell.length; at += 1) cell[at] = (cell[at] as number) + (part[at] as number);
}

function createGroups({ people, symbols }: TakeRequest, { groups }: PartAnswer) {
  const values = groups.map((own) => own.map((symbol, at) => symbols[at]?.valueOf(symbol) ?? ""));
  const cells: Cell[] = [];
  return {
    ...{ values, cells },
    /** The first so many of them have come. */
    meet: (count: number): void => {
      while (cells.length < count) cells.push(people.cells.cellOf(values[cells.length] ?? []));
    },
  };
}

function createHashes(
  { people }: TakeRequest,
  { answer, values }: { readonly answer: PartAnswer; readonly values: readonly (readonly string[])[] },
) {
  const { watch } = people.instruments;
  let block = 0;
  /** Rows of the blocks before, and of this one, that were seen. */
  let before = 0;
  let from = 0;
  return {
    /** The first so many rows of the part have come. */
    see: (rows: number): void => {
      for (let own = answer.hashes[block]; own !== undefined && watch.room > 0; own = answer.hashes[block]) {
        const to = Math.min(own.rows, rows - before);
        eachHash({ ...own, values }, { from, to }, watch.scoredHash);
        from = to;
        if (to < own.rows) return;
        block += 1;
        before += own.rows;
        from = 0;
      }
    },
  };
}
