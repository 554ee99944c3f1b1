import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { BREACHES, CULTURE_KEYS, FACETS, SECTORS, STRATEGY_AUDIENCES } from "../../src/framework/vocabulary.ts";

const ROOT = path.join(import.meta.dirname, "../..");

function schema(name: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, "frameworks", `${name}.schema.json`), "utf8"));
}

/** Every set of words in a schema, with the name of the property it is for: what an `enum` lists, and the keys of closed maps. */
function setsIn(node: unknown, name = ""): readonly { readonly name: string; readonly words: readonly string[] }[] {
  if (typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((one) => setsIn(one, name));
  const { enum: listed, properties, required } = node as Record<string, unknown>;
  const isOpenChoice = typeof properties === "object" && properties !== null && required === undefined;
  const own = [
    ...(Array.isArray(listed) ? [{ name, words: listed.map(String) }] : []),
    ...(isOpenChoice ? [{ name, words: Object.keys(properties) }] : []),
  ];
  const inside = Object.entries(node).flatMap(([key, one]) =>
    setsIn(one, ["items", "properties", "definitions"].includes(key) ? name : key),
  );
  return [...own, ...inside];
}

const SETS = ["framework", "profile", "strategy"].flatMap((kind) =>
  setsIn(schema(kind)).map((set) => ({ kind, ...set })),
);

/** The sets of words that stand at these places of the schemas. */
function wordsAt(...places: readonly string[]): readonly (readonly string[])[] {
  return places.map((place) => {
    const sets = SETS.filter(({ kind, name }) => `${kind} ${name}` === place);
    if (sets.length !== 1) throw new Error(`${sets.length} sets of words at ${place}`);
    return sets[0]?.words ?? [];
  });
}

describe("the words that schemas and code share are the same in both", () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ["facets", FACETS, ["framework facets", "profile facets", "profile needs", "strategy facets"]],
    ["audiences of the strategies", STRATEGY_AUDIENCES, ["framework stands_for", "profile text", "strategy audiences"]],
    ["breaches", BREACHES, ["strategy breaches"]],
    ["sectors", SECTORS, ["strategy sectors"]],
    ["keys of a culture", CULTURE_KEYS, ["profile id", "strategy culture"]],
  ])("%s", (_, words, places) => {
    expect(wordsAt(...places)).toEqual(places.map(() => words));
  });

  it("and no schema has them at another place", () => {
    const known = [FACETS, STRATEGY_AUDIENCES, BREACHES, SECTORS, CULTURE_KEYS].map((words) => words.join());
    expect(SETS.filter(({ words }) => known.includes(words.join()))).toHaveLength(11);
  });
});
