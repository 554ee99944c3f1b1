import { chooseProfile, withValues } from "../framework/choose-profile.ts";
import type { ProfileCatalogue } from "../framework/profile.ts";
import type { ChosenProfile, Profile } from "../framework/types.ts";
import { ProblemsError } from "../problems/problem.ts";
import { type Reader, readText } from "./files.ts";

/**
 * A profile by what the user wrote: a bundled id, or the path of a YAML file, each with the keys that are set behind a colon
 * (`culture:context=high`, `./own.yaml:context=high`). Throws ProblemsError.
 */
export async function profileOf(
  reference: string,
  shelf: { readonly profiles: () => Promise<readonly Profile[]>; readonly catalogue: () => Promise<ProfileCatalogue> },
): Promise<ChosenProfile> {
  const own = fileIn(reference);
  if (own === null) return chooseProfile(reference, await shelf.profiles());
  const { profile, problems } = await readProfileFile(own.file, await shelf.catalogue());
  if (profile === null) throw new ProblemsError(problems);
  return withValues(profile, { settings: own.settings, text: reference });
}

/** The file and the settings behind it; null where a bundled profile is meant. A drive letter's colon is not that of a setting. */
function fileIn(reference: string): { readonly file: string; readonly settings: string | null } | null {
  const [, file, settings] = /^(.*\.ya?ml)(?::(.*))?$/is.exec(reference) ?? [];
  if (file !== undefined) return { file, settings: settings ?? null };
  const [name = ""] = reference.split(":");
  return /[./\\]/.test(name) ? { file: reference, settings: null } : null;
}

/** Reads a profile file to the compiled form with every problem it has. The YAML reader is loaded only here. */
export async function readProfileFile(file: string, catalogue: ProfileCatalogue, { wording = false }: Reader = {}) {
  const { readProfile } = await import("../framework/profile.ts");
  return readProfile({ text: await readText(file), file, catalogue, wording });
}

/** Keys at the top of a file, quoted or not, that only a profile has, and that every framework has. */
const OF_PROFILES = /^["']?(?:kind|needs|severity|supplement|keys)["']?\s*:/m;
const OF_FRAMEWORKS = /^["']?(?:audiences|items|composites|headline)["']?\s*:/m;
/** What the context of a sector is made of; that of a framework is a list of questions. */
const OF_SECTORS = /^\s+["']?(?:drivers|shows|stake|rebuilds)["']?\s*:/m;

/** True for a profile, also where it does not say its `kind`; what has the questions of a framework is one. */
export async function isProfileFile(file: string): Promise<boolean> {
  const text = await readText(file);
  return !OF_FRAMEWORKS.test(text) && (OF_PROFILES.test(text) || OF_SECTORS.test(text));
}
