import type { ScanCore, ScanOptions } from "../../../src/engines/scan/core.ts";
import { createPlainCore } from "../../../src/engines/scan/plain.ts";
import { createWasmCore } from "../../../src/engines/scan/wasm.ts";

export type CreateCore = (options: ScanOptions) => ScanCore;

/** Every implementation of the core: what holds for one holds for all. */
export const CORES: readonly (readonly [string, CreateCore])[] = [
  ["plain", createPlainCore],
  ["wasm", createVectorCore],
];

/** Wherever tests run there is WebAssembly. */
function createVectorCore(options: ScanOptions): ScanCore {
  const core = createWasmCore(options);
  if (core === null) throw new Error("no WebAssembly to be tested");
  return core;
}
