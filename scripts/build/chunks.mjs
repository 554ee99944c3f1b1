import { readFile } from "node:fs/promises";
import { exportedNames } from "./exported-names.mjs";
import { inRoot } from "./paths.mjs";

/**
 * What draws charts and writes workbooks is large and rarely asked for: each is a script of its own beside the program,
 * with a code cache of its own. The source reaches it by a plain dynamic import of one module, which takes data and gives
 * text or bytes. A chunk has copies of the small modules that it has in common with the program, with a state of their own.
 */
export const CHUNKS = { page: "src/render/html/page.ts", workbook: "src/render/xlsx.ts" };

/**
 * Turns the import of a chunk's module into asking the loader for it (load.mjs).
 * @type {import("esbuild").Plugin}
 */
export const fromChunks = {
  name: "from-chunks",
  setup: (build) => {
    const names = new Map(Object.entries(CHUNKS).map(([name, entry]) => [inRoot(entry), name]));
    build.onLoad({ filter: /[\\/]src[\\/]render[\\/]/ }, async ({ path: file }) => {
      const name = names.get(file);
      if (name === undefined) return undefined;
      const given = exportedNames(await readFile(file, "utf8")).join(",");
      return { contents: `export const {${given}}=__chunk(${JSON.stringify(name)})`, loader: "js" };
    });
  },
};
