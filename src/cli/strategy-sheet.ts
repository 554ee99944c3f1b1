import { profileFit } from "../diagnosis/profile.ts";
import type { Profile, Strategy } from "../framework/types.ts";
import { short } from "../render/numbers.ts";
import type { Block, Fact, Sheet, TableRow } from "../render/sheet.ts";
import { intensityWords, listWords, monthsWords, plural } from "../render/words.ts";

/** What a strategy is told together with. */
export interface StrategyShelf {
  readonly strategies: readonly Strategy[];
  readonly profiles: readonly Profile[];
  /** Facet → what it means, in the words of the schema. */
  readonly facets: ReadonlyMap<string, string>;
}

/** The levels of the catalogue, in its order. */
export const LEVELS: Readonly<Record<Strategy["level"], { readonly title: string; readonly about: string }>> = {
  initial: { title: "Initial", about: "habits that anybody can begin with" },
  structured: { title: "Structured", about: "fixed ways of doing things" },
  advanced: { title: "Advanced", about: "what takes time, skill and backing" },
  repair: { title: "Repair", about: "after something went wrong" },
  "privacy-automation": { title: "Privacy and automation", about: "data, machines and the people beside them" },
  governance: { title: "Governance", about: "rules, owners, outside eyes and bad days" },
  outward: { title: "Outward", about: "customers, suppliers and neighbours" },
};

const ESTIMATES = "Effort and months are starting estimates from practice.";

/** The facets' meanings as the strategies' schema (JSON) describes them; what it does not describe is left out. */
export function facetMeanings(schema: string): ReadonlyMap<string, string> {
  const { properties } = JSON.parse(schema) as {
    properties: { facets: { properties: Readonly<Record<string, { description?: string }>> } };
  };
  const described = Object.entries(properties.facets.properties);
  return new Map(described.flatMap(([id, { description }]) => (description === undefined ? [] : [[id, description]])));
}

/** The catalogue at a glance: `frameworks list --strategies`. */
export function strategiesSheet(strategies: readonly Strategy[]): Sheet {
  return {
    title: "Strategies",
    subtitle: `${plural(strategies.length, "strategy", "strategies")} that a plan chooses from`,
    blocks: [
      {
        kind: "table",
        columns: [
          { title: "id" },
          { title: "title", wrapTo: 16 },
          { title: "effort", align: "right" },
          { title: "months", align: "right" },
        ],
        rows: Object.entries(LEVELS).flatMap(([level, { title, about }]): readonly TableRow[] => {
          const own = strategies.filter((strategy) => strategy.level === level);
          return own.length === 0 ? [] : [{ heading: `${title}: ${about}` }, ...own.map(listed)];
        }),
      },
      {
        kind: "paragraph",
        text: `Effort is 1 (low) to 4 (high); months are those until it shows. ${ESTIMATES} More of one: trust-audit frameworks show ID.`,
        tone: "quiet",
      },
    ],
  };
}

function listed({ id, title, effort, months }: Strategy): TableRow {
  return [id, title, short(effort), monthsWords(months).replace(" months", "")];
}

/** One strategy with every field: `frameworks show ID`. */
export function strategySheet(strategy: Strategy, shelf: StrategyShelf): Sheet {
  const { id, title, outcome, facets } = strategy;
  return {
    title,
    maker: id,
    blocks: [
      { kind: "paragraph", text: outcome },
      { kind: "facts", rows: sizeFacts(strategy) },
      headed("What to do"),
      { kind: "facts", rows: doFacts(strategy) },
      headed("What it answers"),
      {
        kind: "table",
        columns: [{ title: "facet" }, { title: "strength", align: "right" }, { title: "means", wrapTo: 20 }],
        rows: [...facets].map(([facet, strength]) => [facet, short(strength), shelf.facets.get(facet) ?? ""]),
      },
      {
        kind: "paragraph",
        text: "The strength is the part of the need for a facet that it takes away in the plan, from 0 to 1.",
        tone: "quiet",
      },
      headed("Where it fits"),
      { kind: "facts", rows: fitFacts(strategy, shelf) },
      headed("How it goes well, and how it goes wrong"),
      { kind: "facts", rows: careFacts(strategy) },
      { kind: "paragraph", text: ESTIMATES, tone: "quiet" },
    ],
  };
}

/** Every field of a strategy but its title, in one list. */
export function strategyFacts(strategy: Strategy, shelf: StrategyShelf): readonly Fact[] {
  const facets = [...strategy.facets].map(([facet, strength]) => `${facet} ${short(strength)}`).join(", ");
  return [
    { label: "id", text: strategy.id },
    { label: "what comes of it", text: strategy.outcome },
    ...sizeFacts(strategy),
    ...doFacts(strategy),
    { label: "answers", text: facets },
    ...fitFacts(strategy, shelf),
    ...careFacts(strategy),
  ];
}

function sizeFacts({ level, effort, intensity, months }: Strategy): readonly Fact[] {
  return [
    { label: "level", text: `${LEVELS[level].title}: ${LEVELS[level].about}` },
    { label: "effort", text: `${short(effort)} (${intensityWords(intensity)})` },
    { label: "shows in", text: monthsWords(months) },
  ];
}

function doFacts({ firstStep, actions }: Strategy): readonly Fact[] {
  return [
    { label: "next week", text: firstStep, tone: "strong" },
    ...actions.map((text, at): Fact => ({ label: `step ${at + 1}`, text })),
  ];
}

function fitFacts(strategy: Strategy, { strategies, profiles }: StrategyShelf): readonly Fact[] {
  const { id, prerequisites, audiences, breaches, sectors } = strategy;
  const named = (ids: readonly string[]) =>
    ids.length === 0 ? "nothing" : ids.map((one) => titled(one, strategies)).join("; ");
  const needing = strategies.filter((one) => one.prerequisites.includes(id)).map((one) => one.id);
  const fits = profiles.flatMap((profile) => fitsOf(profile, strategy));
  return [
    { label: "needs first", text: named(prerequisites) },
    { label: "needed by", text: named(needing) },
    { label: "for", text: audiences.length === 0 ? "everyone" : listWords(audiences, "and") },
    { label: "after a breach", text: breaches.length === 0 ? "of any kind" : `of ${listWords(breaches, "or")}` },
    { label: "sectors", text: sectors.length === 0 ? "any" : listWords(sectors, "and") },
    { label: "lifted by", text: fitWords(fits.filter(({ fit }) => fit > 1)) },
    { label: "lowered by", text: fitWords(fits.filter(({ fit }) => fit < 1)) },
  ];
}

/** "Open the books (open-books)"; of one that is not in the catalogue its id. */
function titled(id: string, strategies: readonly Strategy[]): string {
  const found = strategies.find((strategy) => strategy.id === id);
  return found === undefined ? id : `${found.title} (${id})`;
}

interface Fit {
  /** As it is chosen: `healthcare`, `culture:context=high`. */
  readonly chosen: string;
  readonly fit: number;
}

/** What a profile, or each value of a culture profile by itself, multiplies the strengths by. */
function fitsOf(profile: Profile, strategy: Strategy): readonly Fit[] {
  const fitOf = (values: ReadonlyMap<string, string>) => profileFit({ profile, values, text: "" }, strategy);
  if (profile.keys.length === 0) return [{ chosen: profile.id, fit: fitOf(new Map()) }];
  return profile.keys.flatMap(({ id, values }) =>
    [...values.keys()].map((value) => ({
      chosen: `${profile.id}:${id}=${value}`,
      fit: fitOf(new Map([[id, value]])),
    })),
  );
}

function fitWords(fits: readonly Fit[]): string {
  return fits.length === 0 ? "no profile" : fits.map(({ chosen, fit }) => `${chosen} × ${short(fit)}`).join(", ");
}

function careFacts({ culture, pitfall, watch }: Strategy): readonly Fact[] {
  return [
    ...[...culture].map(([key, text]): Fact => ({ label: `culture, ${key.replaceAll("-", " ")}`, text })),
    { label: "goes wrong", text: pitfall },
    { label: "watch", text: watch },
  ];
}

function headed(text: string): Block {
  return { kind: "heading", level: 2, text };
}
