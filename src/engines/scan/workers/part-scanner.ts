import { createFold } from "../../../aggregate/fold.ts";
import type { Cell } from "../../../aggregate/types.ts";
import { UNIT_WEIGHT } from "../../../response/rows/weight-text.ts";
import { createPatternCheck } from "../../../scoring/quality.ts";
import { createScorer } from "../../../scoring/scorer.ts";
import { readAnswers } from "../block-answers.ts";
import { createBlockTally } from "../block-tally.ts";
import type { BlockKernel, ScanCore, ScanOptions } from "../core.ts";
import { type RangeEnd, readRange } from "../range.ts";
import { InputWindow } from "../window.ts";
import { partSupply } from "./file-parts.ts";
import type { PartAnswer, PartSetup, PartTask, SentHashes, UnusualRow } from "./messages.ts";

/** Reads parts of one file, one after the other: ordinary rows become sums, and all others cells for the tolerant reader. */
export function createPartScanner(
  setup: PartSetup,
  createCore: (options: ScanOptions) => ScanCore,
): (task: PartTask) => Promise<PartAnswer> {
  const core = createCore(setup.options);
  const kernel = core.kernel(setup.program, setup.layout);
  if (kernel === null) throw new Error("rows of this plan are not added a block at a time");
  const foldRow = createRowFold(core, setup);
  return async (task) => {
    for (const { column, text, value } of task.taught) core.learn(column, text, value);
    const found = createFound({ core, kernel, foldRow, setup }, task.hashes);
    let bytes = 0;
    const window = new InputWindow(core.input, {
      supply: partSupply(setup.fd, task),
      onBytes: (count) => {
        bytes += count;
      },
      ...(setup.chunk === null ? {} : { chunk: setup.chunk }),
    });
    try {
      const start = { skip: 0, rowsBefore: 0, linesBefore: 0 };
      const end = await readRange({ core, window, delimiter: setup.delimiter, ...start, rows: found });
      return found.answer(end, task.from + bytes - window.after(end.position));
    } catch (error) {
      if (error instanceof TooManyGroups) return nothing(task.from);
      throw error;
    } finally {
      await window.close();
      core.clear();
    }
  };
}

/** What a short text takes beside its characters. */
const CELL_BYTES = 32;

class TooManyGroups extends Error {}

function nothing(position: number): PartAnswer {
  return { kind: "groups", position, lines: 0, rows: 0, groups: [], cells: [], unusual: [], hashes: [] };
}

function createRowFold({ codes }: ScanCore, { program, layout }: PartSetup): (row: number, cell: Cell) => void {
  const [scorer, check, fold] = [createScorer(program), createPatternCheck(program), createFold(program, layout)];
  const answers = new Float64Array(program.items.length);
  return (row, cell) => {
    readAnswers(codes, row, answers);
    fold(cell, { answers, scored: scorer.score(answers), flags: check(answers), weight: UNIT_WEIGHT });
  };
}

interface Instruments {
  readonly core: ScanCore;
  readonly kernel: BlockKernel;
  readonly foldRow: (row: number, cell: Cell) => void;
  readonly setup: PartSetup;
}

/** What is found in one part, as its rows are met. hashes: of how many rows they are wanted. */
function createFound({ core, kernel, foldRow, setup }: Instruments, wanted: number) {
  const groups: (readonly number[])[] = [];
  const cells: Cell[] = [];
  const unusual: UnusualRow[] = [];
  const hashes: SentHashes[] = [];
  let rows = 0;
  let kept = 0;
  const length = setup.layout.length;
  const cellOf = (symbols: readonly string[]): Cell => {
    if ((cells.length + 1) * length * 8 > setup.limits.sums) throw new TooManyGroups();
    const cell = new Float64Array(length);
    groups.push(symbols.map(Number));
    cells.push(cell);
    return cell;
  };
  const tally = createBlockTally({
    ...{ core, kernel, cellOf, foldRow },
    // What a symbol means is known elsewhere: here it stands for itself.
    symbols: Array.from({ length: setup.segments }, () => ({ valueOf: String })),
    hashes: {
      get wanted() {
        return rows < wanted;
      },
      block: ({ rows: count, halves, telling, groups: numbers }) => {
        hashes.push({
          rows: count,
          halves: halves.slice(0, 2 * count),
          telling: telling.slice(0, count),
          groups: numbers.slice(0, count),
        });
      },
    },
    onRows: (count) => {
      rows += count;
    },
  });
  return {
    scanned: (stop: string): void => {
      if (stop === "full") tally.flush();
    },
    unusual: (own: readonly string[], line: number): boolean => {
      if (kept > setup.limits.unusual) return false;
      for (const cell of own) kept += CELL_BYTES + cell.length;
      tally.settle();
      unusual.push({ cells: own, line, rowsBefore: rows + core.rows, groupsBefore: groups.length });
      return true;
    },
    answer: ({ kind, lines }: RangeEnd, position: number): PartAnswer => {
      tally.flush();
      return { kind, position, lines, rows, groups, cells, unusual, hashes };
    },
  };
}
