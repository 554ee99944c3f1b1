import { codeOf } from "./system-error.ts";

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "part of the path is not a folder",
  EISDIR: "it is a folder",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is used up",
  EFBIG: "the file may not become any larger",
  EIO: "the disk does not answer as it should",
  ENAMETOOLONG: "the name is too long",
};

/** Why a file could not be written, in words that end a sentence; the system's own words where we have none. */
export function whyUnwritten(error: unknown): string {
  return WHY[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
