/**
 * Starts the bundled program. Goes to dist/load.js.
 *
 * Compiling the bundle takes longer than scoring a few hundred answers, so the build keeps what V8 made of it: its code
 * cache, for the Node.js that built it. Any other Node.js, or a cache V8 does not accept, compiles as usual.
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";

/** V8 knows a script by its length alone; the build writes a hash of the programs here. */
const HASH = "0000000000000000";
/** A cache is for this script, one version of Node.js and one kind of machine. */
const MADE_FOR = `${HASH}-${process.version}-${process.platform}-${process.arch}`;

/** @typedef {{ file: string, data: Buffer }} Kept */

/** @param {readonly string[]} argv @returns {{ main: (argv: readonly string[], process: NodeJS.Process) => Promise<number>, keep: () => readonly Kept[] }} */
export function loadProgram(argv) {
  const { program, kind } = programFor(argv);
  const started = [start(program, kind, chunk)];
  const chunks = new Map();
  /** What the program asks for by name (chunks.mjs), once. @param {string} name @returns {object} */
  function chunk(name) {
    if (!chunks.has(name)) {
      const one = start(name, "chunk", chunk);
      chunks.set(name, one.exports);
      started.push(one);
    }
    return chunks.get(name);
  }
  return { .../** @type {any} */ (started[0]?.exports), keep: () => started.map(({ keep }) => keep()) };
}

/** @param {string} name @param {string} kind of run, which its cache is for @param {(name: string) => object} chunk */
function start(name, kind, chunk) {
  const file = `${import.meta.dirname}/${name}.cjs`;
  const cache = `${file}.${kind}-${MADE_FOR}.cache`;
  // One function expression; esbuild writes ASCII, so one byte is one character. The name, which stack traces carry, has
  // nothing of the machine that built it.
  const script = new vm.Script(readFileSync(file, "latin1"), {
    filename: `trust-audit/${name}.cjs`,
    cachedData: cacheOf(cache),
  });
  const module = { exports: {}, chunk };
  // Everything but node's own modules is inside the bundle.
  script.runInThisContext()(module.exports, process.getBuiltinModule, module, file);
  return { exports: module.exports, keep: () => ({ file: cache, data: script.createCachedData() }) };
}

/**
 * Reading a program and its cache costs by their size, so the most frequent commands have a program without the others, and
 * each kind of run has a cache of what it needs.
 * @param {readonly string[]} argv
 */
function programFor(argv) {
  const verb = argv.find((one) => !one.startsWith("-"));
  if (verb === undefined || verb === "help" || argv.includes("--help") || argv.includes("-h"))
    return { program: "short", kind: "help" };
  if (verb === "report" || (verb === "score" && !hasOwnProfile(argv))) return { program: "short", kind: "work" };
  return { program: "program", kind: verb === "survey" ? "survey" : "rest" };
}

/** A profile in a file of one's own is read by what the short program has not. A bundled id has neither a dot nor a slash. @param {readonly string[]} argv */
function hasOwnProfile(argv) {
  return argv.some((one, at) =>
    one === "--profile" ? /[./\\]/.test(argv[at + 1] ?? "") : /^--profile=.*[./\\]/s.test(one),
  );
}

/** @param {string} file @returns {Buffer | undefined} */
function cacheOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
