import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const PRELOAD = pathToFileURL(path.join(import.meta.dirname, "report-memory.mjs")).href;

/**
 * Wall times of several commands in interleaved rounds, so that a slow spell of the machine falls on all of them.
 * @param {{ commands: Record<string, readonly string[]>, rounds: number }} options arguments to node, by name
 * @returns {Record<string, number>} median milliseconds, by name
 */
export function medianTimes({ commands, rounds }) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, /** @type {number[]} */ ([])]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(commands)) times[name]?.push(timeOf(args));
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

/** @param {readonly string[]} args @returns {number} milliseconds */
function timeOf(args) {
  const started = performance.now();
  runNode(args);
  return performance.now() - started;
}

/**
 * Peak resident memory of a command. @param {readonly string[]} args @param {string} file scratch file
 * @returns {number} megabytes
 */
export function peakMemory(args, file) {
  runNode(["--import", PRELOAD, ...args], { MEMORY_FILE: file });
  return Number(readFileSync(file, "utf8")) / 1024;
}

/** @param {readonly string[]} args @param {Record<string, string>} [env] */
function runNode(args, env = {}) {
  const child = spawnSync(process.execPath, args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  // A broken command is quick: its time must not count.
  if (child.status !== 0) throw new Error(`node ${args.join(" ")} ended with ${child.status}:\n${child.stderr}`);
}

/** @param {readonly number[]} values @returns {number} */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
