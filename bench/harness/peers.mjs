import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const BENCH = path.join(import.meta.dirname, "..");
const NPM = "npm ci --prefix bench";
const PYTHONS = ["python3", "/usr/bin/python3"];

/** @typedef {"scores" | "full" | "parse"} Task */
/** @typedef {{ name: string, version: string, tasks: readonly Task[], command: (task: Task, set: import("../data/sets.mjs").DataSet) => readonly string[] }} Peer */
/** @typedef {{ name: string, install: string }} Absent */

/** The peers that are installed, and how the others would be. @returns {{ peers: readonly Peer[], absent: readonly Absent[] }} */
export function findPeers() {
  const found = [
    npmPeer({ name: "ClickHouse", file: "clickhouse.mjs", packages: ["chdb"], tasks: ["scores", "full"] }),
    npmPeer({ name: "DuckDB", file: "duckdb.mjs", packages: ["@duckdb/node-api"], tasks: ["scores", "full"] }),
    npmPeer({ name: "polars", file: "polars.mjs", packages: ["nodejs-polars"], tasks: ["scores", "full"] }),
    pandas(),
    psych(),
    npmPeer({ name: "csv-parse", file: "csv-parse.mjs", packages: ["csv-parse"], tasks: ["parse"] }),
    npmPeer({ name: "papaparse", file: "papaparse.mjs", packages: ["papaparse"], tasks: ["parse"] }),
  ];
  return { peers: found.filter((one) => "command" in one), absent: found.filter((one) => "install" in one) };
}

/** @param {{ name: string, file: string, packages: readonly string[], tasks: readonly Task[] }} options @returns {Peer | Absent} */
function npmPeer({ name, file, packages: [needed], tasks }) {
  const script = path.join(BENCH, "peers", file);
  const about = path.join(BENCH, "node_modules", needed, "package.json");
  if (!existsSync(about)) return { name, install: NPM };
  const { version } = JSON.parse(readFileSync(about, "utf8"));
  // A package may be there without its part for this machine.
  const trial = [process.execPath, "--input-type=module", "-e", `await import(${JSON.stringify(needed)})`];
  if (answerOf(trial) === null) return { name, install: `${NPM} (${needed} ${version} does not load on this machine)` };
  const told = name === needed ? version : `(${needed} ${version})`;
  return { name, version: told, tasks, command: (task, set) => [process.execPath, script, task, set.file, set.rules] };
}

/** @returns {Peer | Absent} */
function pandas() {
  const script = path.join(BENCH, "peers", "pandas_scores.py");
  for (const python of PYTHONS) {
    const version = answerOf([python, "-c", "import pandas; print(pandas.__version__)"]);
    if (version === null) continue;
    return {
      name: "pandas",
      version,
      tasks: ["scores", "full"],
      command: (task, set) => [python, script, task, set.file, set.rules],
    };
  }
  return { name: "pandas", install: "apt-get install python3-pandas" };
}

/** @returns {Peer | Absent} */
function psych() {
  const script = path.join(BENCH, "peers", "psych.R");
  // psych turns factors, which omega rests on, with GPArotation.
  const asked = 'library(jsonlite); library(GPArotation); cat(as.character(packageVersion("psych")))';
  const version = answerOf(["Rscript", "-e", asked]);
  if (version === null) {
    const install = "apt-get install r-cran-psych r-cran-gparotation r-cran-jsonlite r-cran-data.table";
    return { name: "R psych", install };
  }
  return {
    name: "R psych",
    version,
    tasks: ["full"],
    command: (task, set) => ["Rscript", script, task, set.file, set.rules],
  };
}

/** What a program prints; null where it is not there or fails. @param {readonly string[]} command @returns {string | null} */
function answerOf([program, ...args]) {
  const { status, stdout } = spawnSync(program, args, {
    cwd: BENCH,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.trim() : null;
}
