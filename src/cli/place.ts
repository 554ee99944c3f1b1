import { readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Links that lead in a circle end somewhere. */
const MOST_LINKS = 40;

/** One name for one file, however it is written; of one that is not there (yet), where it would be. */
export function placeOf(path: string): string {
  return real(resolve(path), MOST_LINKS);
}

function real(path: string, links: number): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there (yet), or not ours to look at: whoever opens it says so. Its folder may be there, by another name.
    const target = links > 0 ? targetOf(path) : null;
    if (target !== null) return real(resolve(dirname(path), target), links - 1);
    const folder = dirname(path);
    return folder === path ? path : join(real(folder, links), basename(path));
  }
}

/** Where a link leads whose target is not there; null: it is no link. */
function targetOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
