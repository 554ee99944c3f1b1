import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { inRoot } from "./paths.mjs";

/** No runtime goes in: the memory is its caller's, and nothing is allocated. */
const OPTIONS = [
  ...["-O3", "--converge", "--noAssert", "--enable", "simd", "--runtime", "stub"],
  ...["--importMemory", "--noExportMemory", "--zeroFilledMemory"],
];

/** Each folder of kernel/ is a module of its own, generated/NAME.mjs. */
const MODULES = {
  "scan-kernel": "kernel",
  "draws-kernel": "kernel/draws",
  "cover-kernel": "kernel/cover",
};

const TYPES = `/** Written by scripts/build/kernel.mjs. */
export type Export = (...numbers: readonly number[]) => number;
/** A module of kernel/ with a memory of its own. Throws where there is no WebAssembly with vectors, or no such memory. */
export declare function instantiate(pages: number): {
  readonly exports: Readonly<Record<string, Export>>;
  readonly buffer: ArrayBuffer;
};
`;

const INSTANTIATE = `let compiled;
export function instantiate(pages) {
  compiled ??= new WebAssembly.Module(Buffer.from(KERNEL, "base64"));
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return { exports, buffer: memory.buffer };
}
`;

/** Compiles kernel/ to generated/, unless what is there was compiled from the very same sources. */
export async function buildKernel() {
  await mkdir(inRoot("generated"), { recursive: true });
  for (const [name, folder] of Object.entries(MODULES)) await buildModule(name, folder);
}

/** @param {string} name @param {string} folder */
async function buildModule(name, folder) {
  const sources = await readSources(folder);
  const stamp = `// ${createHash("sha256")
    .update(JSON.stringify([OPTIONS, INSTANTIATE, await compilerVersion(), ...sources]))
    .digest("hex")}`;
  const target = inRoot("generated", `${name}.mjs`);
  const before = await readFile(target, "utf8").catch(() => "");
  if (before.startsWith(stamp)) return;
  const binary = await compile(new Map(sources));
  await replace(target, `${stamp}\nconst KERNEL = "${Buffer.from(binary).toString("base64")}";\n${INSTANTIATE}`);
  await replace(inRoot("generated", `${name}.d.mts`), TYPES);
}

/** @param {string} folder @returns {Promise<readonly (readonly [string, string])[]>} name and text of each of its files */
async function readSources(folder) {
  const names = (await readdir(inRoot(folder))).filter((name) => name.endsWith(".ts")).sort();
  return Promise.all(
    names.map(async (name) => /** @type {const} */ ([name, await readFile(inRoot(folder, name), "utf8")])),
  );
}

/** @returns {Promise<string>} */
async function compilerVersion() {
  return JSON.parse(await readFile(inRoot("node_modules/assemblyscript/package.json"), "utf8")).version;
}

/** @param {ReadonlyMap<string, string>} sources @returns {Promise<Uint8Array>} */
async function compile(sources) {
  // It takes a second to load, and most builds have nothing for it to do.
  const { default: asc } = await import("assemblyscript/asc");
  /** @type {Uint8Array | undefined} */
  let binary;
  const { error, stderr } = await asc.main(["index.ts", ...OPTIONS, "--outFile", "kernel.wasm"], {
    readFile: (name) => sources.get(path.basename(name)) ?? null,
    writeFile: (_, contents) => {
      if (typeof contents !== "string") binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) throw new Error(`kernel/: ${error?.message}\n${stderr.toString()}`);
  return binary;
}

/** Leaves no half-written module to tests that run beside the build. @param {string} file @param {string} text */
async function replace(file, text) {
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, text);
  await rename(fresh, file);
}
