#!/usr/bin/env node
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  const { VERSION } = await import("../dist/version.js");
  process.stdout.on("error", () => undefined);
  process.stdout.write(`${VERSION}\n`);
} else {
  const { loadProgram } = await import("../dist/load.js");
  process.exitCode = await loadProgram().main(argv, process);
}
