import { codeOf } from "./system-error.ts";

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "part of the path is not a folder",
  EISDIR: "it is a folder, not a file",
  EACCES: "you may not read it",
  EPERM: "you may not read it",
};

/** Why a file could not be read, in words that end a sentence; the system's own words where we have none. */
export function whyUnreadable(error: unknown): string {
  return WHY[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
