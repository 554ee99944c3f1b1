/**
 * Start-up, speed and memory of the built program, as ratios to a yardstick measured beside it.
 * Usage: node bench/run.mjs [--strict]. With --strict a missed bar is exit code 1.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeExport } from "./data.mjs";
import { medianTimes, peakMemory } from "./measure.mjs";

const ROOT = path.join(import.meta.dirname, "..");
const SCRATCH = path.join(ROOT, ".bench");
const PROGRAM = path.join(ROOT, "bin", "trust-audit.js");
const FORTY = path.join(ROOT, "bench", "forty.yaml");
const STARTUP_ROUNDS = 15;
const LARGE_ROUNDS = 5;
/** A report with pictures beside the same one in the terminal, start-up and all. */
const MOST_HTML = 3;
/** Draws and quantiles of a small survey take no longer than everything else together. */
const MOST_STATISTICS = 2;

/** @typedef {{ what: string, value: number, unit: string, bar: number, note: string }} Result */

mkdirSync(SCRATCH, { recursive: true });
const results = [...(await startUp()), ...(await large())];
printTable(results);
if (process.argv.includes("--strict") && results.some(({ value, bar }) => value > bar)) process.exitCode = 1;

/** @returns {Promise<Result[]>} */
async function startUp() {
  const small = path.join(SCRATCH, "small.csv");
  const framework = path.join(ROOT, "frameworks", "trust-equation.yaml");
  await writeExport({ framework, file: small, rows: 200 });
  const file = path.join(ROOT, "examples", "staff.csv");
  const staff = [PROGRAM, "score", file, "-f", "trust-equation", "--audience", "employees", "--by", "department"];
  const commands = {
    node: ["-e", "0"],
    version: [PROGRAM, "--version"],
    help: [PROGRAM, "--help"],
    score: [PROGRAM, "score", small, "-f", "trust-equation", "--audience", "employees"],
    grouped: [PROGRAM, "score", small, "-f", "trust-equation", "--audience", "employees", "--by", "department"],
    staff,
    staffOnly: [...staff, "--only", "scores"],
    ...wideReports(),
  };
  const times = medianTimes({ commands, rounds: STARTUP_ROUNDS });
  const ratio = (what, name, bar) => {
    const note = `${Math.round(times[name])} ms, node -e 0 ${Math.round(times.node)} ms`;
    return { what, value: times[name] / times.node, unit: "x node", bar, note };
  };
  return [
    ratio("--version", "version", 1.3),
    ratio("--help", "help", 1.4),
    ratio("score 200 rows", "score", 2.4),
    ratio("score 200 rows --by", "grouped", Number.POSITIVE_INFINITY),
    {
      what: "all statistics, 123 people",
      value: times.staff / times.staffOnly,
      unit: "x --only scores",
      bar: MOST_STATISTICS,
      note: `${Math.round(times.staff)} ms, --only scores ${Math.round(times.staffOnly)} ms`,
    },
    {
      what: "HTML, 8 groups x 10 dimensions",
      value: times.wideHtml / times.wideTerminal,
      unit: "x terminal",
      bar: MOST_HTML,
      note: `${Math.round(times.wideHtml)} ms, terminal ${Math.round(times.wideTerminal)} ms`,
    },
  ];
}

/** Eight groups and ten dimensions, drawn both ways. */
function wideReports() {
  const wide = path.join(SCRATCH, "wide.csv");
  const groups = "department=Sales,Service,Finance,Logistics,Production,Purchasing,Quality,People";
  const made = ["simulate", "-f", "leadership-trust", "--audience", "staff", "--n", "400", "--segment", groups];
  writeFileSync(wide, execFileSync(process.execPath, [PROGRAM, ...made], { stdio: ["ignore", "pipe", "ignore"] }));
  const report = [PROGRAM, "score", wide, "-f", "leadership-trust", "--audience", "staff", "--by", "department"];
  return { wideTerminal: report, wideHtml: [...report, "-o", `html:${path.join(SCRATCH, "wide.html")}`] };
}

/** @returns {Promise<Result[]>} */
async function large() {
  const rows = [100_000, 200_000];
  const [file, twice] = rows.map((count) => path.join(SCRATCH, `forty-${count}.csv`));
  const quoted = path.join(SCRATCH, "forty-quoted.csv");
  await writeExport({ framework: FORTY, file: quoted, rows: rows[0], quoted: true });
  await writeExport({ framework: FORTY, file, rows: rows[0] });
  await writeExport({ framework: FORTY, file: twice, rows: rows[1] });
  const score = (input) => [PROGRAM, "score", input, "-f", FORTY];
  const parse = (input) => [path.join(ROOT, "bench", "parse-only.mjs"), input];
  const commands = {
    parse: parse(file),
    score: score(file),
    scoresOnly: [...score(file), "--only", "scores"],
    parseQuoted: parse(quoted),
    scoreQuoted: score(quoted),
  };
  const times = medianTimes({ commands, rounds: LARGE_ROUNDS });
  const scratch = path.join(SCRATCH, "memory.txt");
  const [memory, memoryTwice] = [file, twice].map((input) => peakMemory(score(input), scratch));
  const note = (ours, theirs) => `${seconds(times[ours])}, csv-parse alone ${seconds(times[theirs])}`;
  const memoryNote = `${Math.round(memoryTwice)} MB, ${Math.round(memory)} MB at 100,000 rows`;
  return [
    {
      what: "score 100,000 x 40",
      value: times.score / times.parse,
      unit: "x csv-parse",
      bar: 1.4,
      note: note("score", "parse"),
    },
    {
      what: "the same, every cell quoted",
      value: times.scoreQuoted / times.parseQuoted,
      unit: "x csv-parse",
      bar: 1.4,
      note: note("scoreQuoted", "parseQuoted"),
    },
    {
      what: "all statistics, 100,000 x 40",
      value: times.score / times.scoresOnly,
      unit: "x --only scores",
      bar: 1.6,
      note: `${seconds(times.score)}, --only scores ${seconds(times.scoresOnly)}`,
    },
    { what: "peak memory, 100,000 x 40", value: memory, unit: "MB", bar: 150, note: "" },
    {
      what: "peak memory, 200,000 x 40",
      value: memoryTwice / memory,
      unit: "x half the rows",
      bar: 1.2,
      note: memoryNote,
    },
  ];
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** @param {readonly Result[]} rows */
function printTable(rows) {
  const cells = rows.map(({ what, value, unit, bar, note }) => {
    const digits = unit === "MB" ? 0 : 2;
    const limit = Number.isFinite(bar) ? [bar.toFixed(digits), value <= bar ? "met" : "MISSED"] : ["", ""];
    return [what, value.toFixed(digits), limit[0] ?? "", unit, limit[1] ?? "", note];
  });
  const table = [["measured", "value", "bar", "in", "", ""], ...cells];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    );
}
