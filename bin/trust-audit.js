#!/usr/bin/env node
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  const { VERSION } = await import("../dist/version.js");
  process.stdout.on("error", () => undefined);
  process.stdout.write(`${VERSION}\n`);
} else if (process.getBuiltinModule === undefined) {
  process.stderr.write(
    `trust-audit needs Node.js 20.17 and later of 20, or 22.3 and later; this is ${process.version}.\n`,
  );
  process.exitCode = 2;
} else {
  const { loadProgram } = await import("../dist/load.js");
  process.exitCode = await loadProgram(argv).main(argv, process);
}
