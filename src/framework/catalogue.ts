import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { suggest } from "../problems/suggest.ts";
import type { Strategy } from "./types.ts";

interface Entry {
  readonly strategy: Strategy;
  readonly file: string;
}

/**
 * The strategies as a whole: ids told apart, prerequisites that exist and lead in no circle, and none that another
 * beats in every respect.
 * @param files the file of each strategy, in the same order; a problem is reported at its file
 */
export function lintCatalogue(strategies: readonly Strategy[], files: readonly string[]): readonly Problem[] {
  const entries = strategies.map(
    (strategy, index): Entry => ({ strategy, file: files[index] ?? `${strategy.id}.yaml` }),
  );
  return [...repeatedIds(entries), ...missingPrerequisites(entries), ...circles(entries), ...dominated(entries)];
}

function repeatedIds(entries: readonly Entry[]): Problem[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ strategy: { id }, file }): Problem[] => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, file);
      return [];
    }
    const message = `The id ${quote(id)} is taken by ${earlier}.`;
    return [{ code: "FW090", severity: "error", message, help: "Give the strategy its own id.", place: { file } }];
  });
}

function missingPrerequisites(entries: readonly Entry[]): Problem[] {
  const known = new Set(entries.map(({ strategy }) => strategy.id));
  return entries.flatMap(({ strategy, file }) =>
    strategy.prerequisites
      .filter((id) => !known.has(id))
      .map((id): Problem => {
        const suggestion = suggest(id, known);
        return {
          code: "FW091",
          severity: "error",
          message: `The prerequisite ${quote(id)} of ${quote(strategy.id)} is not in the catalogue.`,
          help: "Name a strategy by its id, or remove the prerequisite.",
          ...(suggestion === undefined ? {} : { suggestion }),
          place: { file },
        };
      }),
  );
}

/** Each circle of prerequisites is reported once, at its first member in the order of ids. */
function circles(entries: readonly Entry[]): Problem[] {
  const byId = new Map(entries.map((entry) => [entry.strategy.id, entry]));
  return entries.flatMap(({ strategy, file }): Problem[] => {
    const circle = wayBack(strategy.id, byId);
    if (circle === undefined || circle.some((id) => id < strategy.id)) return [];
    return [
      {
        code: "FW092",
        severity: "error",
        message: `These prerequisites lead in a circle: ${[...circle, strategy.id].join(", then ")}.`,
        help: "Remove one of them; a plan must be able to begin somewhere.",
        place: { file },
      },
    ];
  });
}

/** The shortest way along prerequisites from a strategy back to itself. */
function wayBack(start: string, byId: ReadonlyMap<string, Entry>): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways: (readonly string[])[] = [[start]];
  // The list grows while it is walked: shorter ways come first.
  for (const way of ways) {
    const next = byId.get(way.at(-1) ?? "")?.strategy.prerequisites ?? [];
    if (next.includes(start)) return way;
    const fresh = next.filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    ways.push(...fresh.map((id) => [...way, id]));
  }
  return undefined;
}

function dominated(entries: readonly Entry[]): Problem[] {
  return entries.flatMap(({ strategy, file }): Problem[] => {
    const better = entries.find((other) => dominates(other.strategy, strategy));
    if (better === undefined) return [];
    return [
      {
        code: "FW093",
        severity: "warning",
        message: `${quote(strategy.id)} can never be the better choice: ${quote(better.strategy.id)} is as strong on the same facets for no more effort.`,
        help: "Make it stronger on a facet or cheaper, give it another facet or field of use, or leave it out.",
        place: { file },
      },
    ];
  });
}

/** On the same facets at least as strong everywhere, for no more effort, for everyone the other is for, and better in one. */
function dominates(better: Strategy, worse: Strategy): boolean {
  if (better.id === worse.id || better.facets.size !== worse.facets.size) return false;
  const pairs = [...worse.facets].map(([facet, strength]) => ({ strength, other: better.facets.get(facet) ?? -1 }));
  if (pairs.some(({ strength, other }) => other < strength) || better.effort > worse.effort) return false;
  const isBetter = better.effort < worse.effort || pairs.some(({ strength, other }) => other > strength);
  const fields = ["audiences", "breaches", "sectors"] as const;
  return isBetter && fields.every((field) => covers(better[field], worse[field]));
}

/** An empty list means everyone. */
function covers(wide: readonly string[], narrow: readonly string[]): boolean {
  return wide.length === 0 || (narrow.length > 0 && narrow.every((one) => wide.includes(one)));
}
