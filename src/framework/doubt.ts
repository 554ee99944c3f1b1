import type { Complaint, Path } from "./complaint.ts";

/**
 * A place the schema has complained of. What stands there was left out or guessed for the linter, so whatever the
 * linter has against it would be the same cause a second time.
 */
export interface Doubt {
  readonly path: Path;
  /** A text in doubt leaves the thing around it sound; a value (a number, a list, a reference) does not. */
  readonly kind: "text" | "value";
}

/** True when a value at this path, or inside what stands there, is in doubt. */
export function isDoubted(path: Path, doubts: readonly Doubt[]): boolean {
  return doubts.some((doubt) => doubt.kind === "value" && isWithin(doubt.path, path));
}

/** True when a complaint is about a place in doubt, or about the thing that holds a value in doubt. */
export function isEcho({ path }: Complaint, doubts: readonly Doubt[]): boolean {
  if (doubts.some((doubt) => isWithin(path, doubt.path))) return true;
  // A whole list of the framework (`items`) is more than the one value in it.
  return path.length > 1 && isDoubted(path, doubts);
}

function isWithin(inner: Path, outer: Path): boolean {
  return outer.every((step, at) => String(inner[at]) === String(step));
}
