import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";

const JOURNAL = join(import.meta.dirname, "..", "..", "..", "src", "sources", "journal", "journal.ts");

/** What a child says of a ProblemsError, and then ends by itself. */
const REFUSED = "catch (error) { console.log('refused ' + (error.problems?.[0]?.code ?? error)); process.exit(0); }";

/** A program in which `createJournal` and `openJournal` are at hand; `path` is its argument. Gives the file's name. */
export async function program(folder: string, name: string, body: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  const contents = `
    import { createJournal, openJournal } from ${JSON.stringify(JOURNAL)};
    const path = process.argv[2];
    try { ${body} } ${REFUSED}`;
  await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "silent",
  });
  return outfile;
}

export interface Child {
  readonly process: ChildProcess;
  /** Lines it has printed so far. */
  readonly lines: readonly string[];
  /** The next line; undefined when it ended without one. */
  line(): Promise<string | undefined>;
  /** Ended, whatever way. */
  readonly ended: Promise<void>;
}

export function start(command: readonly string[]): Child {
  const [name = "", ...args] = command;
  const child = spawn(name, args, { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const waiting: ((line: string | undefined) => void)[] = [];
  let read = 0;
  reader.on("line", (line) => {
    lines.push(line);
    waiting.shift()?.(line);
  });
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      for (const resolveLine of waiting.splice(0)) resolveLine(undefined);
      resolve();
    });
  });
  const line = () => {
    const known = lines[read];
    read += 1;
    return known === undefined
      ? new Promise<string | undefined>((resolve) => waiting.push(resolve))
      : Promise.resolve(known);
  };
  return { process: child, lines, line, ended };
}

export async function kill(child: Child): Promise<void> {
  child.process.kill("SIGKILL");
  await child.ended;
}
