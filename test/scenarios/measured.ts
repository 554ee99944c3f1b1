import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const PROGRAM = path.join(ROOT, "bin", "trust-audit.js");
const TEAM = path.join(ROOT, "test", "scenarios", "files", "team.yaml");

/** What a run cost. most: bytes of memory the process ever had; seconds: from its start to its end. */
export interface Measured {
  readonly exit: number | null;
  readonly most: number;
  readonly seconds: number;
}

/**
 * Scores an export of the small framework from standard input. name: of the run, for its files in `folder`. heap: the most
 * MB of objects that it may keep; left out: as Node.js has it.
 */
export async function scoreMeasured(
  input: Readable,
  run: {
    readonly folder: string;
    readonly name: string;
    readonly flags?: readonly string[];
    readonly heap?: number;
  },
): Promise<Measured> {
  const { folder, name, flags = [], heap } = run;
  const told = path.join(folder, name);
  const tell = `process.on("exit",()=>require("node:fs").writeFileSync(${JSON.stringify(told)},String(process.resourceUsage().maxRSS*1024)))`;
  const hook = `data:text/javascript,import{createRequire}from"node:module";const require=createRequire("file:///");${encodeURIComponent(tell)}`;
  const output = `json:${path.join(folder, `${name}.json`)}`;
  const started = performance.now();
  const limits = heap === undefined ? [] : [`--max-old-space-size=${heap}`, "--max-semi-space-size=1"];
  const argv = ["--import", hook, PROGRAM, "score", "-", "-f", TEAM, "-o", output, ...flags];
  const child = spawn(process.execPath, [...limits, ...argv], {
    cwd: folder,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  await pipeline(input, child.stdin);
  const exit = await ended;
  return { exit, most: Number(readFileSync(told, "utf8")), seconds: (performance.now() - started) / 1000 };
}
