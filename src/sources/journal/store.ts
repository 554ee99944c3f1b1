import { fdatasyncSync, fstatSync, ftruncateSync, readFileSync, renameSync } from "node:fs";
import { endsSeat, tidied } from "../../interview/tidy.ts";
import type { Entry } from "../../interview/types.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { removeFile, removeQuietly, syncFolder } from "../disk.ts";
import { closeQuietly, openPrivate, writeAll } from "./files.ts";
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
  /** It may hold more of a seat that is done than what that seat said in the end. */
  untidy: boolean;
}

/** Throws ProblemsError (JN010, JN011); then nothing of it counts. */
export function appendTo(store: Store, entries: readonly Entry[]): void {
  tidyUp(store);
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
  store.untidy ||= entries.some(endsSeat);
  tidyUp(store);
}

/**
 * Takes out of the file what no seat said in the end. Where that fails (there is no room for a second file), the survey goes
 * on: it is tried again before the next entry, on closing and on opening.
 */
export function tidyUp(store: Store): void {
  if (!store.untidy) return;
  try {
    refuseChanged(store);
    orNotWritten(store.path, () => rewrite(store));
    store.untidy = false;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
  }
}

/** The new file takes the old one's place in one step; until then all is as it was. */
function rewrite(store: Store): void {
  const old = readFileSync(store.path).subarray(0, store.size);
  const { setup, tool, entries } = readJournal(old, store.path);
  const { bytes, sum } = linesOf([headOf(setup, tool), ...tidied(entries)], 0);
  if (bytes.equals(old)) return;
  const before = store.file;
  const file = putInPlace(store.path, bytes);
  Object.assign(store, { file, size: bytes.length, sum, ragged: false });
  closeQuietly(before);
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
