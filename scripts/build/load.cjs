/**
 * Starts the bundled program. Goes to dist/load.cjs.
 *
 * Compiling the bundle takes longer than scoring a few hundred answers, so the build keeps what V8 made of it: its code
 * cache, for the Node.js that built it. Any other Node.js, or a cache V8 does not accept, compiles as usual.
 */
const { readFileSync } = require("node:fs");
const { Script } = require("node:vm");

/** V8 knows a script by its length alone; the build writes a hash of the programs here. */
const HASH = "0000000000000000";
/** A cache is for this script, one version of Node.js and one kind of machine. */
const MADE_FOR = `${HASH}-${process.version}-${process.platform}-${process.arch}`;

/** The program that has everything. */
const WHOLE = "program";

/** @typedef {{ file: string, data: Buffer, isChunk: boolean }} Kept */

/** @typedef {(argv: readonly string[], process: NodeJS.Process) => Promise<number>} Main */

/** What a script may ask of its loader. @typedef {{ chunk: (name: string) => any, rest: () => Promise<number> }} Loader */

/** @param {readonly string[]} argv @returns {{ main: Main, keep: () => readonly Kept[] }} */
function loadProgram(argv) {
  const { program, kind } = programFor(argv);
  const chunks = new Map();
  /** What the program asks for by name (chunks.mjs), or the whole program itself, once. @param {string} name @returns {any} */
  function chunk(name) {
    if (!chunks.has(name)) chunks.set(name, start(name, name === WHOLE ? "rest" : "chunk", loader));
    return chunks.get(name).exports;
  }
  /** @type {{ argv: readonly string[], process: NodeJS.Process, heard: readonly Function[] } | null} */
  let run = null;
  /** @type {number | null} */
  let ended = null;
  /** @type {Loader} */
  const loader = {
    chunk,
    /** The short program turns out to have not what was asked for, before it has done anything: the whole one runs instead. */
    rest: async () => {
      if (run === null) throw new Error("nothing runs yet");
      const { heard } = run;
      // Whoever interrupts it is heard by the program that runs.
      for (const one of run.process.listeners("SIGINT").filter((other) => !heard.includes(other)))
        run.process.removeListener("SIGINT", one);
      ended = await chunk(WHOLE).main(run.argv, run.process);
      return ended ?? 0;
    },
  };
  // Chunks may ask for the whole program, too, and it may be the one that runs.
  chunks.set(program, start(program, kind, loader));
  return {
    main: async (argv, process) => {
      run = { argv, process, heard: process.listeners("SIGINT") };
      ended = null;
      const code = await chunk(program).main(argv, process);
      return ended ?? code;
    },
    keep: () => [...chunks.values()].map(({ keep }) => keep()),
  };
}

/** @param {string} name @param {string} kind of run, which its cache is for @param {Loader} loader @returns {{ exports: any, keep: () => Kept }} */
function start(name, kind, loader) {
  const file = `${__dirname}/${name}.cjs`;
  const cache = `${file}.${kind}-${MADE_FOR}.cache`;
  // One function expression; esbuild writes ASCII, so one byte is one character. The name, which stack traces carry, has
  // nothing of the machine that built it.
  const script = new Script(readFileSync(file, "latin1"), {
    filename: `trust-audit/${name}.cjs`,
    cachedData: cacheOf(cache),
  });
  const module = { exports: {}, ...loader };
  // Everything but node's own modules is inside the bundle.
  script.runInThisContext()(module.exports, process.getBuiltinModule, module, file);
  return {
    exports: module.exports,
    keep: () => ({ file: cache, data: script.createCachedData(), isChunk: kind === "chunk" }),
  };
}

/**
 * Reading a program and its cache costs by their size, so the most frequent commands have a program without the others, and
 * each kind of run has a cache of what it needs. It is a guess that costs time alone: whatever the short program has not,
 * it takes from the whole one.
 * @param {readonly string[]} argv
 */
function programFor(argv) {
  const verb = argv.find((one, at) => !one.startsWith("-") && argv[at - 1] !== "--config");
  if (verb === undefined || verb === "help" || argv.includes("--help") || argv.includes("-h"))
    return { program: "help", kind: "help" };
  if (verb === "report" || verb === "score") return { program: "short", kind: "work" };
  return { program: WHOLE, kind: verb === "survey" ? "survey" : "rest" };
}

/** @param {string} file @returns {Buffer | undefined} */
function cacheOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

module.exports = { loadProgram };
