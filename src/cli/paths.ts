import { UsageError } from "./exit.ts";
import type { OutputTarget } from "./output.ts";
import { placeOf } from "./place.ts";

/** A file given twice would count its people twice, and show groups too small to be shown. Throws UsageError. */
export function refuseTwice(files: readonly string[]): void {
  const places = files.map((file) => (file === "-" ? "-" : placeOf(file)));
  const twice = files.find((_, at) => places.indexOf(places[at] ?? "") !== at);
  if (twice === undefined) return;
  const name = twice === "-" ? "Standard input" : twice;
  throw new UsageError(`${name} is given twice.`, "Each person counts once: name each file once.");
}

/** Nothing a user gave us is written over. Throws UsageError. */
export function refuseOverwriting(inputs: readonly string[], targets: readonly OutputTarget[]): void {
  const victim = victimAmong(inputs, targets);
  if (victim === null) return;
  throw new UsageError(`-o would write over ${victim}, which is read in this run.`, "Give the output another name.");
}

/** The first output that is one of these files; null: none is. */
export function victimAmong(inputs: readonly string[], targets: readonly OutputTarget[]): string | null {
  const given = new Set(inputs.filter((input) => input !== "-").map(placeOf));
  return targets.flatMap(({ path }) => path ?? []).find((path) => given.has(placeOf(path))) ?? null;
}
