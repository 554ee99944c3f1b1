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

/** The work of all commands but scoring, reports and help. */
const RUNS = /\/src\/cli\/run\/(?!score\.ts|report\.ts|verbs\.ts)[\w-]+\.ts$/;

/** What reads strategies and profiles from YAML, and what judges wording: scoring may need it, and seldom does. */
const SELDOM = [
  "src/framework/lint/profile.ts",
  "src/framework/lint/wording-items.ts",
  "generated/profile-validator.mjs",
  "generated/strategy-validator.mjs",
];

/**
 * Leaves both out of the short program: even functions that nobody enters cost at every start. A command whose work is
 * missing hands its run over to the whole program, which has not begun anything yet; a seldom module is the whole program's
 * (load.mjs). Those are data in, data out, so it does not matter that theirs is another copy of what they import.
 * @type {import("esbuild").Plugin}
 */
const withoutRare = {
  name: "without-rare",
  setup: (build) => {
    const seldom = new Map(SELDOM.map((name) => [inRoot(name), name]));
    // esbuild's own patterns cannot say "but not".
    build.onLoad({ filter: /\/(?:run|lint|generated)\/[^/]+$/ }, async ({ path: file }) => {
      const name = seldom.get(file);
      if (name === undefined && !RUNS.test(file)) return undefined;
      const names = exportedNames(await readFile(file, "utf8"));
      return { contents: name === undefined ? handedOver(names) : borrowed(name, names), loader: "js" };
    });
  },
};

/** @param {readonly string[]} names of functions */
function handedOver(names) {
  return names.map((name) => `export function ${name}(){return __rest()}`).join("\n");
}

/** @param {string} module @param {readonly string[]} names */
function borrowed(module, names) {
  const from = `const own=__chunk("program").seldom(${JSON.stringify(module)})`;
  return [from, ...names.map((name) => `export const ${name}=own.${name}`), "export default own.default"].join(";\n");
}

/** The program, and what the short one borrows from it: each module where it is asked for. */
function wholeEntry() {
  const found = SELDOM.map((name) => `${JSON.stringify(name)}:()=>require(${JSON.stringify(`./${name}`)})`);
  return `export{main}from"./src/main.ts";const found={${found.join(",")}};export const seldom=(name)=>found[name]();`;
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
  await script("short", { entryPoints: [inRoot("src/main.ts")] }, [withoutRare, fromChunks]);
  const program = await script("program", { stdin: { contents: wholeEntry(), resolveDir: inRoot() } }, [fromChunks]);
  const chunks = await Promise.all(
    Object.entries(CHUNKS).map(([name, entry]) => script(name, { entryPoints: [inRoot(entry)] }, [])),
  );
  await writeLoader(outDir);
  await writeFile(path.join(outDir, "version.js"), `export const VERSION=${JSON.stringify(version)};\n`);
  return [program, ...chunks];
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
    plugins: [...(common.plugins ?? []), ...plugins],
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
