import { createFold } from "../../src/aggregate/fold.ts";
import { createPlan } from "../../src/aggregate/plan.ts";
import type { Aggregate, Cell } from "../../src/aggregate/types.ts";
import type { Grouping } from "../../src/audit/grouping.ts";
import type { Composite, Dimension, Framework, Item, Outcome, Scale, Unit } from "../../src/framework/types.ts";
import { MISSING, NOT_ASKED } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createScorer } from "../../src/scoring/scorer.ts";

/** Answers by item id; an item left out is unanswered. */
export interface Person {
  /** Values of the segment columns; of "department" alone, where it is a text. */
  readonly group: string | readonly string[];
  readonly answers: Readonly<Record<string, number>>;
  /** In units of 1/100000; 1 where none is given, and no plan has weights unless one is. */
  readonly weight?: number;
}

const points = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ code: from + at, aliases: [] }));
const words = { notApplicable: [], dontKnow: [] };
const agree: Scale = {
  ...{ kind: "coded", id: "agree", title: "Agreement", points: points(1, 5), min: 1, max: 5 },
  ...{ favourable: [4, 5], favourableWhenLower: [1, 2], ...words },
};
const rating: Scale = {
  ...{ kind: "coded", id: "rating", title: "0 to 10", points: points(0, 10), min: 0, max: 10 },
  ...{ favourable: [9, 10], favourableWhenLower: [0, 1], ...words },
};
const turnover: Scale = {
  ...{ kind: "figure", id: "turnover", title: "Turnover", worst: 40, best: 0, decimals: 0, unit: "%", ...words },
};

function item(id: string, dimension: string | null, extra: Partial<Item> = {}): Item {
  const base = { id, text: new Map([["staff", id]]), scale: "agree", reverse: false, weight: 1, optional: false };
  return { ...base, ...(dimension === null ? {} : { dimension }), ...extra };
}

const ITEMS: readonly Item[] = [
  ...[item("W1", "words"), item("W2", "words", { reverse: true })],
  ...[item("D1", "deeds"), item("D2", "deeds", { weight: 2 }), item("D3", "deeds")],
  ...[item("S1", "strain"), item("S2", "strain")],
  ...[item("R1", "remote"), item("R2", "remote")],
  ...[item("T1", "churn", { scale: "turnover" })],
  ...[item("recommend", null, { scale: "rating" }), item("content", null), item("mood", null)],
];

function dimension(id: string, extra: Partial<Dimension> = {}): Dimension {
  return {
    ...{ id, title: id, about: "", direction: "higher", min: 1, max: 5, target: 75, bands: [], minAnswered: 0.5 },
    ...{ weight: 1, optional: false, facets: new Map([["openness", 1]]) },
    ...{ supplementary: false, companions: [], audiences: ["staff"] },
    items: ITEMS.filter((candidate) => candidate.dimension === id).map((candidate) => candidate.id),
    ...extra,
  };
}

function composite(id: string, inputs: readonly [string, string]): Composite {
  const [left, right] = [{ kind: "name", name: inputs[0] } as const, { kind: "name", name: inputs[1] } as const];
  return {
    ...{ id, title: id, about: "", formula: inputs.join(" / "), inputs, direction: "higher", transform: "linear" },
    ...{ byAudience: null, skipMissing: false, capped: false },
    ...{ tree: { kind: "binary", op: "/", left, right }, worst: 0.2, best: 5, target: 75, bands: [] },
  };
}

const outcome = (id: string, statistic: Outcome["statistic"]): Outcome => ({ id, item: id, title: id, statistic });

/** Three dimensions that everyone is asked, two optional ones (one of a business figure), an NPS, a CSAT and a mean. */
export function framework(unit: Unit = "person"): Framework {
  return {
    ...{ id: "small", version: "1.0.0", title: "Small", purpose: "", provenance: "", sources: [], unit },
    ...{
      audiences: [{ id: "staff", title: "Staff", standsFor: ["employees"] }],
      reading: "index",
      minutes: 2,
      blocks: [],
      forms: [],
      links: [],
      findings: [],
    },
    scales: new Map([agree, rating, turnover].map((scale) => [scale.id, scale])),
    items: ITEMS,
    dimensions: [
      ...[dimension("words"), dimension("deeds"), dimension("strain", { direction: "lower" })],
      ...[dimension("remote", { optional: true }), dimension("churn", { optional: true, min: 0, max: 100 })],
    ],
    composites: [composite("trust", ["words", "strain"]), composite("distance", ["deeds", "remote"])],
    outcomes: [outcome("recommend", "nps"), outcome("content", "csat"), outcome("mood", "mean")],
    ...{ headline: "trust", strategies: [], hash: "0".repeat(64) },
    ...{ guide: null, ladder: null, journey: null, triage: null, context: [], lenses: [], outlook: null },
  };
}

/** Nobody answers S2: it is there so that strain, with one answer a person, is no dimension of one item. */
export const ITEM_IDS = ITEMS.map(({ id }) => id).filter((id) => id !== "S2");

/** `a`, `a/b` or `a,b`, as a user writes it. */
export function grouping(text: string): Grouping {
  const kind = text.includes("/") ? "hierarchy" : text.includes(",") ? "crossing" : "single";
  return { text, kind, columns: text.split(/[/,]/) };
}

/** A release of everyone by these groupings. */
export function asking(...texts: readonly string[]) {
  return { groupings: texts.map(grouping), where: null, wave: null };
}

/** Scores and counts the people, one atom per group. */
export function aggregateOf(
  people: readonly Person[],
  asked: Framework = framework(),
  segments: readonly string[] = ["department"],
): Aggregate {
  const program = compileProgram(asked);
  const plan = createPlan(program, { segments, weighted: people.some(({ weight }) => weight !== undefined) });
  const scorer = createScorer(program);
  const fold = createFold(program, plan);
  const atoms = new Map<string, Cell>();
  for (const person of people) {
    const key = JSON.stringify(typeof person.group === "string" ? [person.group] : person.group);
    const cell = atoms.get(key) ?? new Float64Array(plan.length);
    atoms.set(key, cell);
    const audience = typeof person.group === "string" ? undefined : person.group[segments.indexOf("audience")];
    const isAsked = (id: string) => asked.items.some((one) => one.id === id && one.text.has(audience ?? ""));
    const blank = (id: string) => (audience === undefined || isAsked(id) ? MISSING.unanswered : NOT_ASKED);
    const answers = Float64Array.from(program.items, ({ id }) => person.answers[id] ?? blank(id));
    const flags = { longestRun: 0, longRun: false, straightLine: false, timed: false, fast: false, variability: 500 };
    fold(cell, { answers, scored: scorer.score(answers), flags, weight: person.weight ?? 100_000 });
  }
  const excluded = { preview: 0, spam: 0, incomplete: 0, empty: 0, ragged: 0, duplicate: 0, careless: 0 };
  const scored = people.length;
  return { plan, atoms, ledger: { read: scored, excluded, scored, repeatedIds: 0, unknownAnswers: 0 } };
}

/** Everything answered, spread over the scales so that no small group says the same. */
export function crowd(
  group: string,
  size: number,
  change: (at: number) => Record<string, number | undefined> = () => ({}),
) {
  return Array.from({ length: size }, (_, at): Person => {
    const own = Object.fromEntries(ITEM_IDS.map((id, place) => [id, 1 + ((at * 2 + place) % 5)]));
    const answers = Object.entries({ ...own, T1: 5 + at, recommend: [10, 8, 3, 9, 6][at % 5], ...change(at) });
    const given = answers.filter((entry): entry is [string, number] => entry[1] !== undefined);
    return { group, answers: Object.fromEntries(given) };
  });
}

/** A small seeded source of randomness (mulberry32): uniform on [0, 1). */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
