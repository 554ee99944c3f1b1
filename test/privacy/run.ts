import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Writable } from "node:stream";
import { fail } from "../../src/cli/fail.ts";
import type { Host } from "../../src/cli/host.ts";
import { createProgram, usageExit } from "../../src/program.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");

export interface Run {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program in this process, with its output caught. Paths in argv are absolute. */
export async function run(argv: readonly string[]): Promise<Run> {
  const [stdout, stderr] = [new Caught(), new Caught()];
  const host: Host = {
    stdout,
    stderr,
    width: 100,
    height: null,
    color: { out: false, err: false },
    terminal: false,
    quiet: false,
    debug: argv.includes("--debug"),
    desk: null,
    now: () => new Date(0),
    node: process.version,
    root: ROOT,
    open: (name) => createReadStream(name),
  };
  let exit = 0;
  const program = createProgram({
    host,
    finish: (code) => {
      exit = code;
    },
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    exit = usageExit(error) ?? (await fail(host, error));
  }
  return { exit, stdout: stdout.text, stderr: stderr.text };
}

class Caught extends Writable {
  text = "";
  override _write(chunk: Buffer | string, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Every file in a folder, but for those named. */
export async function filesIn(folder: string, but: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => !but.includes(name));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), "utf8")] as const)),
  );
}
