import { createReadStream } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { createDesk, type Desk } from "./desk.ts";

/** The world outside, passed in: nothing below reaches for the process itself. */
export interface Host {
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Columns of the terminal, or of COLUMNS, or 80. */
  readonly width: number;
  /** Lines of the terminal that standard output is; null: it is none. */
  readonly height: number | null;
  /** Colour on stdout / stderr: a terminal, and nobody said no. */
  readonly color: { readonly out: boolean; readonly err: boolean };
  /** Standard output is a terminal. */
  readonly terminal: boolean;
  readonly quiet: boolean;
  readonly debug: boolean;
  /** Where somebody can be asked; null: nobody sits there. */
  readonly desk: Desk | null;
  /** The clock: only for the names of new files. */
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
  open(name: string): Readable;
}

/** Flags every command takes; they decide how the host speaks. */
export interface HostFlags {
  readonly color: boolean;
  readonly quiet: boolean;
  readonly debug: boolean;
  readonly config?: string | false | undefined;
}

export function createHost(process: NodeJS.Process, root: string, flags: HostFlags): Host {
  const { env, stdout, stderr } = process;
  const wanted = flags.color && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  const forced = wanted && Boolean(env["FORCE_COLOR"]) && env["FORCE_COLOR"] !== "0";
  const color = { out: forced || (wanted && stdout.isTTY === true), err: forced || (wanted && stderr.isTTY === true) };
  let desk: Desk | null | undefined;
  return {
    stdout,
    stderr,
    width: widthOf(process),
    height: (stdout.isTTY && stdout.rows) || null,
    color,
    // Looking at standard input opens it, which only a run that asks should pay for.
    get desk() {
      desk = desk === undefined ? createDesk(process, color) : desk;
      return desk;
    },
    terminal: stdout.isTTY === true,
    node: process.version,
    env,
    quiet: flags.quiet,
    debug: flags.debug,
    config: flags.config,
    now: () => new Date(),
    root,
    open: (name) => (name === "-" ? process.stdin : createReadStream(name, { highWaterMark: 1024 * 256 })),
  };
}

function widthOf(process: NodeJS.Process): number {
  const asked = Number(process.env["COLUMNS"]);
  const columns = process.stdout.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : 80);
  return Math.min(200, Math.max(40, columns));
}
