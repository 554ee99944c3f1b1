import { isBlankRow } from "../../sources/csv/blank-row.ts";
import type { FilePeople } from "../people.ts";
import { createBlockByBlock } from "./block-by-block.ts";
import { createBlockById } from "./block-by-id.ts";
import type { ScanPlan } from "./columns.ts";
import type { BlockKernel, ScanCore } from "./core.ts";
import type { OrdinaryRows } from "./ordinary.ts";
import type { RangeRows } from "./range.ts";
import { createRowByRow, type RowByRowRequest } from "./row-by-row.ts";
import { createSymbols, type Symbols } from "./symbols.ts";
import { createTeacher } from "./teach.ts";
import type { TaughtText } from "./workers/messages.ts";

/** What becomes of the rows of a file, whichever range of it they stand in. */
export interface FileRows extends RangeRows {
  readonly ordinary: OrdinaryRows;
  /** One per segment: what the core's keys mean. */
  readonly symbols: readonly Symbols[];
  /** What the core was taught. */
  readonly taught: readonly TaughtText[];
  /** Whole blocks are added to sums, and nobody is looked at alone. */
  readonly isByBlock: boolean;
  /** Reads a row that is not ordinary, however many there were. */
  take(cells: readonly string[], line: number): void;
}

/**
 * Hands rows that are not ordinary to the people of the file, and teaches the core what they were read as. Where most rows turn
 * out to be so, they are not taken any more: the tolerant reader is to have the rest.
 */
export function createFileRows(core: ScanCore, { people, plan, columns, onFull }: RowsRequest): FileRows {
  const symbols = Array.from({ length: plan.segments }, createSymbols);
  const taught: TaughtText[] = [];
  const learn = (column: number, text: Uint8Array, value: number): boolean => {
    const isLearnt = core.learn(column, text, value);
    // A copy of its own: whoever sends it to a thread sends all the memory that it stands in.
    if (isLearnt) taught.push({ column, text: new Uint8Array(text), value });
    return isLearnt;
  };
  const teach = createTeacher({ core: { learn }, plan, decoder: people.decoder, symbols, onFull });
  const kernel = kernelOf(core, people, plan);
  const ordinary = ordinaryRows(kernel, { core, people, plan, symbols });
  const balance = createBalance();
  const take = (cells: readonly string[], line: number): void => {
    if (isBlankRow(cells, columns)) return;
    ordinary.beforeUnusual();
    if (people.row(cells, () => line) === "scored") teach(cells);
  };
  return {
    ...{ ordinary, symbols, taught, isByBlock: kernel !== null && !people.hasIds },
    scanned: ordinary.scanned,
    take,
    unusual: (cells: readonly string[], line: number): boolean => {
      if (balance.isMostlyUnusual) return false;
      balance.unusual(ordinary.rows + core.rows);
      take(cells, line);
      return true;
    },
  };
}

/** So many unusual rows are judged together: as long as few texts are known, most rows are unusual. */
const JUDGED = 4096;

/** Notices that most rows are unusual: their way round the core then takes longer than the tolerant reader alone. */
interface Balance {
  readonly isMostlyUnusual: boolean;
  /** One more unusual row has come, after so many ordinary ones. */
  unusual(ordinaryRows: number): void;
}

function createBalance(): Balance {
  let unusual = 0;
  let before = 0;
  const balance = {
    isMostlyUnusual: false,
    unusual: (ordinaryRows: number): void => {
      unusual += 1;
      if (unusual < JUDGED) return;
      if (ordinaryRows - before < JUDGED) balance.isMostlyUnusual = true;
      before = ordinaryRows;
      unusual = 0;
    },
  };
  return balance;
}

interface RowsRequest {
  readonly people: FilePeople;
  readonly plan: ScanPlan;
  /** Of the table. */
  readonly columns: number;
  /** Told of a column that has more different texts than are taught. */
  readonly onFull: (column: number) => void;
}

function ordinaryRows(kernel: BlockKernel | null, request: RowByRowRequest): OrdinaryRows {
  if (kernel === null) return createRowByRow(request);
  return request.people.hasIds ? createBlockById({ ...request, kernel }) : createBlockByBlock({ ...request, kernel });
}

/** Null where each person is wanted, and not only what they add to the sums. */
function kernelOf(
  core: ScanCore,
  { instruments, hasIds }: FilePeople,
  { texts, textRules }: ScanPlan,
): BlockKernel | null {
  const { plan, program, layout, sink, onScored } = instruments;
  // The id is the only text that blocks are asked for.
  if (
    texts.length !== (hasIds ? 1 : 0) ||
    textRules.length > 0 ||
    sink !== null ||
    onScored !== null ||
    plan.rules.exclude.length > 0
  )
    return null;
  return core.kernel(program, layout);
}
