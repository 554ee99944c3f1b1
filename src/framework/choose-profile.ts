import { type Problem, ProblemsError } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { suggest } from "../problems/suggest.ts";
import type { ChosenProfile, CultureKey, Profile } from "./types.ts";

/** What is not set is neutral; who likes to say so may. */
const NEUTRAL = "neutral";

/**
 * The profile that a text chooses: `healthcare`, or `culture:context=high,power-distance=low` with the keys of a culture
 * that are set; every other key is neutral.
 * Throws ProblemsError: SC022 for a profile that is not there, else as `withValues` does.
 */
export function chooseProfile(text: string, profiles: readonly Profile[]): ChosenProfile {
  const [id = "", ...rest] = text.split(":");
  const profile = profiles.find((one) => one.id === id);
  if (profile !== undefined) return withValues(profile, { settings: rest.length === 0 ? null : rest.join(":"), text });
  const known = profiles.map((one) => one.id);
  const choice = known.length === 0 ? "There are none here" : `Choose one of ${known.join(", ")}`;
  throw wrong("SC022", {
    message: `There is no profile ${quote(id)}.`,
    help: `${choice}, or give the path of a YAML file (./${id || "own"}.yaml).`,
    suggestion: suggest(id, known),
  });
}

/**
 * A profile with the values of its keys.
 * @param settings `context=high,power-distance=low`; null where none were given
 * @param text the whole choice, as the user wrote it
 * Throws ProblemsError: SC023 for a key that the profile does not have, that is named twice, or that is missing; SC024 for a
 * value other than high, low and neutral.
 */
export function withValues(
  profile: Profile,
  { settings, text }: { readonly settings: string | null; readonly text: string },
): ChosenProfile {
  const pairs = (settings ?? "").split(",").filter((pair) => pair.trim() !== "");
  if (profile.keys.length === 0) return plain(profile, { pairs, text });
  if (pairs.length === 0) {
    throw wrong("SC023", {
      message: `The profile ${quote(profile.id)} says nothing until a key of it is set.`,
      help: `Write ${profile.id}:${profile.keys[0]?.id ?? "key"}=high; the keys are ${keysOf(profile)}.`,
    });
  }
  const values = new Map<string, string>();
  for (const pair of pairs) {
    const [name = "", value = ""] = pair.split("=").map((part) => part.trim());
    const key = keyOf(profile, name);
    if (values.has(key.id)) {
      throw wrong("SC023", { message: `${quote(key.id)} is set twice in ${quote(text)}.`, help: "Set it once." });
    }
    values.set(key.id, settingOf(key, value));
  }
  return { profile, text, values: new Map([...values].filter(([, value]) => value !== NEUTRAL)) };
}

function plain(
  profile: Profile,
  { pairs, text }: { readonly pairs: readonly string[]; readonly text: string },
): ChosenProfile {
  if (pairs.length === 0) return { profile, text, values: new Map() };
  throw wrong("SC023", {
    message: `The profile ${quote(profile.id)} has no keys to set.`,
    help: `Write ${profile.id} alone.`,
  });
}

function keyOf(profile: Profile, name: string): CultureKey {
  const found = profile.keys.find(({ id }) => id === name);
  if (found !== undefined) return found;
  throw wrong("SC023", {
    message: `The profile ${quote(profile.id)} has no key ${quote(name)}.`,
    help: `The keys are ${keysOf(profile)}.`,
    suggestion: suggest(
      name,
      profile.keys.map(({ id }) => id),
    ),
  });
}

function settingOf(key: CultureKey, value: string): string {
  const known = [...key.values.keys(), NEUTRAL];
  if (known.includes(value)) return value;
  throw wrong("SC024", {
    message: `${quote(key.id)} cannot be ${value === "" ? "left without a value" : quote(value)}.`,
    help: `Write ${key.id}= with one of ${known.join(", ")}.`,
    suggestion: suggest(value, known),
  });
}

function keysOf({ keys }: Profile): string {
  return keys.map(({ id }) => id).join(", ");
}

function wrong(
  code: string,
  { message, help, suggestion }: { message: string; help: string; suggestion?: string | undefined },
): ProblemsError {
  const problem: Problem = { code, severity: "error", message, help };
  return new ProblemsError([suggestion === undefined ? problem : { ...problem, suggestion }]);
}
