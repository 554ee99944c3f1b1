import { realpathSync } from "node:fs";
import { resolve } from "node:path";

/** One name for one file, however it is written. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there (yet), or not ours to look at: whoever opens it says so.
    return resolve(path);
  }
}
