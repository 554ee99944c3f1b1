import path from "node:path";
import { PassThrough, Writable } from "node:stream";
import { pathToFileURL } from "node:url";

const LOAD = path.resolve(import.meta.dirname, "..", "..", "dist", "load.cjs");

type Main = (argv: readonly string[], process: NodeJS.Process) => Promise<number>;

/** What a run is given, beside its folder. */
export interface Given {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: Buffer;
}

export interface Done {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

const loaded = new Map<string, Promise<Main>>();
/** The working folder is the whole process's: one run at a time. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The built program, in this process: what bin/trust-audit.js starts, with a look-alike of the process. A run costs a third of what a
 * process of its own costs, for the program is loaded once.
 */
export function runInside(given: Given, folder: string): Promise<Done> {
  const run = last.then(() => runHere(given, folder));
  last = run.catch(() => undefined);
  return run;
}

async function runHere({ argv, env, stdin }: Given, folder: string): Promise<Done> {
  const main = await programFor(argv);
  const { like, written } = lookAlike(env, stdin);
  const home = process.cwd();
  const zone = process.env["TZ"];
  process.chdir(folder);
  process.env["TZ"] = "UTC";
  try {
    const exit = await main(argv, like);
    return { exit, stdout: written.stdout(), stderr: written.stderr() };
  } finally {
    process.chdir(home);
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
}

/** As dist/load.cjs tells the two programs apart. */
function programFor(argv: readonly string[]): Promise<Main> {
  const verb = argv.find((one, at) => !one.startsWith("-") && argv[at - 1] !== "--config");
  const isShort = verb === undefined || ["help", "report", "score"].includes(verb) || argv.includes("--help");
  const kind = isShort ? "score" : "simulate";
  const known = loaded.get(kind) ?? load(kind);
  loaded.set(kind, known);
  return known;
}

async function load(verb: string): Promise<Main> {
  const { loadProgram } = (await import(pathToFileURL(LOAD).href)) as {
    loadProgram: (argv: readonly string[]) => { readonly main: Main };
  };
  return loadProgram([verb]).main;
}

/** Streams that are no terminal, an environment of its own; listeners, which are for a process that ends, are not kept. */
function lookAlike(env: NodeJS.ProcessEnv, input: Buffer) {
  const [stdout, stderr] = [caught(), caught()];
  const stdin = new PassThrough();
  stdin.end(input);
  const ignore = { value: () => like };
  const like: NodeJS.Process = Object.create(process, {
    ...{ stdin: { value: stdin }, stdout: { value: stdout.stream }, stderr: { value: stderr.stream } },
    ...{ env: { value: env }, on: ignore, once: ignore, off: ignore },
  });
  return { like, written: { stdout: stdout.text, stderr: stderr.text } };
}

function caught(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk, encoding, done) => {
      chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk), encoding));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}
