import type { CultureKey, Profile, ProfileContext, Supplement } from "../framework/types.ts";
import { share } from "../render/numbers.ts";
import type { Block, Fact, Sheet } from "../render/sheet.ts";
import { listWords } from "../render/words.ts";

/**
 * A profile as one reads it: what it weighs, what it adds, where it comes from.
 * @param file the path of one's own profile, by which it is chosen; null of a bundled one
 */
export function profileSheet(profile: Profile, file: string | null = null): Sheet {
  const { id, kind, title, version, purpose, provenance, context, supplement, keys, sources } = profile;
  return {
    title,
    maker: `${id} ${version}`,
    blocks: [
      { kind: "paragraph", text: purpose },
      {
        kind: "paragraph",
        text: `A ${kind} profile ${listWords(effectsOf(profile), "and")}. It never changes a score. Choose it with --profile ${exampleOf(profile, file)}.`,
        tone: "quiet",
      },
      ...(context === null ? [] : contextPart(context)),
      ...weightsPart(profile),
      ...(supplement === null ? [] : supplementPart(supplement)),
      ...keys.flatMap(keyPart),
      headed("Where it comes from"),
      { kind: "paragraph", text: provenance },
      { kind: "list", items: sources.map((source) => source.citation) },
    ],
  };
}

function exampleOf({ id, keys: [first] }: Profile, file: string | null): string {
  const name = file ?? id;
  const whole = first === undefined ? name : `${name}:${first.id}=high`;
  // As it is typed: what a shell would part or read otherwise is quoted.
  return /^[\w./:=@+-]+$/.test(whole) ? whole : `'${whole.replaceAll("'", "'\\''")}'`;
}

/** What this one does, and nothing that it does not. */
function effectsOf(profile: Profile): readonly string[] {
  const { needs, dimensions, severity, strategies, supplement, context, keys } = profile;
  const values = keys.flatMap((key) => [...key.values.values()]);
  const said: readonly (readonly [boolean, string])[] = [
    [needs.size + dimensions.size > 0, "weighs needs"],
    [severity.size > 0, "raises findings"],
    [strategies.size > 0 || values.some((value) => value.strategies.size > 0), "weighs how well strategies fit"],
    [keys.length > 0, "says how to carry measures out and how to read symptoms"],
    [supplement !== null, "asks questions beside"],
    [context !== null, "tells what is typical"],
  ];
  const some = said.flatMap(([does, words]) => (does ? [words] : []));
  return some.length === 0 ? ["weighs nothing yet"] : some;
}

function contextPart({ drivers, shows, stake, rebuilds }: ProfileContext): readonly Block[] {
  const rows = [
    { label: "drives distrust", text: drivers.join("; ") },
    { label: "shows as", text: shows.join("; ") },
    { label: "at stake", text: stake.join("; ") },
    { label: "rebuilds trust", text: rebuilds.join("; ") },
  ];
  return [headed("The sector"), { kind: "facts", rows }];
}

function weightsPart({ needs, dimensions, severity, strategies }: Profile): readonly Block[] {
  const rows: readonly Fact[] = [
    ...fact("needs", factors(needs)),
    ...[...dimensions].flatMap(([framework, own]) => fact(`needs, ${framework}`, factors(own))),
    ...[...severity].flatMap(([framework, own]) => fact(`raised, ${framework}`, own.join(", "))),
    ...fact("strategies", factors(strategies)),
  ];
  return rows.length === 0 ? [] : [headed("What it weighs"), { kind: "facts", rows }];
}

function factors(map: ReadonlyMap<string, number>): string {
  return [...map].map(([id, factor]) => `${id} × ${factor}`).join(", ");
}

function fact(label: string, text: string): readonly Fact[] {
  return text === "" ? [] : [{ label, text }];
}

function supplementPart({ id, title, about, facets, items }: Supplement): readonly Block[] {
  const shares = [...facets].map(([facet, part]) => `${facet} ${share(part)}`).join(", ");
  return [
    headed(`Asked beside: ${title}`),
    { kind: "paragraph", text: `${id}: ${about} (${shares})` },
    ...items.map(
      (item): Block => ({
        kind: "entry",
        lead: { text: item.reverse ? `${item.id} (r)` : item.id, tone: "strong" },
        title: "",
        aside: null,
        facts: [...item.text].map(([audience, text]) => ({ label: audience, text })),
      }),
    ),
  ];
}

function keyPart({ id, title, values }: CultureKey): readonly Block[] {
  return [
    headed(title),
    ...[...values].map(
      ([value, { about, how, read, strategies }]): Block => ({
        kind: "entry",
        lead: { text: `${id}=${value}`, tone: "strong" },
        title: "",
        aside: null,
        facts: [
          { label: "means", text: about },
          { label: "carry out", text: how.join(" ") },
          { label: "read", text: read.join(" ") },
          ...fact("strategies", factors(strategies)),
        ],
      }),
    ),
  ];
}

function headed(text: string): Block {
  return { kind: "heading", level: 2, text };
}
