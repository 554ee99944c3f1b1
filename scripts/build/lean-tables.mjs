import { readFile } from "node:fs/promises";
import { inRoot } from "./paths.mjs";

const ASKED_BY_TABLES = /[\\/]node_modules[\\/]cli-table3[\\/]/;
const PARTS = /[\\/]node_modules[\\/]cli-table3[\\/]src[\\/](cell|utils|layout-manager)\.js$/;

/** As cli-table3 0.6.5 has it, here and below. */
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

/** What a line says to the tracing that nobody asks for: cutting it to ten characters costs more than drawing it. */
const TRACING = `    let content = utils.truncate(this.content, 10, this.truncate);
    if (!lineNum) {
      info(\`\${this.y}-\${this.x}: \${this.rowSpan - lineNum}x\${this.colSpan} Cell \${content}\`);
    } else {
      // debug(\`\${lineNum}-\${this.x}: 1x\${this.colSpan} RowSpanCell \${content}\`);
    }
`;

const OWN_CHARS = `    let chars = (this.chars = {});
    CHAR_NAMES.forEach(function (name) {
      setOption(optionsChars, tableChars, name, chars);
    });
`;

/** No cell has border signs of its own: all of a table have the same. */
const TABLE_CHARS = `    let chars = this.options.chars === undefined ? CHARS.get(tableChars) : undefined;
    if (chars === undefined) {
      chars = {};
      CHAR_NAMES.forEach(function (name) {
        setOption(optionsChars, tableChars, name, chars);
      });
      if (this.options.chars === undefined) CHARS.set(tableChars, chars);
    }
    this.chars = chars;
`;

const WIDTH = `function strlen(str) {
`;

const PLAIN_WIDTH = `${WIDTH}  if (typeof str === 'string' && !str.includes('\\u001b') && !str.includes('\\n')) return stringWidth(str);
`;

const COLOURS = `function colorizeLines(input) {
`;

const NO_COLOURS = `${COLOURS}  if (!input.some((line) => line.includes('\\u001b'))) return input.slice();
`;

const MISSING = `    debug(\`Max rows: \${h_max}; Max cols: \${w_max}\`);
`;

/** Rows that are full, of cells of one row each, have no gaps to look for. */
const NOT_MISSING = `    const isFull = (row) =>
      row.every((cell) => (cell.rowSpan || 1) === 1) &&
      row.reduce((sum, cell) => sum + (cell.colSpan || 1), 0) === w_max;
    if (table.every(isFull)) return;
`;

/** What is written otherwise, by file. @type {Record<string, readonly (readonly [string, string])[]>} */
const SHORTCUTS = {
  cell: [
    [SET_OPTION, `${SHORTER}const CHARS = new WeakMap();\n`],
    [TRACING, ""],
    [OWN_CHARS, TABLE_CHARS],
  ],
  utils: [
    [WIDTH, PLAIN_WIDTH],
    [COLOURS, NO_COLOURS],
  ],
  "layout-manager": [[MISSING, NOT_MISSING]],
};

/**
 * The cli-table3 of the bundle does the same in a third of the time. It has a short way to measure text, which nobody else
 * gets, since what a table holds was measured before. And it looks up seventeen options for every cell, traces every line,
 * and looks for gaps and colours where there are none; a report has some hundred cells and is drawn once.
 * @type {import("esbuild").Plugin}
 */
export const leanTables = {
  name: "lean-tables",
  setup(build) {
    build.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      ASKED_BY_TABLES.test(importer) ? { path: inRoot("scripts/build/plain-width.cjs") } : undefined,
    );
    build.onLoad({ filter: PARTS }, async ({ path }) => {
      const [, name = ""] = PARTS.exec(path) ?? [];
      let contents = await readFile(path, "utf8");
      for (const [long, short] of SHORTCUTS[name] ?? []) {
        if (!contents.includes(long))
          throw new Error(`${path} has changed: see whether scripts/build/lean-tables.mjs is still needed`);
        contents = contents.replace(long, () => short);
      }
      return { contents, loader: "js" };
    });
  },
};
