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
    { name: "help", entry: main, plugins: [without(WORK)] },
    { name: "short", entry: main, plugins: [without(RARE_WORK)] },
    { name: "program", entry: { stdin: { contents: wholeEntry(), resolveDir: inRoot() } }, plugins: [] },
  ];
}

/** @param {RegExp} work @returns {import("esbuild").Plugin} */
function without(work) {
  const seldom = new Map(SELDOM.map((name) => [inRoot(name), name]));
  return {
    name: "without",
    setup: (build) => {
      // esbuild's own patterns cannot say "but not".
      build.onLoad({ filter: /[\\/](?:run|lint)[\\/][^\\/]+$/ }, async ({ path: file }) => {
        const name = seldom.get(file);
        if (name === undefined && !work.test(file)) return undefined;
        const names = exportedNames(await readFile(file, "utf8"));
        return { contents: name === undefined ? handedOver(names) : borrowed(name, names), loader: "js" };
      });
    },
  };
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
