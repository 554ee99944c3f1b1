import { type ByteSource, openFile } from "../sources/file-bytes.ts";
import { createDesk, type Desk } from "./desk.ts";
import { type Outlet, ownOutlet } from "./outlet.ts";

/** The world outside, passed in: nothing below reaches for the process itself. */
export interface Host {
  readonly stdout: Outlet;
  readonly stderr: Outlet;
  /** Columns of the terminal, or of COLUMNS, or 80. */
  readonly width: number;
  /** Lines of the terminal that standard output is; null: it is none. */
  readonly height: number | null;
  /** Colour on stdout / stderr: a terminal, and nobody said no. */
  readonly color: { readonly out: boolean; readonly err: boolean };
  /** Standard output is a terminal. */
  readonly terminal: boolean;
  /** Standard error is a terminal that can write a line over; null or absent: it is none, or plain (TERM=dumb). */
  readonly status?: { readonly columns: number } | null;
  readonly quiet: boolean;
  readonly debug: boolean;
  /** Where somebody can be asked; null: nobody sits there. */
  readonly desk: Desk | null;
  /** The clock: only for the names of new files, and for how long reading takes. */
  readonly now: () => Date;
  /** Version of Node.js, e.g. v20.19.0. */
  readonly node: string;
  /** Folder of the installed package. */
  readonly root: string;
  /** The project file to take: a path; false: none; absent: the nearest one. */
  readonly config?: string | false | undefined;
  /** The environment, for settings; absent: none. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A file, or standard input for `-`. Opened when called. */
  open(name: string): ByteSource;
}

/** Flags every command takes; they decide how the host speaks. */
export interface HostFlags {
  readonly color: boolean;
  readonly quiet: boolean;
  readonly debug: boolean;
  readonly config?: string | false | undefined;
}

export function createHost(process: NodeJS.Process, root: string, flags: HostFlags): Host {
  const { env } = process;
  const [stdout, stderr] = [ownOutlet(process, "stdout"), ownOutlet(process, "stderr")];
  const wanted = flags.color && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  const forced = wanted && Boolean(env["FORCE_COLOR"]) && env["FORCE_COLOR"] !== "0";
  const color = { out: forced || (wanted && stdout.isTTY === true), err: forced || (wanted && stderr.isTTY === true) };
  let desk: Desk | null | undefined;
  return {
    stdout,
    stderr,
    width: widthOf(stdout, env),
    height: (stdout.isTTY && stdout.rows) || null,
    color,
    // Looking at standard input opens it, which only a run that asks should pay for.
    get desk() {
      desk = desk === undefined ? createDesk(process, color) : desk;
      return desk;
    },
    terminal: stdout.isTTY === true,
    status: stderr.isTTY === true && env["TERM"] !== "dumb" ? columnsOf(stderr) : null,
    node: process.version,
    env,
    quiet: flags.quiet,
    debug: flags.debug,
    config: flags.config,
    now: () => new Date(),
    root,
    open: (name) => (name === "-" ? process.stdin : openFile(name)),
  };
}

/** Asked for anew with each line: windows change their size. */
function columnsOf(stream: Outlet): { readonly columns: number } {
  return {
    get columns() {
      return stream.columns || 80;
    },
  };
}

function widthOf(stdout: Outlet, env: NodeJS.ProcessEnv): number {
  const asked = Number(env["COLUMNS"]);
  const columns = stdout.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : 80);
  return Math.min(200, Math.max(40, columns));
}
