import { type Export, instantiate } from "../../../generated/scan-kernel.mjs";
import { AT_FREE, AT_FREE_END } from "../../../kernel/layout.ts";

export type { Export };

const PAGE = 65_536;
/** Places begin where a vector may. */
const VECTOR = 16;

/** An instance of the module with a memory of its own, handed out piece by piece. Pages that nobody writes to take no memory. */
export class WasmMemory {
  readonly buffer: ArrayBuffer;
  readonly words: Int32Array;
  private readonly exports: Readonly<Record<string, Export>>;

  /** first: where free memory begins. size: all there is ever to be, in bytes. Throws where the machine has no such thing. */
  constructor(first: number, size: number) {
    const pages = Math.ceil(size / PAGE);
    const { exports, buffer } = instantiate(pages);
    this.exports = exports;
    this.buffer = buffer;
    this.words = new Int32Array(buffer);
    this.set(AT_FREE, first);
    this.set(AT_FREE_END, pages * PAGE);
  }

  /** A function of kernel/index.ts. */
  export(name: string): Export {
    const found = this.exports[name];
    if (found === undefined) throw new Error(`kernel/index.ts exports no ${name}`);
    return found;
  }

  get(address: number): number {
    return this.words[address >> 2] ?? 0;
  }

  set(address: number, value: number): void {
    this.words[address >> 2] = value;
  }

  /** An unused piece of memory; null where there is none left. */
  take(bytes: number): number | null {
    const start = Math.ceil(this.get(AT_FREE) / VECTOR) * VECTOR;
    if (start + bytes > this.get(AT_FREE_END)) return null;
    this.set(AT_FREE, start + bytes);
    return start;
  }

  /** The same, where it is known to be there. */
  reserve(bytes: number): number {
    const start = this.take(bytes);
    if (start === null) throw new Error("the memory of the scanner is too small");
    return start;
  }
}
