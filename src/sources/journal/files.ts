import { closeSync, constants, fchmodSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./problems.ts";

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
    closeSync(file);
    rmSync(path, { force: true });
    throw error;
  }
}

/** A full disk takes a part of what it is given and only says so at the next call. */
export function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
}

/** The name of a file is in its folder, and only safe when that is. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(dirname(path), "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows and some network folders cannot: there the name is safe when the system says so.
  }
}

const CANNOT_LINK: ReadonlySet<string> = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EXDEV"]);

/** The file system (a memory stick, some network folders) does not know a second name for a file. */
export function cannotLink(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "link" && CANNOT_LINK.has(codeOf(error));
}
