import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { median } from "../harness/figures.mjs";
import { interleaved } from "../harness/processes.mjs";
import { program, ROOT, SCRATCH } from "../harness/program.mjs";

const ROUNDS = 15;
/** A report with pictures beside the same one in the terminal, start-up and all. */
const MOST_HTML = 3;
/** Draws and quantiles of a small survey take no longer than everything else together. */
const MOST_STATISTICS = 2;
const EMPLOYEES = ["-f", "trust-equation", "--audience", "employees"];

/** What a run of few rows costs, beside Node doing nothing. @returns {import("../harness/report.mjs").Section} */
export function startUp() {
  const times = interleaved(commandsOf(), ROUNDS);
  const middle = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
  const bars = barsOf(middle);
  const rows = bars.map(({ what, value, unit, note }) => [what, `${value.toFixed(2)} ${unit}`, note]);
  return {
    name: "start-up",
    title: "Start-up and small files",
    heading: ["what", "ratio", "medians"],
    rows,
    bars,
    notes: [],
    times,
  };
}

/** Command lines by name. */
function commandsOf() {
  const small = simulated("small.csv", [
    ...EMPLOYEES,
    "--n",
    "200",
    "--segment",
    "department=Sales,Service,Finance,Logistics",
  ]);
  const groups = "department=Sales,Service,Finance,Logistics,Production,Purchasing,Quality,People";
  const leaders = ["-f", "leadership-trust", "--audience", "staff"];
  const wide = simulated("wide.csv", [...leaders, "--n", "400", "--segment", groups]);
  const staff = program("score", path.join(ROOT, "examples", "staff.csv"), ...EMPLOYEES, "--by", "department");
  const report = program("score", wide, ...leaders, "--by", "department");
  return {
    node: [process.execPath, "-e", "0"],
    version: program("--version"),
    help: program("--help"),
    score: program("score", small, ...EMPLOYEES),
    grouped: program("score", small, ...EMPLOYEES, "--by", "department"),
    staff,
    staffOnly: [...staff, "--only", "scores"],
    wideTerminal: report,
    wideHtml: [...report, "-o", `html:${path.join(SCRATCH, "wide.html")}`],
  };
}

/** Made-up answers to a bundled framework, the same each time. @param {string} name @param {readonly string[]} options @returns {string} the file */
function simulated(name, options) {
  const file = path.join(SCRATCH, name);
  const [node, ...args] = program("simulate", ...options);
  writeFileSync(file, execFileSync(node, args, { stdio: ["ignore", "pipe", "ignore"] }));
  return file;
}

/** @param {Record<string, number>} times medians @returns {readonly import("../harness/figures.mjs").Bar[]} */
function barsOf(times) {
  const against = (what, [ours, theirs, unit], bar) => ({
    ...{ what, value: times[ours] / times[theirs], unit: `× ${unit}`, bar },
    note: `${Math.round(times[ours])} ms, ${unit} ${Math.round(times[theirs])} ms`,
  });
  const node = (ours) => [ours, "node", "node -e 0"];
  return [
    against("--version", node("version"), 1.2),
    against("--help", node("help"), 1.3),
    against("score 200 rows to the terminal", node("score"), 2),
    against("score 200 rows by department", node("grouped"), Number.POSITIVE_INFINITY),
    against("all statistics of 123 people", ["staff", "staffOnly", "--only scores"], MOST_STATISTICS),
    against("HTML, 8 groups × 10 dimensions", ["wideHtml", "wideTerminal", "terminal"], MOST_HTML),
  ];
}
