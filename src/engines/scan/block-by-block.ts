import { UNIT_WEIGHT } from "../../response/rows/weight-text.ts";
import type { FilePeople } from "../people.ts";
import { readAnswers } from "./block-answers.ts";
import { createBlockTally, type RowHashes } from "./block-tally.ts";
import type { BlockKernel, ScanCore } from "./core.ts";
import type { OrdinaryRows } from "./ordinary.ts";
import { eachHash } from "./row-hashes.ts";
import type { Symbols } from "./symbols.ts";

/** Adds rows to the sums of their groups a block at a time: nobody is looked at alone. For files without ids. */
export function createBlockByBlock(request: {
  readonly core: ScanCore;
  readonly people: FilePeople;
  readonly kernel: BlockKernel;
  readonly symbols: readonly Symbols[];
}): OrdinaryRows {
  const { core, people } = request;
  const { digest, cells, counted } = people;
  const { watch, scorer, check, fold } = people.instruments;
  const answers = new Float64Array(people.decoder.answers.length);
  const hashes: RowHashes = {
    get wanted() {
      return digest !== null || watch.room > 0;
    },
    block: (block) => {
      eachHash(block, { from: 0, to: block.rows }, (hash, telling) => {
        watch.scoredHash(hash, telling);
        digest?.addHash(hash);
      });
    },
  };
  const tally = createBlockTally({
    ...request,
    hashes,
    cellOf: cells.cellOf,
    foldRow: (row, cell) => {
      readAnswers(core.codes, row, answers);
      fold(cell, { answers, scored: scorer.score(answers), flags: check(answers), weight: UNIT_WEIGHT });
    },
    onRows: (rows) => {
      counted(rows);
      ordinary.rows += rows;
    },
  });
  const ordinary = {
    rows: 0,
    scanned: (stop: string): void => {
      if (stop === "full") tally.flush();
    },
    beforeUnusual: (): void => {
      // In a digest every row has its place, and copies are looked for among the first so many rows.
      const { room } = watch;
      if (digest !== null || (room > 0 && room <= core.rows)) tally.flush();
      else tally.settle();
    },
    flush: tally.flush,
  };
  return ordinary;
}
