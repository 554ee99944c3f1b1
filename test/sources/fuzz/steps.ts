import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { Watchdog } from "./watchdog.ts";

/** What the worker begins with. root: of the checkout; hangsAt: the case in which it never gives way. */
export interface FuzzSetup {
  readonly root: string;
  readonly frameworks: readonly [string, ...string[]];
  readonly hangsAt: number | null;
}

/** Case number n, scored or looked through. */
export interface FuzzStep {
  readonly n: number;
  readonly way: "score" | "inspect";
}

export interface FuzzAnswer {
  readonly scored: boolean;
  /** What must not be; empty when all is well. */
  readonly complaints: readonly string[];
}

/** Bundles the worker with all it uses into a file, as a worker thread knows no TypeScript. */
export async function bundleWorker(file: string, root: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  await build({
    entryPoints: [fileURLToPath(new URL("./worker.ts", import.meta.url))],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    define: { TRUST_AUDIT_VERSION: JSON.stringify(version) },
    // Packages in the older format ask for node's own modules this way.
    banner: {
      js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);',
    },
    logLevel: "silent",
  });
}

/** MB of objects: a case that fills the memory ends its worker, not the machine. */
const MOST = 1_000;

/** longest: milliseconds of a step, on a machine as fast as most. */
export function watchedWorker(file: string, setup: FuzzSetup, longest?: number): Watchdog<FuzzStep, FuzzAnswer> {
  return new Watchdog(
    () => new Worker(file, { workerData: setup, resourceLimits: { maxOldGenerationSizeMb: MOST }, execArgv: [] }),
    longest,
  );
}
