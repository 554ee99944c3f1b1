import type { ChosenProfile } from "../framework/types.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import type { Loaded, Shelf } from "./shelf.ts";

/** A framework under its profiles; `warnings` are those of its text and of questions that found no place. */
export interface Under extends Loaded {
  readonly profiles: readonly ChosenProfile[];
  /** Ids of the dimensions that the profiles added. */
  readonly added: ReadonlySet<string>;
}

/**
 * The framework with the supplementary questions of the chosen profiles. The one place where profiles are chosen, loaded and
 * laid over a framework.
 * @param reference a bundled id, or the path of a YAML file
 * @param profiles as the user wrote them: "healthcare", "culture:context=high"
 * Throws ProblemsError: what the shelf says of either, and SC035 for a profile that comes twice, which would count twice.
 */
export async function frameworkUnder(
  shelf: Pick<Shelf, "framework" | "profile">,
  reference: string,
  profiles: readonly string[],
): Promise<Under> {
  const chosen: ChosenProfile[] = [];
  for (const text of profiles) chosen.push(await shelf.profile(text));
  const twice = repeated(chosen);
  if (twice.length > 0) throw new ProblemsError(twice);
  const loaded = await shelf.framework(reference);
  if (chosen.length === 0) return { ...loaded, profiles: chosen, added: new Set() };
  const { overlay } = await import("../framework/overlay.ts");
  const { framework, added, warnings } = overlay(loaded.framework, chosen);
  return { ...loaded, framework, profiles: chosen, added, warnings: [...loaded.warnings, ...warnings] };
}

/** By the id, however it was written: a bundled id, the path of a file, other values of the same keys. */
function repeated(chosen: readonly ChosenProfile[]): readonly Problem[] {
  return chosen.flatMap(({ profile, text }, at) => {
    const first = chosen.findIndex((one) => one.profile.id === profile.id);
    if (first === at) return [];
    const earlier = chosen[first]?.text ?? "";
    const problem: Problem = {
      code: "SC035",
      severity: "error",
      message: `The profile ${quote(profile.id)} is chosen twice${earlier === text ? "" : `: ${earlier} and ${text}`}.`,
      help:
        profile.keys.length > 0 ? oneChoice(chosen, profile.id) : "Choose it once; a second time it would count twice.",
    };
    return [problem];
  });
}

/** What was set in several choices, written as one. */
function oneChoice(chosen: readonly ChosenProfile[], id: string): string {
  const own = chosen.filter(({ profile }) => profile.id === id);
  const keys = own.flatMap(({ values }) => [...values.keys()]);
  const pairs = own.flatMap(({ values }) => [...values].map(([key, value]) => `${key}=${value}`));
  if (pairs.length === 0 || new Set(keys).size < keys.length) return "Choose it once, and set each key once.";
  const [name = id] = own[0]?.text.split(/:(?=[^:/\\]*=)/) ?? [];
  return `Set its keys in one choice: ${name}:${pairs.join(",")}.`;
}
