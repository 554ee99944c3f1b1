#!/usr/bin/env node
// CommonJS, as package.json beside it says: the loader of ES modules takes longer than some answers.
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  sayAtOnce(`${require("../package.json").version}\n`);
} else if (process.getBuiltinModule === undefined) {
  process.stderr.write(
    `trust-audit needs Node.js 20.17 and later of 20, or 22.3 and later; this is ${process.version}.\n`,
  );
  process.exitCode = 2;
} else {
  const { loadProgram } = require("../dist/load.cjs");
  // Everything is written then. Left to itself, Node would wait for what V8 still makes faster in the background.
  loadProgram(argv)
    .main(argv, process)
    .then((code) => process.exit(code));
}

/** Opening the stream takes longer than all else here, so that is for where it cannot be done without. */
function sayAtOnce(text) {
  try {
    require("node:fs").writeSync(1, text);
  } catch {
    process.stdout.on("error", () => undefined);
    process.stdout.write(text);
  }
}
