import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { removeQuietly, syncFolder } from "../sources/disk.ts";
import { draftOf, MODE } from "./output.ts";
import { placeOf } from "./place.ts";

/** A file that grows line by line and is in its place whole, or not at all. */
export interface Draft {
  write(lines: string): void;
  /** Puts it in its place. Null, or what went wrong on the way: then nothing is left of it. */
  keep(): unknown;
  /** Leaves nothing of it. */
  discard(): void;
}

/** So much is gathered before it is written: a line each would take longer than scoring it. Bytes. */
const GATHERED = 262_144;
/** Bytes that a character takes at most, in UTF-8. */
const WIDEST = 3;
/** They end a process without a word to it, unless it listens. */
const ENDINGS = ["SIGTERM", "SIGHUP"] as const;

/**
 * Written as it comes, at once and in this thread, so that nothing piles up in memory; readable by its owner alone from its
 * first byte. What fails is kept for `keep`, since the report is drawn all the same. An interrupted run leaves nothing.
 */
export function createDraft(path: string): Draft {
  const place = placeOf(path);
  const draft = draftOf(place);
  // One piece of memory for all lines: strings that wait to be cleared away would be many times as much.
  const gathered = Buffer.allocUnsafe(GATHERED);
  let filled = 0;
  let file = -1;
  let failure: unknown = null;
  const ended = (signal: NodeJS.Signals): void => {
    removeQuietly(draft);
    process.kill(process.pid, signal);
  };
  const attempt = (step: () => void): void => {
    if (failure !== null) return;
    try {
      step();
    } catch (error) {
      failure = error;
    }
  };
  const put = (bytes: Buffer): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  const flush = (): void => {
    put(gathered.subarray(0, filled));
    filled = 0;
  };
  const close = (): void => {
    for (const signal of ENDINGS) process.off(signal, ended);
    const open = file;
    file = -1;
    if (open >= 0) closeSync(open);
  };
  const discard = (): void => {
    try {
      close();
    } catch {
      // What is thrown away need not be whole.
    }
    removeQuietly(draft);
  };
  for (const signal of ENDINGS) process.once(signal, ended);
  attempt(() => {
    file = openSync(draft, "wx", MODE.owner);
  });
  return {
    write: (lines) =>
      attempt(() => {
        const most = WIDEST * lines.length;
        if (filled + most > GATHERED) flush();
        if (most > GATHERED) put(Buffer.from(lines, "utf8"));
        else filled += gathered.write(lines, filled, "utf8");
      }),
    keep: () => {
      attempt(() => {
        flush();
        fsyncSync(file);
        close();
        renameSync(draft, place);
        syncFolder(place);
      });
      if (failure !== null) discard();
      return failure;
    },
    discard,
  };
}
