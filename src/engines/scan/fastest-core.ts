import type { ScanCore, ScanOptions } from "./core.ts";
import { createPlainCore } from "./plain.ts";
import { createWasmCore } from "./wasm.ts";

/** The fastest core that this machine has for such a file. */
export function createFastestCore(options: ScanOptions): ScanCore {
  return createWasmCore(options) ?? createPlainCore(options);
}
