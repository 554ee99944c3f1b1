import * as at from "../../../kernel/plan.ts";
import type { AggregatePlan } from "../../aggregate/types.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import { BLOCK_ROWS, type BlockKernel } from "./core.ts";
import { kernelFits } from "./kernel-plan.ts";
import { isHeld, writeDimensions } from "./wasm-dimensions.ts";
import type { WasmMemory } from "./wasm-memory.ts";
import { writePatterns } from "./wasm-patterns.ts";
import { type KernelWriting, NoRoom, packed, pair, WasmRecords } from "./wasm-records.ts";
import { writeScores } from "./wasm-scores.ts";

/** The kernel over the block at `codes`; null where the plan does not fit, or the memory is full. */
export function createWasmKernel(
  memory: WasmMemory,
  codes: number,
  work: { readonly program: ScoringProgram; readonly plan: AggregatePlan },
): BlockKernel | null {
  if (!kernelFits(work.program, work.plan) || !isHeld(work.program)) return null;
  try {
    return openKernel(memory, codes, work);
  } catch (error) {
    if (error instanceof NoRoom) return null;
    throw error;
  }
}

function openKernel(
  memory: WasmMemory,
  codes: number,
  { program, plan }: { readonly program: ScoringProgram; readonly plan: AggregatePlan },
): BlockKernel {
  const records = new WasmRecords(memory);
  const sums = records.room(8 * (plan.length + 1));
  const writing = {
    records,
    program,
    plan,
    place: (sum: number) => sums + 8 * sum,
    nowhere: sums + 8 * plan.length,
  };
  const kernel = writeKernel(writing, codes);
  const here = records.numbers(sums, plan.length);
  const order = records.room(2 * BLOCK_ROWS);
  const addRows = memory.export("addRows");
  const addTo = (cell: Float64Array, rows: number): void => {
    for (let sum = 0; sum < here.length; sum++) {
      cell[sum] = (cell[sum] as number) + (here[sum] as number);
      here[sum] = 0;
    }
    cell[plan.people] = (cell[plan.people] as number) + rows;
  };
  return {
    order: new Uint16Array(memory.buffer, order, BLOCK_ROWS),
    add(cell, from, to) {
      addRows(kernel, order + 2 * from, to - from);
      addTo(cell, to - from);
    },
    addAll(cell, rows) {
      addRows(kernel, 0, rows);
      addTo(cell, rows);
    },
    hash: createHash(memory, { codes, items: program.items.length, records }),
  };
}

function writeKernel(writing: KernelWriting, codes: number): number {
  const { records, program, plan, place } = writing;
  const scores = writeScores(writing);
  const dimensions = writeDimensions(writing, scores.addresses);
  const words = new Map<number, number>([
    [at.BLOCK, codes],
    [at.ITEMS, program.items.length],
    [at.PICKED, records.room(program.items.length * at.PART_STRIDE)],
    ...pair(at.TALLIES, records.list(tallies(writing))),
    ...pair(at.PADDED, records.list(plan.items.map(({ missing }) => [place(missing)]))),
    ...pair(at.DIMENSIONS, dimensions),
    ...scores.words,
    ...writePatterns(writing),
  ]);
  const header = Array.from({ length: at.KERNEL_BYTES / 4 }, (_, word) => words.get(4 * word) ?? 0);
  return records.list([header])[0];
}

/** Each item's codes and kinds of missing, four to a record; what is left of the last record is a code that nothing has. */
function tallies({ plan, place, nowhere }: KernelWriting): readonly (readonly number[])[] {
  return plan.items.flatMap(({ codes, histogram, missing }, column) => {
    const counted = [
      ...codes.map((code, index) => [code, place(histogram + index)] as const),
      ...[-128, -127, -126].map((code, index) => [code, place(missing + index)] as const),
    ];
    return Array.from({ length: Math.ceil(counted.length / 4) }, (_, record) => {
      const four = Array.from({ length: 4 }, (_, lane) => counted[4 * record + lane] ?? [at.NO_CODE, nowhere]);
      return [column, packed(four.map(([code = 0]) => code)), ...four.map(([, sum = 0]) => sum)];
    });
  });
}

function createHash(
  memory: WasmMemory,
  { codes, items, records }: { readonly codes: number; readonly items: number; readonly records: WasmRecords },
): BlockKernel["hash"] {
  const hashRows = memory.export("hashRows");
  const [halves, telling] = [records.room(8 * BLOCK_ROWS), records.room(BLOCK_ROWS)];
  return (rows) => {
    hashRows(codes, items, rows, halves, telling);
    return {
      halves: new Int32Array(memory.buffer, halves, 2 * rows),
      telling: new Uint8Array(memory.buffer, telling, rows),
    };
  };
}
