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
/** A cache is for this script, one version of Node.js and one kind of machine. */
const MADE_FOR = `${HASH}-${process.version}-${process.platform}-${process.arch}`;

/** @param {readonly string[]} argv @returns {{ main: (argv: readonly string[], process: NodeJS.Process) => Promise<number>, keep: () => { file: string, data: Buffer } }} */
export function loadProgram(argv) {
  const cache = `${FILE}.${kindOf(argv)}-${MADE_FOR}.cache`;
  // One function expression; esbuild writes ASCII, so one byte is one character.
  const script = new vm.Script(readFileSync(FILE, "latin1"), { filename: NAME, cachedData: cacheOf(cache) });
  const module = { exports: {} };
  // Everything but node's own modules is inside the bundle.
  script.runInThisContext()(module.exports, process.getBuiltinModule, module, FILE);
  return { ...module.exports, keep: () => ({ file: cache, data: script.createCachedData() }) };
}

/** Reading a cache costs by its size, so each kind of run has what it needs. @param {readonly string[]} argv */
function kindOf(argv) {
  if (argv.length === 0 || argv[0] === "help" || argv.includes("--help") || argv.includes("-h")) return "help";
  return argv[0] === "survey" ? "survey" : "work";
}

/** @param {string} file @returns {Buffer | undefined} */
function cacheOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
