import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { CHUNKS, chunkEntry, fromChunks } from "./chunks.mjs";
import { lazyBuiltins } from "./lazy-builtins.mjs";
import { leanTables } from "./lean-tables.mjs";
import { inRoot } from "./paths.mjs";
import { programs, seldom } from "./programs.mjs";

/** @param {string} version @returns {import("esbuild").BuildOptions} */
function commonOptions(version) {
  return {
    absWorkingDir: inRoot(),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    define: { TRUST_AUDIT_VERSION: JSON.stringify(version) },
    plugins: [leanTables],
    alias: {
      // What linkedom looks for first is not installed; what it takes then is this.
      canvas: inRoot("node_modules/linkedom/commonjs/canvas-shim.cjs"),
      debug: inRoot("scripts/build/no-debug.cjs"),
      "@colors/colors/safe": inRoot("scripts/build/no-colors.cjs"),
    },
    logLevel: "warning",
  };
}

/**
 * Bundles the program and every package it uses into one script, again without what only some commands need (programs.mjs),
 * the chunks that they take when asked (chunks.mjs), and the loader that starts them (load.cjs says why). What only some
 * runs need stands in functions that are not entered before.
 * @param {{ outDir: string, version: string }} options
 * @returns {Promise<readonly import("esbuild").Metafile[]>} of all scripts
 */
export async function bundleProgram({ outDir, version }) {
  const chunks = Object.keys(CHUNKS).map((name) => ({
    name,
    entry: chunkEntry(name),
    plugins: [seldom, fromChunks(name)],
  }));
  const scripts = [...programs().map((one) => ({ ...one, plugins: [...one.plugins, fromChunks()] })), ...chunks];
  const metafiles = await Promise.all(
    scripts.map(({ name, ...rest }) => bundleScript({ ...rest, outFile: path.join(outDir, `${name}.cjs`), version })),
  );
  const names = scripts.map(({ name }) => name);
  await writeLoader(outDir, names);
  return [...metafiles, await bundleThread({ outDir, version })];
}

/** What other threads run: Node.js itself starts it, so it is a script like any other. @param {{ outDir: string, version: string }} options */
async function bundleThread({ outDir, version }) {
  const { metafile } = await build({
    ...commonOptions(version),
    entryPoints: [inRoot("src/engines/scan/workers/scan-worker.ts")],
    outfile: path.join(outDir, "scan-worker.cjs"),
    format: "cjs",
    charset: "ascii",
    minify: true,
    legalComments: "none",
    metafile: true,
  });
  return metafile;
}

/** @param {{ entry: import("esbuild").BuildOptions, outFile: string, version: string, plugins: readonly import("esbuild").Plugin[] }} options */
async function bundleScript({ entry, outFile, version, plugins }) {
  const common = commonOptions(version);
  const { metafile } = await build({
    ...common,
    ...entry,
    outfile: outFile,
    format: "cjs",
    define: { ...common.define, "import.meta.url": "__moduleUrl" },
    plugins: [...(common.plugins ?? []), lazyBuiltins, ...plugins],
    // One function expression, as the loader wants it: wrapping it there would copy a megabyte at every start.
    banner: {
      js: '(function(exports,require,module,__filename){const __moduleUrl=require("node:url").pathToFileURL(__filename).href,__chunk=module.chunk,__rest=module.rest;',
    },
    footer: { js: "})" },
    charset: "ascii",
    minify: true,
    legalComments: "none",
    metafile: true,
  });
  await writeFile(outFile, inAscii(await readFile(outFile, "utf8")));
  return metafile;
}

/**
 * The loader reads a script byte by byte as characters, which is right for ASCII alone. The bundler escapes texts and leaves
 * regular expressions as they are; there an escape means the same, in pairs also where code points count.
 * @param {string} source
 */
function inAscii(source) {
  return source.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** V8 knows a script by its length alone: the hash of all tells builds apart. @param {string} outDir @param {readonly string[]} names */
async function writeLoader(outDir, names) {
  const hash = createHash("sha256");
  for (const name of names) hash.update(await readFile(path.join(outDir, `${name}.cjs`)));
  const loader = await readFile(inRoot("scripts/build/load.cjs"), "utf8");
  await writeFile(path.join(outDir, "load.cjs"), loader.replace("0000000000000000", hash.digest("hex").slice(0, 16)));
}

/**
 * Bundles one module of src/ for use by the build itself; packages are left in node_modules.
 * @param {{ entry: string, outFile: string, version: string }} options
 */
export async function bundleTool({ entry, outFile, version }) {
  await build({ ...commonOptions(version), entryPoints: [inRoot(entry)], outfile: outFile, packages: "external" });
}
