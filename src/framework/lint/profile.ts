import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import type { Complaint, Path } from "../complaint.ts";
import type { ProfileDocument, SupplementDocument } from "../document.ts";
import { type Doubt, isDoubted } from "../doubt.ts";
import type { Strategy } from "../types.ts";
import { few } from "./few.ts";
import { reservedName } from "./names.ts";
import { ONE_REVERSED_IN } from "./reversed.ts";

/** What a profile may name. */
export interface ProfileCatalogue {
  readonly strategies: readonly Pick<Strategy, "id">[];
  readonly frameworks: readonly { readonly id: string; readonly dimensions: readonly string[] }[];
}

export interface ProfileLint {
  readonly document: ProfileDocument;
  /** What the schema has spoken about already. */
  readonly doubts: readonly Doubt[];
  /** Absent: nothing is said about what the profile names. */
  readonly catalogue: ProfileCatalogue | undefined;
}

/** Shares are written with two or three decimals; what is farther from 1 than rounding can be is a slip. */
const ROUNDING = 1e-6;

/** Words of a profile that belong to one kind alone. */
const OF_SECTOR = ["context", "needs", "dimensions", "severity", "strategies", "supplement"] as const;
const OF_CULTURE = ["keys"] as const;

/**
 * What no schema can see of a profile: words that suit its kind (FW140), references (FW032), ids (FW030, FW031), facet
 * shares (FW052), wordings (FW037) and reverse-keyed questions (FW057).
 */
export function lintProfile({ document, doubts, catalogue }: ProfileLint): Complaint[] {
  const { supplement } = document;
  return [
    ...suitsItsKind(document, doubts),
    ...(catalogue === undefined ? [] : dangling(document, catalogue)),
    ...repeated((document.keys ?? []).map(({ id }, at) => ({ id, path: ["keys", at, "id"] }))),
    ...(supplement === undefined ? [] : lintSupplement(supplement)),
  ];
}

function* suitsItsKind(document: ProfileDocument, doubts: readonly Doubt[]): Iterable<Complaint> {
  const { kind } = document;
  // Of which kind it is has to be said first.
  if (kind !== "sector" && kind !== "culture") return;
  const needed = kind === "sector" ? "context" : "keys";
  if (document[needed] === undefined && !isDoubted([needed], doubts)) {
    yield {
      code: "FW140",
      path: ["kind"],
      message: `A profile of kind ${kind} needs \`${needed}\`.`,
      help: `Add \`${needed}:\`, or choose the other kind.`,
    };
  }
  for (const key of kind === "sector" ? OF_CULTURE : OF_SECTOR) {
    if (document[key] === undefined) continue;
    const message = `A profile of kind ${kind} has no \`${key}\`.`;
    yield { code: "FW140", path: [key], on: "key", message, help: "Remove it, or choose the other kind." };
  }
}

interface Named {
  readonly id: string;
  readonly path: Path;
  readonly on?: "key";
}

function* dangling(document: ProfileDocument, { strategies, frameworks }: ProfileCatalogue): Iterable<Complaint> {
  const known = strategies.map(({ id }) => id);
  yield* unknown(strategiesIn(document), "strategy", known);
  for (const key of ["dimensions", "severity"] as const) {
    for (const [id, named] of Object.entries(document[key] ?? {})) {
      const framework = frameworks.find((one) => one.id === id);
      const path = [key, id];
      if (framework === undefined) {
        const ids = frameworks.map((one) => one.id);
        yield* unknown([{ id, path, on: "key" }], "framework", ids);
        continue;
      }
      const inside: Named[] = Array.isArray(named)
        ? named.map((one: string, at): Named => ({ id: one, path: [...path, at] }))
        : Object.keys(named).map((one): Named => ({ id: one, path: [...path, one], on: "key" }));
      yield* unknown(inside, `dimension of ${id}`, framework.dimensions);
    }
  }
}

function strategiesIn({ strategies = {}, keys = [] }: ProfileDocument): readonly Named[] {
  const named = (map: object, path: Path) =>
    Object.keys(map).map((id): Named => ({ id, path: [...path, id], on: "key" }));
  return [
    ...named(strategies, ["strategies"]),
    ...keys.flatMap(({ values }, at) =>
      Object.entries(values).flatMap(([value, own]) =>
        named(own.strategies ?? {}, ["keys", at, "values", value, "strategies"]),
      ),
    ),
  ];
}

function* unknown(named: readonly Named[], kind: string, known: readonly string[]): Iterable<Complaint> {
  for (const { id, ...place } of named) {
    if (known.includes(id)) continue;
    yield {
      code: "FW032",
      ...place,
      message: `There is no ${kind} ${quote(id)}.`,
      help: `Choose one of ${few(known)}.`,
      suggestion: suggest(id, known),
    };
  }
}

function* repeated(named: readonly Named[]): Iterable<Complaint> {
  const seen = new Set<string>();
  for (const { id, path } of named) {
    const folded = id.toLowerCase();
    if (seen.has(folded)) {
      yield { code: "FW030", path, message: `The id ${quote(id)} is taken.`, help: "Give each its own id." };
    }
    seen.add(folded);
  }
}

function* lintSupplement({ id, facets, items }: SupplementDocument): Iterable<Complaint> {
  yield* reservedName(id, ["supplement", "id"]);
  const sum = Object.values(facets).reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > ROUNDING) {
    const message = `The facet shares of ${quote(id)} sum to ${Number(sum.toFixed(4))}, not to 1.`;
    const help = "Change the shares so that they sum to 1.";
    yield { code: "FW052", path: ["supplement", "facets"], on: "key", message, help };
  }
  yield* repeated(items.map((item, at) => ({ id: item.id, path: ["supplement", "items", at, "id"] })));
  yield* sameAudiences(items);
  const reversed = items.filter(({ reverse }) => reverse === true).length;
  if (reversed * ONE_REVERSED_IN >= items.length) return;
  yield {
    code: "FW057",
    severity: "warning",
    path: ["supplement", "items"],
    on: "key",
    message: `${reversed} of ${items.length} opinion items ${reversed === 1 ? "is" : "are"} reverse-keyed.`,
    help: `Make at least one in ${ONE_REVERSED_IN} reverse-keyed.`,
  };
}

function* sameAudiences(items: SupplementDocument["items"]): Iterable<Complaint> {
  const audiences = [...new Set(items.flatMap(({ text }) => Object.keys(text)))];
  for (const [at, { id, text }] of items.entries()) {
    const missing = audiences.filter((one) => !Object.hasOwn(text, one));
    if (missing.length === 0) continue;
    yield {
      code: "FW037",
      path: ["supplement", "items", at, "text"],
      on: "key",
      message: `The item ${quote(id)} has no text for ${missing.join(", ")}.`,
      help: "Add one: a supplement is asked of those for whom its items have a text.",
    };
  }
}
