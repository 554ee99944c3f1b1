import type { Framework } from "../../src/framework/types.ts";
import { framework, ITEM_IDS, type Person, uniform } from "./fixture.ts";

export const COLUMNS: readonly string[] = ["department", "site", "tenure"];
const ITEMS: readonly string[] = [...ITEM_IDS, "S2", "H1"];

/** The small framework with a dimension of one item. */
export function asked(): Framework {
  const base = framework();
  const [item] = base.items;
  const [dimension] = base.dimensions;
  if (item === undefined || dimension === undefined) throw new Error("the small framework is empty");
  return {
    ...base,
    items: [...base.items, { ...item, id: "H1", dimension: "hope" }],
    dimensions: [...base.dimensions, { ...dimension, id: "hope", title: "hope", items: ["H1"] }],
  };
}

const MOODS = [[5], [4, 5], [1], [1, 2], [3, 4], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [2, 3, 4], [1, 5]] as const;

/** 10–60 people in departments, sites and lengths of service that overlap; blanks, groups of one mind, pages few have seen. */
export function peopleOf(seed: number): readonly Person[] {
  const random = uniform(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const some = (labels: readonly string[]) => labels.slice(0, 1 + Math.floor(random() * labels.length));
  const values = [some(["A", "B", "", "C", "D"]), some(["North", "South", ""]), some(["old", "new"])];
  const united = random() < 0.2 ? pick(MOODS) : null;
  const moods = new Map<string, readonly number[]>();
  const skips = pick([0, 0, 0, 0.05, 0.3]);
  const optional = pick([0, 0.15, 0.5, 1]);
  const lean = pick([1, 2, 3]);
  return Array.from({ length: 10 + Math.floor(random() * 51) }, (): Person => {
    // Leaning to the first values, so that the others are small.
    const group = values.map((labels) => labels[Math.floor(random() ** lean * labels.length)] ?? "");
    const key = group.slice(0, 2).join("/");
    const mood = united ?? moods.get(key) ?? pick(MOODS);
    moods.set(key, mood);
    return { group, answers: answersOf({ mood, skips, optional }, random) };
  });
}

interface Habits {
  readonly mood: readonly number[];
  readonly skips: number;
  readonly optional: number;
}

function answersOf({ mood, skips, optional }: Habits, random: () => number): Readonly<Record<string, number>> {
  const sees = random() < optional;
  const agreement = () => mood[Math.floor(random() * mood.length)] ?? 3;
  const given = ITEMS.filter((id) => (/^[RT]/.test(id) ? sees : random() >= skips));
  return Object.fromEntries(given.map((id) => [id, answerTo(id, agreement(), random)]));
}

/** W2 is reverse-keyed, and little strain is good. */
function answerTo(id: string, agreement: number, random: () => number): number {
  if (id === "T1") return 10 + Math.floor(random() * 20);
  if (id === "recommend") return agreement * 2;
  return /^(W2|S.)$/.test(id) ? 6 - agreement : agreement;
}

/** The same people one wave earlier: 0–8 of them were not there yet, and 0–8 others have left since. */
export interface Waves {
  readonly pairs: readonly (readonly [before: Person, after: Person])[];
  readonly joiners: readonly Person[];
  readonly leavers: readonly Person[];
}

export function wavesOf(seed: number): Waves {
  const random = uniform(seed ^ 0x2545f491);
  const all = peopleOf(seed);
  const joined = Math.min(all.length - 5, Math.floor(random() * 9));
  const left = Math.floor(random() * 9);
  const habits = { skips: random() < 0.7 ? 0 : 0.1, optional: 0.5 };
  const mood = random() < 0.2 ? [4, 5] : [1, 2, 3, 4, 5];
  const kind = random();
  const answered = (person: Person, moods: readonly number[]): Person => {
    return { ...person, answers: answersOf({ ...habits, mood: moods }, random) };
  };
  // Few who have not changed their minds; the best answers of those who joined, and the worst of those who left.
  const people = kind < 0.1 ? all.slice(0, joined + 9) : all;
  const apart = kind > 0.8;
  return {
    pairs: people.slice(joined).map((person) => [kind < 0.1 ? person : answered(person, mood), person]),
    joiners: people.slice(0, joined).map((person) => (apart ? answered(person, [5]) : person)),
    leavers: people.slice(0, left).map((person) => answered(person, apart ? [1] : mood)),
  };
}
