import { suggest } from "../../problems/suggest.ts";

/**
 * The id a reference means: itself, or the one it most likely is a misspelling of; undefined when none is near. Other
 * rules go by this, so that a slip in a reference is reported once, and not again by all that rests on it.
 */
export function resolve(id: string, known: ReadonlySet<string>): string | undefined {
  return known.has(id) ? id : suggest(id, known);
}

/** More misspelt references than this in one place are no slips; guessing at them would only cost time. */
const MOST_GUESSES = 20;

/** The ids that references mean; undefined when one of them means none, since it could be any. */
export function resolveAll(
  ids: Iterable<string | undefined>,
  known: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const meant = new Set<string>();
  let guesses = 0;
  for (const id of new Set(ids)) {
    if (id === undefined) continue;
    if (!known.has(id)) guesses += 1;
    const one = guesses > MOST_GUESSES ? undefined : resolve(id, known);
    if (one === undefined) return undefined;
    meant.add(one);
  }
  return meant;
}
