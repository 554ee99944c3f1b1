import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const TIME = "/usr/bin/time";
const PRELOAD = pathToFileURL(path.join(import.meta.dirname, "report-memory.mjs")).href;
const MOST_OUTPUT = 64 * 1_048_576;

/** @typedef {readonly string[]} Command a program and its arguments */

/** Wall time of a whole process, its start and end too. @param {Command} command @returns {number} milliseconds */
function timeOf(command) {
  const started = performance.now();
  run(command, "ignore");
  return performance.now() - started;
}

/**
 * Wall times of several commands in interleaved rounds, so that a slow spell of the machine falls on all of them.
 * @param {Record<string, Command>} commands by name @param {number} rounds
 * @param {(done: number) => void} [told] after each round @returns {Record<string, number[]>} milliseconds, by name
 */
export function interleaved(commands, rounds, told = () => {}) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, /** @type {number[]} */ ([])]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, command] of Object.entries(commands)) times[name].push(timeOf(command));
    told(round);
  }
  return times;
}

/**
 * What a command says, and what it costs: peak resident memory in megabytes (2²⁰ bytes) and seconds of processor.
 * GNU time starts it where there is one: a child of this large process would begin with this one's peak.
 * @param {Command} command @returns {{ output: string, megabytes: number | null, cpu: number | null }}
 */
export function costOf(command) {
  const note = path.join(tmpdir(), `trust-audit-bench-${process.pid}.txt`);
  try {
    if (existsSync(TIME)) {
      const output = run([TIME, "-f", "%M %U %S", "-o", note, ...command], "pipe");
      const [kilobytes, user, system] = readFileSync(note, "utf8").trim().split(" ").map(Number);
      return { output, megabytes: kilobytes / 1024, cpu: user + system };
    }
    if (command[0] !== process.execPath) return { output: run(command, "pipe"), megabytes: null, cpu: null };
    const preloaded = [command[0], "--import", PRELOAD, ...command.slice(1)];
    const output = run(preloaded, "pipe", { MEMORY_FILE: note });
    return { output, megabytes: Number(readFileSync(note, "utf8")) / 1024, cpu: null };
  } finally {
    rmSync(note, { force: true });
  }
}

/** @param {Command} command @param {"ignore" | "pipe"} stdout @param {Record<string, string>} [env] @returns {string} */
function run([program, ...args], stdout, env = {}) {
  const child = spawnSync(program, args, {
    stdio: ["ignore", stdout, "pipe"],
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT,
  });
  // A broken command is quick: its time must not count.
  if (child.status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${child.status}:\n${child.stderr}`);
  return child.stdout ?? "";
}
