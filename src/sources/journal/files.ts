import {
  closeSync,
  constants,
  fchmodSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  writeSync,
} from "node:fs";
import { removeQuietly } from "../disk.ts";

/** Nobody but the owner. */
export const PRIVATE = 0o600;
const NEW = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND;

/** A new file that only the owner may read, written to the disk. Never over an old one. */
export function writePrivate(path: string, bytes: Buffer): void {
  closeSync(openPrivate(path, bytes));
}

/** The same, left open for appending: the descriptor stays with the file whatever it is called later. */
export function openPrivate(path: string, bytes: Buffer): number {
  const file = openSync(path, NEW, PRIVATE);
  try {
    fchmodSync(file, PRIVATE);
    writeAll(file, bytes);
    fsyncSync(file);
    return file;
  } catch (error) {
    closeQuietly(file);
    removeQuietly(path);
    throw error;
  }
}

/** A full disk takes a part of what it is given and only says so at the next call. */
export function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
}

export function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // What was to be on disk was flushed before.
  }
}

/** For a file that has been replaced: what another name of it (a hard link) still leads to holds nothing any more. */
export function emptyAndClose(file: number): void {
  try {
    if (fstatSync(file).nlink > 0) {
      ftruncateSync(file, 0);
      fdatasyncSync(file);
    }
  } catch {
    // The disk does not answer: nothing more can be done from here.
  }
  closeQuietly(file);
}
