/**
 * What the module offers. Addresses and sizes in bytes; the memory is its caller's.
 *
 * This folder is AssemblyScript: TypeScript's words for what WebAssembly can do, compiled at build (scripts/build/kernel.mjs).
 * There are no objects, so functions may take more values than elsewhere: they stand in registers.
 */
export { hashRows } from "./hash";
export { addRows } from "./kernel";
export { scan } from "./rows";
export { learn, openTable } from "./texts";
