/**
 * Starts the bundled program. Goes to dist/load.js.
 *
 * Compiling the bundle takes longer than scoring a few hundred answers, so the build keeps what V8 made of it: its code
 * cache, for the Node.js that built it. Any other Node.js, or a cache V8 does not accept, compiles as usual.
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";

const FILE = `${import.meta.dirname}/program.cjs`;
/** The name the cache and stack traces carry: nothing of the machine that built it. */
const NAME = "trust-audit/program.cjs";
/** V8 knows a script by its length alone; the build writes its hash here. */
const HASH = "0000000000000000";
/** The cache is for this script, one version of Node.js and one kind of machine. */
const CACHE = `${FILE}.${HASH}-${process.version}-${process.platform}-${process.arch}.cache`;

/** @returns {{ main: (argv: readonly string[], process: NodeJS.Process) => Promise<number>, keep: () => { file: string, data: Buffer } }} */
export function loadProgram() {
  // esbuild writes ASCII, so one byte is one character.
  const source = `(function (exports, require, module, __filename) {${readFileSync(FILE, "latin1")}\n})`;
  const script = new vm.Script(source, { filename: NAME, cachedData: cacheOf(CACHE) });
  const module = { exports: {} };
  // Everything but node's own modules is inside the bundle.
  script.runInThisContext()(module.exports, process.getBuiltinModule, module, FILE);
  return { ...module.exports, keep: () => ({ file: CACHE, data: script.createCachedData() }) };
}

/** @param {string} file @returns {Buffer | undefined} */
function cacheOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
