import { fdatasyncSync, fstatSync, ftruncateSync, renameSync, statSync } from "node:fs";
import { endsSeat, tidied } from "../../interview/tidy.ts";
import type { Entry, InterviewSetup } from "../../interview/types.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { removeFile, removeQuietly, syncFolder } from "../disk.ts";
import { closeQuietly, emptyAndClose, openPrivate, writeAll } from "./files.ts";
import type { Lock } from "./lock.ts";
import { type Loss, notWritten } from "./problems.ts";
import { headOf } from "./read.ts";
import { linesOf } from "./record.ts";

/** A journal that this process has open and locked. */
export interface Store {
  path: string;
  lock: Lock;
  file: number;
  readonly setup: InterviewSetup;
  /** The version that began it. */
  readonly tool: string;
  /** All that happened, as the file should say it: where the file says something else, this counts. */
  entries: Entry[];
  /** Bytes that are known to be on disk, whole lines all of them. */
  size: number;
  /** Checksum after them. */
  sum: number;
  /** Something unfinished stands behind them and could not be cut off yet. */
  ragged: boolean;
  /** It may hold more of a seat that is done than what that seat said in the end. */
  untidy: boolean;
}

/** To a file that is as it was left. Throws ProblemsError (JN010); then nothing of it counts. */
export function appendTo(store: Store, entries: readonly Entry[]): void {
  const { bytes, sum } = linesOf(entries, store.sum);
  try {
    writeAll(store.file, bytes);
    fdatasyncSync(store.file);
  } catch (error) {
    store.ragged = true;
    cutBackIfRagged(store);
    throw notWritten(store.path, error);
  }
  store.size += bytes.length;
  store.sum = sum;
  store.entries.push(...entries);
  store.untidy ||= entries.some(leavesUntidy);
  tidyUp(store);
}

/** What was typed before the end of a seat, or of the survey, and not handed in is to go. */
export function leavesUntidy(entry: Entry): boolean {
  return endsSeat(entry) || entry.kind === "close";
}

/**
 * Takes out of the file what no seat said in the end. Where that fails (there is no room for a second file), the survey goes
 * on: it is tried again before the next entry, on closing and on opening.
 */
export function tidyUp(store: Store): void {
  if (!store.untidy) return;
  try {
    // Into a file that is not ours nothing is written; the next entry finds that out, too.
    if (lossOf(store) !== null) return;
    orNotWritten(store.path, () => rewrite(store));
    store.untidy = false;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
  }
}

/** The new file takes the old one's place in one step; until then all is as it was. */
function rewrite(store: Store): void {
  const entries = [...tidied(store.entries)];
  const { bytes, sum } = linesOf([headOf(store.setup, store.tool), ...entries], 0);
  if (bytes.length === store.size && sum === store.sum) return;
  const before = store.file;
  const file = putInPlace(store.path, bytes);
  Object.assign(store, { file, entries, size: bytes.length, sum, ragged: false });
  // Not before it is sure that the name leads to the new file.
  syncFolder(store.path);
  emptyAndClose(before);
}

/** Beside the journal, where it is written before it takes its place; only the holder of the lock touches it. */
export function draftOf(path: string): string {
  return `${path}.draft`;
}

export function cutBack(file: number, size: number): void {
  ftruncateSync(file, size);
  fdatasyncSync(file);
}

/** What the system refuses becomes JN010. */
export function orNotWritten<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ProblemsError ? error : notWritten(path, error);
  }
}

/** The descriptor stays with the file through the renaming, so it is never closed in between. */
function putInPlace(path: string, bytes: Buffer): number {
  const draft = draftOf(path);
  removeFile(draft);
  const file = openPrivate(draft, bytes);
  try {
    renameSync(draft, path);
    return file;
  } catch (error) {
    closeQuietly(file);
    removeQuietly(draft);
    throw error;
  }
}

/**
 * What became of the file by somebody else's doing; null: it is where it was, and as long as it was. Answers written to
 * another file would be where nobody finds them. Throws ProblemsError (JN010).
 */
export function lossOf(store: Store): Loss | null {
  cutBackIfRagged(store);
  return orNotWritten(store.path, () => {
    const own = fstatSync(store.file);
    const there = statSync(store.path, { throwIfNoEntry: false });
    if (there === undefined) return own.nlink === 0 ? "deleted" : "moved away";
    if (there.ino !== own.ino || there.dev !== own.dev) return "replaced by another file";
    return own.size !== store.size && !store.ragged ? "changed" : null;
  });
}

function cutBackIfRagged(store: Store): void {
  if (!store.ragged) return;
  try {
    cutBack(store.file, store.size);
    store.ragged = false;
  } catch {
    // Tried again before the next entry; and opening the journal cuts off what is unfinished.
  }
}
