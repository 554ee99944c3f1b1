import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, readFileSync, renameSync, rmSync } from "node:fs";
import type { Entry } from "../../interview/types.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { withoutSeat } from "./erase.ts";
import { openPrivate, syncFolder, writeAll } from "./files.ts";
import type { Lock } from "./lock.ts";
import { changedOutside, notWritten } from "./problems.ts";
import { headOf, readJournal } from "./read.ts";
import { linesOf } from "./record.ts";

/** A journal that this process has open and locked. */
export interface Store {
  readonly path: string;
  readonly lock: Lock;
  file: number;
  /** Bytes that are known to be on disk, whole lines all of them. */
  size: number;
  /** Checksum after them. */
  sum: number;
  /** Something unfinished stands behind them and could not be cut off yet. */
  ragged: boolean;
}

/** Throws ProblemsError (JN010, JN011); then nothing of it counts. */
export function appendTo(store: Store, entries: readonly Entry[]): void {
  refuseChanged(store);
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
}

/** The new file takes the old one's place in one step. Throws ProblemsError (JN010, JN011); then all is as it was. */
export function eraseFrom(store: Store, seat: number): void {
  refuseChanged(store);
  orNotWritten(store.path, () => {
    const bytes = readFileSync(store.path).subarray(0, store.size);
    const { setup, tool, entries } = readJournal(bytes, store.path);
    const rewritten = linesOf([headOf(setup, tool), ...withoutSeat(entries, seat)], 0);
    const file = putInPlace(store.path, rewritten.bytes);
    closeSync(store.file);
    Object.assign(store, { file, size: rewritten.bytes.length, sum: rewritten.sum, ragged: false });
  });
  syncFolder(store.path);
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
  rmSync(draft, { force: true });
  const file = openPrivate(draft, bytes);
  try {
    renameSync(draft, path);
    return file;
  } catch (error) {
    closeSync(file);
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Somebody deleted the file or wrote into it: answers would go to where nobody finds them. */
function refuseChanged(store: Store): void {
  cutBackIfRagged(store);
  const { nlink, size } = orNotWritten(store.path, () => fstatSync(store.file));
  if (nlink === 0) throw changedOutside(store.path, "deleted");
  if (size !== store.size && !store.ragged) throw changedOutside(store.path, "changed");
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
