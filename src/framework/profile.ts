import { hasErrors, inReadingOrder } from "../problems/order.ts";
import type { Problem } from "../problems/problem.ts";
import type { Complaint } from "./complaint.ts";
import type { CultureKeyDocument, ProfileDocument, SupplementDocument } from "./document.ts";
import { deepFreeze } from "./freeze.ts";
import type { ProfileCatalogue } from "./lint/profile.ts";
import type { CultureKey, Profile, Supplement } from "./types.ts";

export type { ProfileCatalogue } from "./lint/profile.ts";

export interface ProfileText {
  readonly text: string;
  /** As the reader of a message should see it. */
  readonly file: string;
  /** Strategies and frameworks a profile may name; without it nothing is said about them. */
  readonly catalogue?: ProfileCatalogue;
  /** Also says what could be worded more plainly (FW150–FW159): for whoever writes the profile. */
  readonly wording?: boolean;
}

/** Profile and document are null when a problem is an error. */
export interface ProfileReading {
  readonly profile: Profile | null;
  readonly document: ProfileDocument | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads a profile: YAML → schema → lint → compiled, with every problem at once in the order of the file. YAML reader and
 * schema are loaded only here: a stored document needs neither.
 */
export async function readProfile({ text, file, catalogue, wording = false }: ProfileText): Promise<ProfileReading> {
  const [{ parseYaml }, { problemsOf }, { validateProfile }, { lintProfile }] = await Promise.all([
    import("./yaml/parse.ts"),
    import("./yaml/locate.ts"),
    import("./schema/validate.ts"),
    import("./lint/profile.ts"),
  ]);
  const { value, source, problems } = parseYaml({ text, file });
  if (source === null) return { profile: null, document: null, problems };
  const { complaints, salvaged, beside } = await validateProfile(value);
  const linted: Complaint[] = [];
  if (salvaged !== null) {
    const meant = salvaged.value as ProfileDocument;
    linted.push(...lintProfile({ document: meant, doubts: salvaged.doubts, catalogue }));
    if (wording) linted.push(...(await wordingOf(meant)));
  }
  const found = inReadingOrder([...problems, ...problemsOf([...complaints, ...beside(linted)], source)]);
  if (hasErrors(found)) return { profile: null, document: null, problems: found };
  const document = value as ProfileDocument;
  return { profile: compileProfile(document), document, problems: found };
}

/** What is said of wording counts syllables by rules and lists of its own: loaded only where it is asked for. */
async function wordingOf({ supplement }: ProfileDocument): Promise<Iterable<Complaint>> {
  if (supplement === undefined) return [];
  const { plainSupplement } = await import("./lint/wording-items.ts");
  return plainSupplement(supplement);
}

/** A valid profile document as the frozen profile everything below works with. */
export function compileProfile(document: ProfileDocument): Profile {
  const { id, kind, version, title, purpose, provenance, sources, context, supplement, keys } = document;
  return deepFreeze({
    ...{ id, kind, version, title, purpose, provenance },
    sources: sources ?? [],
    context: context ?? null,
    needs: mapOf(document.needs),
    dimensions: new Map(Object.entries(document.dimensions ?? {}).map(([one, factors]) => [one, mapOf(factors)])),
    severity: mapOf(document.severity),
    strategies: mapOf(document.strategies),
    supplement: supplement === undefined ? null : compileSupplement(supplement),
    keys: (keys ?? []).map(compileKey),
  });
}

function mapOf<T>(record: Readonly<Record<string, T>> = {}): ReadonlyMap<string, T> {
  return new Map(Object.entries(record));
}

function compileSupplement({ id, title, about, facets, items }: SupplementDocument): Supplement {
  return {
    ...{ id, title, about },
    facets: mapOf(facets),
    items: items.map((item) => ({ id: item.id, text: mapOf(item.text), reverse: item.reverse ?? false })),
  };
}

function compileKey({ id, title, values }: CultureKeyDocument): CultureKey {
  return {
    ...{ id, title },
    values: new Map(
      Object.entries(values).map(([value, { about, how, read, strategies }]) => [
        value,
        { about, how, read, strategies: mapOf(strategies) },
      ]),
    ),
  };
}
