/**
 * Runs the freshly built program once through its main jobs and keeps what V8 compiled on the way (see load.mjs).
 * Usage: node scripts/build/warm.mjs help|work
 */
import { renameSync, writeFileSync } from "node:fs";
import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { inRoot } from "./paths.mjs";

/** Expected exit code, then the arguments. @type {[number, ...string[]][]} */
const HELP = [
  [0, "--help"],
  [0, "score", "--help"],
];
/** @type {[number, ...string[]][]} */
const WORK = [
  [0, "frameworks", "list"],
  [0, "score", "examples/staff.csv", "-f", "trust-equation", "--audience", "employees", "--by", "department"],
  [0, "score", "examples/customers-google-forms.csv", "-f", "trust-equation"],
  [0, "score", "examples/distrust-semicolon.csv", "-f", "distrust-symptoms"],
  // A file that is not there: how problems are told.
  [3, "score", "no-such-file.csv", "-f", "trust-equation"],
];

process.chdir(inRoot());
const { loadProgram } = await import(pathToFileURL(inRoot("dist", "load.js")).href);
const runs = process.argv[2] === "help" ? HELP : WORK;
const { main, keep } = loadProgram(runs[0]?.slice(1));
for (const [exitCode, ...run] of runs) {
  const found = await main(run, quietProcess());
  if (found !== exitCode) throw new Error(`trust-audit ${run.join(" ")} ended with ${found}, not ${exitCode}`);
}
const { file, data } = keep();
writeFileSync(`${file}.new`, data);
renameSync(`${file}.new`, file);

function quietProcess() {
  const nowhere = () => ({ value: new Writable({ write: (_chunk, _encoding, done) => done() }) });
  return Object.create(process, { stdout: nowhere(), stderr: nowhere(), once: { value: () => undefined } });
}
