import { closeSync, fsyncSync, openSync, unlinkSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "../problems/system-error.ts";

/** The name of a file is in its folder, and only safe when that is. */
export function syncFolder(file: string): void {
  try {
    const folder = openSync(dirname(file), "r");
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

/** Gone, whether it was there or not. Throws what the system refuses: a folder, for one, is not removed. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

/** Gone if the system lets it go, where nothing depends on that. */
export function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It stays, and does no harm.
  }
}
