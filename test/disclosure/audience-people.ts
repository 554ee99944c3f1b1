import { forAudience } from "../../src/framework/audience.ts";
import type { Framework } from "../../src/framework/types.ts";
import { type Person, uniform } from "./fixture.ts";
import { asked } from "./lattice-people.ts";

const AUDIENCES = ["customers", "staff", "partners"] as const;
export const COLUMNS: readonly string[] = ["audience", "site", "tenure"];

/** Whom each dimension is asked of; what is not named is asked of all. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  deeds: ["customers", "partners"],
  strain: ["staff"],
  hope: ["partners"],
  remote: ["staff", "customers"],
  churn: ["staff"],
  content: ["customers"],
};
/** Nothing is asked of all. */
const APART: typeof OWN = { ...OWN, words: ["customers"], recommend: ["customers", "staff"], mood: ["partners"] };

/** The small framework of three audiences that are asked different things: with one dimension in common, or with none. */
export function frameworkOf(isApart: boolean): Framework {
  const of = (id: string) => (isApart ? APART : OWN)[id] ?? AUDIENCES;
  const base = asked();
  const whole: Framework = {
    ...base,
    audiences: AUDIENCES.map((id) => ({ id, title: id.toUpperCase(), standsFor: [id] })),
    items: base.items.map((item) => ({
      ...item,
      text: new Map(of(item.dimension ?? item.id).map((id) => [id, item.id] as const)),
    })),
    dimensions: base.dimensions.map((dimension) => ({ ...dimension, audiences: of(dimension.id) })),
  };
  return forAudience(whole, AUDIENCES);
}

const MOODS = [[5], [4, 5], [1], [1, 2], [3, 4], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [2, 3, 4], [1, 5]] as const;

/** 10–70 people of audiences that differ in size; some are of one mind, some leave pages out. */
export function peopleOf(seed: number, framework: Framework): readonly Person[] {
  const random = uniform(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const some = (labels: readonly string[]) => labels.slice(0, 1 + Math.floor(random() * labels.length));
  const values = [AUDIENCES.slice(0, 2 + Math.floor(random() * 2)), some(["North", "South", ""]), some(["old", "new"])];
  const united = random() < 0.2 ? pick(MOODS) : null;
  const moods = new Map<string, readonly number[]>();
  const skips = pick([0, 0, 0, 0.05, 0.3]);
  const lean = pick([1, 2, 3]);
  return Array.from({ length: 10 + Math.floor(random() * 61) }, (): Person => {
    const group = values.map((labels) => labels[Math.floor(random() ** lean * labels.length)] ?? "");
    const [audience = ""] = group;
    const mood = united ?? moods.get(audience) ?? pick(MOODS);
    moods.set(audience, mood);
    const own = framework.items.filter(({ text }) => text.has(audience));
    const given = own.filter(() => random() >= skips);
    return { group, answers: Object.fromEntries(given.map(({ id }) => [id, answerTo(id, pick(mood), random)])) };
  });
}

function answerTo(id: string, agreement: number, random: () => number): number {
  if (id === "T1") return 10 + Math.floor(random() * 20);
  if (id === "recommend") return agreement * 2;
  return /^(W2|S.)$/.test(id) ? 6 - agreement : agreement;
}
