import { readFile } from "node:fs/promises";
import { inRoot } from "./paths.mjs";

const ASKED_BY_TABLES = /[\\/]node_modules[\\/]cli-table3[\\/]/;
const CELL = /[\\/]node_modules[\\/]cli-table3[\\/]src[\\/]cell\.js$/;

/** As cli-table3 0.6.5 has it. */
const SET_OPTION = `function setOption(objA, objB, nameB, targetObj) {
  let nameA = nameB.split('-');
  if (nameA.length > 1) {
    nameA[1] = nameA[1].charAt(0).toUpperCase() + nameA[1].substr(1);
    nameA = nameA.join('');
    targetObj[nameA] = firstDefined(objA[nameA], objA[nameB], objB[nameA], objB[nameB]);
  } else {
    targetObj[nameB] = firstDefined(objA[nameB], objB[nameB]);
  }
}
`;

const SHORTER = `const CAMEL_CASE = new Map();
function setOption(objA, objB, nameB, targetObj) {
  let nameA = CAMEL_CASE.get(nameB);
  if (nameA === undefined) {
    nameA = nameB.replace(/-(.)/, (_, letter) => letter.toUpperCase());
    CAMEL_CASE.set(nameB, nameA);
  }
  targetObj[nameA] = objA[nameA] ?? objA[nameB] ?? objB[nameA] ?? objB[nameB];
}
`;

/**
 * The cli-table3 of the bundle does the same in half the time. It has a short way to measure text, which nobody else gets,
 * since what a table holds was measured before. And it looks up seventeen options for every cell; a report has some
 * hundred cells and is drawn once, so how the options are named is kept rather than worked out each time.
 * @type {import("esbuild").Plugin}
 */
export const leanTables = {
  name: "lean-tables",
  setup(build) {
    build.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      ASKED_BY_TABLES.test(importer) ? { path: inRoot("scripts/build/plain-width.cjs") } : undefined,
    );
    build.onLoad({ filter: CELL }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (!source.includes(SET_OPTION)) {
        throw new Error(`${path} has changed: see whether scripts/build/lean-tables.mjs is still needed`);
      }
      return { contents: source.replace(SET_OPTION, () => SHORTER), loader: "js" };
    });
  },
};
