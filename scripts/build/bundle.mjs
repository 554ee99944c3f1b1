import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { builtinsByImport } from "./builtins.mjs";
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
    plugins: [builtinsByImport, leanTables],
    alias: {
      debug: inRoot("scripts/build/no-debug.cjs"),
      "@colors/colors/safe": inRoot("scripts/build/no-colors.cjs"),
    },
    logLevel: "warning",
  };
}

/**
 * Bundles the program and every package it uses into a folder; heavy parts stay in chunks of their own, loaded on demand.
 * @param {{ outDir: string, version: string }} options
 * @returns {Promise<import("esbuild").Metafile>}
 */
export async function bundleProgram({ outDir, version }) {
  const { outputFiles, metafile } = await build({
    ...commonOptions(version),
    entryPoints: { main: inRoot("src/main.ts") },
    outdir: outDir,
    chunkNames: "chunks/[name]-[hash]",
    splitting: true,
    // Short names, too: compiling the text is a good part of every start.
    minify: true,
    legalComments: "none",
    write: false,
    metafile: true,
  });
  for (const file of outputFiles ?? []) {
    await mkdir(path.dirname(file.path), { recursive: true });
    if (file.text.includes("Dynamic require of")) throw new Error(`${file.path} asks for a module at run time`);
    await writeFile(file.path, file.text);
  }
  await writeFile(path.join(outDir, "version.js"), `export const VERSION=${JSON.stringify(version)};\n`);
  return metafile;
}

/**
 * Bundles one module of src/ for use by the build itself; packages are left in node_modules.
 * @param {{ entry: string, outFile: string, version: string }} options
 */
export async function bundleTool({ entry, outFile, version }) {
  await build({ ...commonOptions(version), entryPoints: [inRoot(entry)], outfile: outFile, packages: "external" });
}
