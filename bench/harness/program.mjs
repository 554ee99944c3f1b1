import { execFileSync } from "node:child_process";
import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "..", "..");
const PROGRAM = path.join(ROOT, "bin", "trust-audit.js");
/** Everything that is measured; ignored by git. */
export const SCRATCH = path.join(ROOT, ".bench");

/** @typedef {import("../data/sets.mjs").DataSet} DataSet */

/** @param {readonly string[]} args @returns {readonly string[]} */
export function program(...args) {
  return [process.execPath, PROGRAM, ...args];
}

/** Scores a data set. @param {DataSet} set @param {...string} options @returns {readonly string[]} */
export function score(set, ...options) {
  return program("score", set.file, "-f", set.framework, ...options);
}

/** The program's own audit of a data set: what every peer is held against. @param {DataSet} set @returns {any} */
export function auditOf(set) {
  const [node, ...args] = score(set, "-o", "json");
  const text = execFileSync(node, args, { maxBuffer: 256 * 1_048_576, stdio: ["ignore", "pipe", "pipe"] });
  return JSON.parse(String(text));
}

/** Options that the built program has, told by its help. @returns {{ threads: (count: number) => readonly string[], engine: (name: string) => readonly string[], hasThreads: boolean }} */
export function optionsOf() {
  const help = String(execFileSync(process.execPath, [PROGRAM, "score", "--help"]));
  const hasThreads = help.includes("--threads");
  return {
    hasThreads,
    threads: (count) => (hasThreads ? ["--threads", String(count)] : []),
    engine: (name) => (help.includes("--engine") ? ["--engine", name] : []),
  };
}
