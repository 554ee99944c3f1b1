import type { AggregatePlan } from "../../aggregate/types.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import type { WasmMemory } from "./wasm-memory.ts";

/** What the records of a kernel are written from, and to. */
export interface KernelWriting {
  readonly records: WasmRecords;
  readonly program: ScoringProgram;
  readonly plan: AggregatePlan;
  /** The address of a sum of the plan. */
  readonly place: (sum: number) => number;
  /** Where sums go that nobody wants. */
  readonly nowhere: number;
}

/** Writes records for the module into free memory; what is taken is never given back. Throws `NoRoom` where there is none left. */
export class WasmRecords {
  private readonly memory: WasmMemory;

  constructor(memory: WasmMemory) {
    this.memory = memory;
  }

  /** Memory of so many bytes, all zero. */
  room(bytes: number): number {
    const start = this.memory.take(bytes);
    if (start === null) throw new NoRoom();
    new Uint8Array(this.memory.buffer, start, bytes).fill(0);
    return start;
  }

  /** Records of 32-bit words, one after the other: where they begin and end. */
  list(records: readonly (readonly number[])[]): readonly [number, number] {
    const words = records.flat();
    const start = this.room(4 * words.length);
    this.memory.words.set(words, start >> 2);
    return [start, start + 4 * words.length];
  }

  bytes(bytes: readonly number[]): readonly [number, number] {
    // Read by vectors, past their end.
    const start = this.room(bytes.length + 16);
    new Uint8Array(this.memory.buffer).set(bytes, start);
    return [start, start + bytes.length];
  }

  word(address: number, value: number): void {
    this.memory.set(address, value);
  }

  /** A number of 64 bits; `address` need not be a multiple of 8. */
  number(address: number, value: number): void {
    new DataView(this.memory.buffer).setFloat64(address, value, true);
  }

  /** Numbers of 64 bits. `start`: a multiple of 8. */
  numbers(start: number, count: number): Float64Array {
    return new Float64Array(this.memory.buffer, start, count);
  }
}

export class NoRoom extends Error {}

/** Four codes as the bytes of a word. */
export function packed(bytes: readonly number[]): number {
  return bytes.reduce((word, byte, at) => word | ((byte & 255) << (8 * at)), 0);
}

/** A list as two words of a record: where it begins and ends. */
export function pair(offset: number, [start, end]: readonly [number, number]): readonly (readonly [number, number])[] {
  return [
    [offset, start],
    [offset + 4, end],
  ];
}
