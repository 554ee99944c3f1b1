import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { CHUNKS, fromChunks } from "./chunks.mjs";
import { exportedNames } from "./exported-names.mjs";
import { leanTables } from "./lean-tables.mjs";
import { inRoot } from "./paths.mjs";

/**
 * commander loads node:child_process for commands that are programs of their own. There are none here, and loading it
 * costs milliseconds of every start. Our own code has it where it asks for it.
 * @type {import("esbuild").Plugin}
 */
const withoutChildProcess = {
  name: "without-child-process",
  setup: (build) => {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("node_modules") ? { path: inRoot("scripts/build/no-child-process.cjs") } : undefined,
    );
  },
};

/** @param {string} version @returns {import("esbuild").BuildOptions} */
function commonOptions(version) {
  return {
    absWorkingDir: inRoot(),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    define: { TRUST_AUDIT_VERSION: JSON.stringify(version) },
    plugins: [leanTables, withoutChildProcess],
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
 * What scoring with a bundled profile or none, reports and help never enter: the work of all other commands, what reads
 * strategies and profiles from YAML, and what judges wording. It is in the whole program only (load.mjs chooses).
 */
const RARE = [
  /\/src\/cli\/run\/(?!score\.ts|report\.ts|verbs\.ts)[\w-]+\.ts$/,
  /\/src\/framework\/lint\/(?:profile|wording-[\w-]+)\.ts$/,
  /\/generated\/(?:strategy|profile)-validator\.mjs$/,
];

/**
 * Leaves the rare work out: even functions that nobody enters cost at every start. What stands in its place has the same
 * names, so that a module which only passes them on can be loaded, and says what is missing when it is called.
 * @type {import("esbuild").Plugin}
 */
const withoutRare = {
  name: "without-rare",
  setup: (build) => {
    // esbuild's own patterns cannot say "but not".
    build.onLoad({ filter: /\/(?:run|lint|generated)\/[^/]+$/ }, async ({ path: file }) =>
      RARE.some((rare) => rare.test(file)) ? { contents: stubOf(file, await readFile(file, "utf8")) } : undefined,
    );
  },
};

/** @param {string} file @param {string} source */
function stubOf(file, source) {
  const body = `(){throw new Error(${JSON.stringify(`${path.basename(file)} is not in the short program`)})}`;
  const names = exportedNames(source).map((name) => `export function ${name}${body}`);
  return [...names, `export default function${body}`].join("\n");
}

/**
 * Bundles the program and every package it uses into one script, a second time without what only some commands need, the
 * chunks that both take when asked (chunks.mjs), and the loader that starts them (load.mjs says why). What only some runs
 * need stands in functions that are not entered before.
 * @param {{ outDir: string, version: string }} options
 * @returns {Promise<readonly import("esbuild").Metafile[]>} of the whole program and the chunks
 */
export async function bundleProgram({ outDir, version }) {
  const script = (name, entry, plugins) =>
    bundleScript({ entry, outFile: path.join(outDir, `${name}.cjs`), version, plugins });
  await script("short", "src/main.ts", [withoutRare, fromChunks]);
  const program = await script("program", "src/main.ts", [fromChunks]);
  const chunks = await Promise.all(Object.entries(CHUNKS).map(([name, entry]) => script(name, entry, [])));
  await writeLoader(outDir);
  await writeFile(path.join(outDir, "version.js"), `export const VERSION=${JSON.stringify(version)};\n`);
  return [program, ...chunks];
}

/** @param {{ entry: string, outFile: string, version: string, plugins: readonly import("esbuild").Plugin[] }} options */
async function bundleScript({ entry, outFile, version, plugins }) {
  const common = commonOptions(version);
  const { metafile } = await build({
    ...common,
    entryPoints: [inRoot(entry)],
    outfile: outFile,
    format: "cjs",
    define: { ...common.define, "import.meta.url": "__moduleUrl" },
    plugins: [...(common.plugins ?? []), ...plugins],
    // One function expression, as the loader wants it: wrapping it there would copy a megabyte at every start.
    banner: {
      js: '(function(exports,require,module,__filename){const __moduleUrl=require("node:url").pathToFileURL(__filename).href,__chunk=module.chunk;',
    },
    footer: { js: "})" },
    charset: "ascii",
    minify: true,
    legalComments: "none",
    metafile: true,
  });
  return metafile;
}

/** V8 knows a script by its length alone: the hash of all tells builds apart. @param {string} outDir */
async function writeLoader(outDir) {
  const hash = createHash("sha256");
  for (const name of ["program", "short", ...Object.keys(CHUNKS)])
    hash.update(await readFile(path.join(outDir, `${name}.cjs`)));
  const loader = await readFile(inRoot("scripts/build/load.mjs"), "utf8");
  await writeFile(path.join(outDir, "load.js"), loader.replace("0000000000000000", hash.digest("hex").slice(0, 16)));
}

/**
 * Bundles one module of src/ for use by the build itself; packages are left in node_modules.
 * @param {{ entry: string, outFile: string, version: string }} options
 */
export async function bundleTool({ entry, outFile, version }) {
  await build({ ...commonOptions(version), entryPoints: [inRoot(entry)], outfile: outFile, packages: "external" });
}
