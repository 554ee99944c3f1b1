import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { leanTables } from "./lean-tables.mjs";
import { inRoot } from "./paths.mjs";

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
      "node:child_process": inRoot("scripts/build/no-child-process.cjs"),
      debug: inRoot("scripts/build/no-debug.cjs"),
      "@colors/colors/safe": inRoot("scripts/build/no-colors.cjs"),
    },
    logLevel: "warning",
  };
}

/**
 * Bundles the program and every package it uses into one script, and the loader that starts it (load.mjs says why).
 * What only some runs need stands in functions that are not entered before.
 * @param {{ outDir: string, version: string }} options
 * @returns {Promise<import("esbuild").Metafile>}
 */
export async function bundleProgram({ outDir, version }) {
  const common = commonOptions(version);
  const { metafile } = await build({
    ...common,
    entryPoints: [inRoot("src/main.ts")],
    outfile: path.join(outDir, "program.cjs"),
    format: "cjs",
    define: { ...common.define, "import.meta.url": "__moduleUrl" },
    // One function expression, as the loader wants it: wrapping it there would copy a megabyte at every start.
    banner: {
      js: '(function(exports,require,module,__filename){const __moduleUrl=require("node:url").pathToFileURL(__filename).href;',
    },
    footer: { js: "})" },
    charset: "ascii",
    minify: true,
    legalComments: "none",
    metafile: true,
  });
  await writeLoader(outDir);
  await writeFile(path.join(outDir, "version.js"), `export const VERSION=${JSON.stringify(version)};\n`);
  return metafile;
}

/** @param {string} outDir */
async function writeLoader(outDir) {
  const program = await readFile(path.join(outDir, "program.cjs"));
  const hash = createHash("sha256").update(program).digest("hex").slice(0, 16);
  const loader = await readFile(inRoot("scripts/build/load.mjs"), "utf8");
  await writeFile(path.join(outDir, "load.js"), loader.replace("0000000000000000", hash));
}

/**
 * Bundles one module of src/ for use by the build itself; packages are left in node_modules.
 * @param {{ entry: string, outFile: string, version: string }} options
 */
export async function bundleTool({ entry, outFile, version }) {
  await build({ ...commonOptions(version), entryPoints: [inRoot(entry)], outfile: outFile, packages: "external" });
}
