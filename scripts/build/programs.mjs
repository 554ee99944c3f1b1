import { readFile } from "node:fs/promises";
import { exportedNames } from "./exported-names.mjs";
import { inRoot } from "./paths.mjs";

/** The work of all commands. */
const WORK = /[\\/]src[\\/]cli[\\/]run[\\/][\w-]+\.ts$/;
/** The same but for scoring and reports. */
const RARE_WORK = /[\\/]src[\\/]cli[\\/]run[\\/](?!score\.ts|report\.ts|verbs\.ts)[\w-]+\.ts$/;

/** What reads profiles of one's own, and what judges wording: scoring may need it, and seldom does. */
const SELDOM = ["src/framework/lint/profile.ts", "src/framework/lint/wording-items.ts"];

/**
 * The programs that `load.cjs` chooses from, all of the same source: one for help, which does no work at all, one for
 * scoring and reports, and the whole one. Even functions that nobody enters cost at every start. A command whose work is
 * missing hands its run over to the whole program, which has not begun anything yet; a seldom module is the whole
 * program's. Those are data in, data out, so it does not matter that theirs is another copy of what they import.
 * @returns {readonly { name: string, entry: import("esbuild").BuildOptions, plugins: readonly import("esbuild").Plugin[] }[]}
 */
export function programs() {
  const main = { entryPoints: [inRoot("src/main.ts")] };
  return [
    { name: "help", entry: main, plugins: [seldom, without(WORK)] },
    { name: "short", entry: main, plugins: [seldom, without(RARE_WORK)] },
    { name: "program", entry: { stdin: { contents: wholeEntry(), resolveDir: inRoot() } }, plugins: [] },
  ];
}

/**
 * Takes seldom modules from the whole program.
 * @type {import("esbuild").Plugin}
 */
export const seldom = {
  name: "seldom",
  setup: (build) => {
    const names = new Map(SELDOM.map((name) => [inRoot(name), name]));
    build.onLoad({ filter: /[\\/]lint[\\/][^\\/]+$/ }, async ({ path: file }) => {
      const name = names.get(file);
      return name === undefined ? undefined : { contents: borrowed(name, await namesIn(file)), loader: "js" };
    });
  },
};

/** @param {RegExp} work @returns {import("esbuild").Plugin} */
function without(work) {
  return {
    name: "without",
    setup: (build) => {
      // esbuild's own patterns cannot say "but not".
      build.onLoad({ filter: /[\\/]run[\\/][^\\/]+$/ }, async ({ path: file }) =>
        work.test(file) ? { contents: handedOver(await namesIn(file)), loader: "js" } : undefined,
      );
    },
  };
}

/** @param {string} file */
async function namesIn(file) {
  return exportedNames(await readFile(file, "utf8"));
}

/** @param {readonly string[]} names of functions */
function handedOver(names) {
  return names.map((name) => `export function ${name}(){return __rest()}`).join("\n");
}

/** @param {string} module @param {readonly string[]} names */
function borrowed(module, names) {
  const from = `const own=__chunk("program").seldom(${JSON.stringify(module)})`;
  return [from, ...names.map((name) => `export const ${name}=own.${name}`)].join(";\n");
}

/** The program, and what the others borrow from it: each module where it is asked for. */
function wholeEntry() {
  const found = SELDOM.map((name) => `${JSON.stringify(name)}:()=>require(${JSON.stringify(`./${name}`)})`);
  return `export{main}from"./src/main.ts";const found={${found.join(",")}};export const seldom=(name)=>found[name]();`;
}
