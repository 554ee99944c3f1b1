import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { exportedNames } from "./exported-names.mjs";
import { inRoot } from "./paths.mjs";

/** What judges a document of one kind, by its published schema. */
const VALIDATORS = ["framework", "strategy", "profile", "audit", "mapping", "verdict", "project"];

/**
 * What is large and rarely asked for: each is a script of its own beside the programs, with a code cache of its own. The
 * source reaches it by a plain import of one module or package, which takes data and gives data, text or bytes. A chunk has
 * copies of the small modules that it has in common with the program, with a state of their own.
 * @type {Readonly<Record<string, string>>}
 */
export const CHUNKS = {
  page: "src/render/html/page.ts",
  workbook: "src/render/xlsx.ts",
  ...Object.fromEntries(VALIDATORS.map((name) => [`${name}-validator`, `generated/${name}-validator.mjs`])),
  scan: "src/engines/scan/read-by-scan.ts",
  framework: "src/framework/read.ts",
  yaml: "yaml",
  sheets: "read-excel-file/universal",
};

const NAMES = new Map(Object.entries(CHUNKS).map(([name, entry]) => [inRoot(entry), name]));
const PACKAGES = new Map(
  Object.entries(CHUNKS)
    .filter(([, entry]) => isPackage(entry))
    .map(([name, entry]) => [entry, name]),
);
const NAMESPACE = "chunk";
/** Where chunks begin that are no packages. */
const SOURCES = /[\\/](?:src[\\/](?:render|framework|engines[\\/]scan)|generated)[\\/]/;

/** @param {string} name @returns {import("esbuild").BuildOptions} where the script of a chunk begins */
export function chunkEntry(name) {
  const entry = String(CHUNKS[name]);
  if (!isPackage(entry)) return { entryPoints: [inRoot(entry)] };
  return { stdin: { contents: `export * from ${JSON.stringify(entry)};`, resolveDir: inRoot() } };
}

/**
 * Turns the import of a chunk's module into asking the loader for it (load.cjs).
 * @param {string | null} own the chunk that is built
 * @returns {import("esbuild").Plugin}
 */
export function fromChunks(own = null) {
  return {
    name: "from-chunks",
    setup: (build) => {
      build.onLoad({ filter: SOURCES }, async ({ path: file }) => {
        const name = NAMES.get(file);
        return name === undefined || name === own ? undefined : asked(name, await namesOf(file));
      });
      build.onResolve({ filter: /^[^./]/ }, ({ path }) =>
        PACKAGES.has(path) && PACKAGES.get(path) !== own ? { path, namespace: NAMESPACE } : undefined,
      );
      build.onLoad({ filter: /./, namespace: NAMESPACE }, async ({ path }) =>
        asked(
          String(PACKAGES.get(path)),
          Object.keys(await import(path)).filter((one) => one !== "default"),
        ),
      );
    },
  };
}

/** @param {string} entry */
function isPackage(entry) {
  return !/^(?:src|generated)\//.test(entry);
}

/** A script of the build can be run; source is only read. @param {string} file */
async function namesOf(file) {
  if (!file.endsWith(".mjs")) return exportedNames(await readFile(file, "utf8"));
  return Object.keys(await import(pathToFileURL(file).href));
}

/** @param {string} chunk @param {readonly string[]} names @returns {import("esbuild").OnLoadResult} */
function asked(chunk, names) {
  const given = names.map((name) =>
    name === "default" ? "export default own.default" : `export const ${name}=own.${name}`,
  );
  return { contents: [`const own=__chunk(${JSON.stringify(chunk)})`, ...given].join(";\n"), loader: "js" };
}
