import { fstatSync, type Stats, statSync, writeSync } from "node:fs";
import type { Writable } from "node:stream";
import { codeOf } from "../problems/system-error.ts";

type Done = (error?: Error | null) => void;

/** Where words go: standard output or standard error, or any stream in their place. */
export interface Outlet {
  /** The window of a terminal; absent: it is none. */
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  /** What is written and not yet out, in bytes; absent: nothing. */
  readonly writableLength?: number;
  write(text: string | Uint8Array, done?: Done): unknown;
  once(event: "error", listener: (error: Error) => void): unknown;
  off(event: "error", listener: (error: Error) => void): unknown;
}

/** Bytes that a pipe takes without anybody reading. More is left to the stream, which waits without holding up anything. */
const PIPEFUL = 65_536;

/**
 * Standard output or error. Opening the stream takes longer than writing a report, so what is known to be no terminal is
 * written to directly: files, pipes, and what throws everything away.
 */
export function ownOutlet(process: NodeJS.Process, name: "stdout" | "stderr"): Outlet {
  const isOpen = Object.getOwnPropertyDescriptor(process, name)?.get === undefined;
  const room = isOpen || process.platform === "win32" ? 0 : roomOf(FILE[name]);
  return room === 0 ? opened(process, name) : directOutlet(() => opened(process, name), { fd: FILE[name], room });
}

const FILE = { stdout: 1, stderr: 2 } as const;

/** Keeps its promise when whatever was written is out, or is known to come to nothing. */
export async function settled(outlet: Outlet): Promise<void> {
  if ((outlet.writableLength ?? 0) > 0) await new Promise<void>((resolve) => outlet.write("", () => resolve()));
}

/**
 * A stream that fails (a closed pipe, a full disk) tells whoever wrote to it (output.ts); unheard, the event itself would end
 * the process with a stack trace.
 */
function opened(process: NodeJS.Process, name: "stdout" | "stderr"): NodeJS.WriteStream {
  const stream = process[name];
  stream.on("error", () => undefined);
  return stream;
}

/** Bytes that may be written to a file descriptor directly; 0: none, it is a terminal, or nobody knows what. */
function roomOf(fd: number): number {
  try {
    const what = fstatSync(fd);
    if (what.isFile() || isNowhere(what)) return Number.POSITIVE_INFINITY;
    return what.isFIFO() || what.isSocket() ? PIPEFUL : 0;
  } catch {
    return 0;
  }
}

/** A terminal is a device, too. */
function isNowhere(what: Stats): boolean {
  return what.isCharacterDevice() && what.rdev === statSync("/dev/null").rdev;
}

interface Direct {
  readonly fd: number;
  readonly room: number;
}

/** open: the stream, for what cannot be written at once; it is the only way from then on, so that nothing overtakes. */
function directOutlet(open: () => Writable, { fd, room }: Direct): Outlet {
  let stream: Writable | null = null;
  let left = room;
  const rest = (bytes: Uint8Array, done: Done | undefined) => {
    stream ??= open();
    stream.write(bytes, done);
  };
  return {
    write: (text, done) => {
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      left -= bytes.length;
      if (stream !== null || left < 0) return rest(bytes, done);
      let at = 0;
      try {
        while (at < bytes.length) at += writeSync(fd, bytes, at);
      } catch (error) {
        return codeOf(error) === "EAGAIN" ? rest(bytes.subarray(at), done) : done?.(failure(error));
      }
      done?.();
    },
    // Whoever writes is told of an error by the write itself.
    once: () => undefined,
    off: () => undefined,
    get writableLength() {
      return stream?.writableLength ?? 0;
    },
  };
}

function failure(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
