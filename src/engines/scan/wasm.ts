import * as layout from "../../../kernel/layout.ts";
import type { AggregatePlan } from "../../aggregate/types.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import {
  BLOCK_MISSING,
  type BlockKernel,
  INPUT_BYTES,
  type ScanColumn,
  type ScanCore,
  type ScanOptions,
  type ScanStop,
} from "./core.ts";
import { describeColumns } from "./wasm-columns.ts";
import { createWasmKernel } from "./wasm-kernel.ts";
import { type Export, WasmMemory } from "./wasm-memory.ts";

const [LF, CR, QUOTE] = [10, 13, 34];
/** Line ends that follow the window: every search through a cell ends at one of them. */
const BEHIND_INPUT = 64;
/** A text is read by vectors, past its end. */
const BEHIND_TEXT = 32;
/** Room for the tables of texts and for kernels. */
const FREE_BYTES = 24 * 1_048_576;
const FIRST_TABLE = layout.SLOT_BYTES << layout.FIRST_BITS;
/** No WebAssembly at all, none with vectors, not so much memory. */
const NOT_TO_BE_HAD: readonly string[] = ["ReferenceError", "CompileError", "RangeError"];
const STOPS: readonly ScanStop[] = ["full", "end", "unusual"];

/**
 * The scan core in WebAssembly with vectors. Null where the machine has none, or not the memory, and for a delimiter that shares
 * its low half byte with a line end or a quotation mark: the search for ends could not tell them apart.
 */
export function createWasmCore(options: ScanOptions): ScanCore | null {
  const { delimiter } = options;
  if ([LF, CR, QUOTE].some((byte) => (byte & 15) === (delimiter & 15))) return null;
  try {
    return new WasmCore(options);
  } catch (error) {
    if (error instanceof Error && NOT_TO_BE_HAD.includes(error.name)) return null;
    throw error;
  }
}

class WasmCore implements ScanCore {
  readonly input: Buffer;
  readonly codes: Int8Array;
  readonly keys: Uint16Array;
  readonly texts: Uint32Array;
  readonly lineOf: Uint32Array;
  private readonly memory: WasmMemory;
  private readonly delimiter: number;
  /** Where the input begins. */
  private readonly begin: number;
  private readonly run: Export;
  private readonly teach: Export;

  constructor(options: ScanOptions) {
    const memory = new WasmMemory(layout.COLUMN + options.columns.length * layout.COLUMN_BYTES, bytesFor(options));
    const { buffer } = memory;
    const [codes, keys, texts] = blockElements(options);
    const begin = memory.reserve(INPUT_BYTES + BEHIND_INPUT);
    this.memory = memory;
    this.delimiter = options.delimiter;
    this.begin = begin;
    this.input = Buffer.from(buffer, begin, INPUT_BYTES);
    new Uint8Array(buffer, begin + INPUT_BYTES, BEHIND_INPUT).fill(LF);
    this.codes = new Int8Array(buffer, memory.reserve(codes), codes).fill(BLOCK_MISSING.unanswered);
    this.keys = new Uint16Array(buffer, memory.reserve(2 * keys), keys);
    this.texts = new Uint32Array(buffer, memory.reserve(4 * texts), texts);
    this.lineOf = new Uint32Array(buffer, memory.reserve(4 * layout.ROWS), layout.ROWS);
    this.run = memory.export("scan");
    this.teach = memory.export("learn");
    memory.set(layout.AT_INPUT, begin);
    memory.set(layout.AT_LINE_OF, this.lineOf.byteOffset);
    describeColumns(memory, options, {
      item: this.codes.byteOffset,
      key: this.keys.byteOffset,
      text: this.texts.byteOffset,
    });
  }

  learn(column: number, text: Uint8Array, value: number): boolean {
    // An ordinary cell of an item or a key never has such a text, however it is written.
    if (text.includes(QUOTE) || text.includes(LF) || text.includes(CR)) return true;
    const { memory } = this;
    const address = layout.COLUMN + column * layout.COLUMN_BYTES;
    const [free, known] = [memory.get(layout.AT_FREE), memory.get(address + layout.TEXTS)];
    const kept = memory.take(text.length + BEHIND_TEXT);
    if (kept === null) return false;
    new Uint8Array(memory.buffer).set(text, kept);
    const isBare = text[0] === this.delimiter ? 0 : 1;
    const isLearnt = this.teach(address, kept, text.length, value, isBare) === 1;
    // A text that it knew already is not kept a second time.
    if (memory.get(address + layout.TEXTS) === known) memory.set(layout.AT_FREE, free);
    return isLearnt;
  }

  scan(from: number, to: number): ScanStop {
    return STOPS[this.run(this.begin + from, this.begin + to)] ?? "unusual";
  }

  get position(): number {
    return this.memory.get(layout.AT_POSITION) - this.begin;
  }

  get rows(): number {
    return this.memory.get(layout.AT_ROWS);
  }

  get lines(): number {
    return this.memory.get(layout.AT_LINES);
  }

  clear(): void {
    this.memory.set(layout.AT_ROWS, 0);
  }

  kernel(program: ScoringProgram, plan: AggregatePlan): BlockKernel | null {
    return createWasmKernel(this.memory, this.codes.byteOffset, { program, plan });
  }
}

/** Elements of the codes, keys and texts of a block. */
function blockElements({ columns, items }: ScanOptions): readonly [number, number, number] {
  const slotsOf = (kind: ScanColumn["kind"]) =>
    Math.max(0, ...columns.map((column) => (column.kind !== "ignored" && column.kind === kind ? column.slot + 1 : 0)));
  return [items * layout.STRIDE, slotsOf("key") * layout.STRIDE, 2 * slotsOf("text") * layout.STRIDE];
}

function bytesFor(options: ScanOptions): number {
  const [codes, keys, texts] = blockElements(options);
  const described = layout.COLUMN + options.columns.length * (layout.COLUMN_BYTES + layout.SINGLE_BYTES + FIRST_TABLE);
  return described + INPUT_BYTES + codes + 2 * keys + 4 * texts + 4 * layout.ROWS + FREE_BYTES;
}
