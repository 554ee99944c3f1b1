/**
 * Runs the freshly built program once through its main jobs and keeps what V8 compiled on the way (see load.cjs).
 * Usage: node scripts/build/warm.mjs help|work|chunks|survey|rest
 */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { inRoot } from "./paths.mjs";

const scratch = mkdtempSync(join(tmpdir(), "trust-audit-warm-"));
const AUDIT = join(scratch, "audit.json");
const FILES = ["html:page.html", "xlsx:book.xlsx", "json:audit.json"].flatMap((one) => [
  "-o",
  one.replace(":", `:${scratch}${sep}`),
]);
const SHEETS = ["survey", "-f", "trust-equation", "--audience", "employees", "--answers", "examples/sheets.txt"];
const ASKING = ["survey", "-f", "distrust-symptoms", "--participants", "5", "--data", join(scratch, "asked.csv")];
/** Sitting down, beginning, three answers, a comment, one back, saving. */
const KEYS = ["\r", "\r", "4", "2", "5", "c", "x", "\r", "b", "q", "y"];

/** Expected exit code, then the arguments. @type {Record<string, [number, ...string[]][]>} */
const RUNS = {
  help: [
    [0, "--help"],
    [0, "score", "--help"],
  ],
  work: [
    [0, "score", "examples/staff.csv", "-f", "trust-equation", "--audience", "employees", "--by", "department"],
    [0, "score", "examples/customers-google-forms.csv", "-f", "trust-equation"],
    [0, "score", "examples/distrust-semicolon.csv", "-f", "distrust-symptoms"],
    // A file that is not there: how problems are told.
    [3, "score", "no-such-file.csv", "-f", "trust-equation"],
  ],
  // Of these the chunks are kept alone: whoever asks for none of them should not load what only these runs compile.
  chunks: [
    [0, "score", "examples/staff.csv", "-f", "frameworks/trust-equation.yaml", "--by", "department", ...FILES],
    [0, "report", AUDIT],
    [0, "score", "examples/staff.csv", "-f", "trust-equation", "--audience", "employees", "--engine", "scan"],
  ],
  rest: [
    [0, "frameworks", "list"],
    [0, "inspect", "examples/qualtrics.csv", "-f", "trust-equation"],
    [0, "map", "examples/staff.csv", "-f", "trust-equation", "--audience", "employees"],
    [0, "simulate", "-f", "trust-equation", "--n", "20"],
  ],
  survey: [
    [0, ...SHEETS, "--segment", "department=Sales,Service", "--data", join(scratch, "sheets.csv"), "-o", "room"],
    [0, ...ASKING],
  ],
};

process.chdir(inRoot());
// A run that waits for something that never comes would end quietly, without a cache.
process.exitCode = 1;
const { loadProgram } = await import(pathToFileURL(inRoot("dist", "load.cjs")).href);
const kind = process.argv[2] ?? "";
const runs = RUNS[kind] ?? [];
const { main, keep } = loadProgram(runs[0]?.slice(1));
for (const [exitCode, ...run] of runs) {
  const found = await main(run, kind === "survey" ? attendedProcess() : process);
  if (found !== exitCode) throw new Error(`trust-audit ${run.join(" ")} ended with ${found}, not ${exitCode}`);
}
for (const { file, data } of keep().filter(({ isChunk }) => isChunk || kind !== "chunks")) {
  writeFileSync(`${file}.new`, data);
  renameSync(`${file}.new`, file);
}
rmSync(scratch, { recursive: true });
process.exitCode = 0;

/** A process with somebody at the keyboard, who types what the survey is tried with. */
function attendedProcess() {
  const nowhere = () => ({
    value: Object.assign(new Writable({ write: (_chunk, _encoding, done) => done() }), { columns: 80, rows: 24 }),
  });
  const stderr = nowhere();
  Object.assign(stderr.value, { isTTY: true });
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  stdin.once("resume", () => type(stdin, KEYS));
  return Object.create(process, {
    stdin: { value: stdin },
    stdout: nowhere(),
    stderr,
    once: { value: () => undefined },
  });
}

/** One key at a time, as fast as they are read. @param {PassThrough} stdin @param {readonly string[]} keys */
function type(stdin, [key, ...rest]) {
  if (key === undefined) return;
  stdin.write(key);
  setTimeout(() => type(stdin, rest), 5);
}
