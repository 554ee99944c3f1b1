import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import { ProblemsError } from "../problems/problem.ts";
import { notWritten } from "./output.ts";
import { placeOf } from "./place.ts";

/**
 * What can be known of writing before there is anything to write: that the folder of each file is there and may be written
 * in, and that no folder has the file's name. Throws ProblemsError (OUT001).
 */
export function requireWritable(paths: readonly string[]): void {
  const problems = paths.flatMap((path) => {
    const error = obstacle(placeOf(path));
    return error === null ? [] : [notWritten(path, error)];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
}

function obstacle(place: string): unknown {
  try {
    const old = statSync(place, { throwIfNoEntry: false });
    if (old?.isDirectory() === true) return Object.assign(new Error("a folder"), { code: "EISDIR" });
    // /dev/null and its like are written themselves; a file is put in its place, so its folder counts.
    const isDevice = old !== undefined && !old.isFile();
    // With the dot a file in place of the folder is told from it.
    accessSync(isDevice ? place : `${dirname(place)}/.`, constants.W_OK);
    return null;
  } catch (error) {
    return error;
  }
}
