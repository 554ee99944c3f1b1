import type { Aggregate } from "../../src/aggregate/types.ts";
import { aggregateOf, framework, ITEM_IDS, type Person, uniform } from "./fixture.ts";

/** How the people of a made-up group answer an agreement item. */
const MOODS = [[5], [4, 5], [1], [1, 2], [3], [1, 2, 3, 4, 5], [2, 3, 4], [1, 5]] as const;

/** A made-up organisation: up to seven groups of 0–12 people, a blank among them, some of one mind, some who skip pages. */
export function organisation(seed: number): Aggregate {
  const random = uniform(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const united = random() < 0.25 ? pick(MOODS) : null;
  const optional = pick([0, 0.2, 0.5, 1]);
  const people = ["", "A", "B", "C", "D", "E", "F"].slice(0, 1 + Math.floor(random() * 7)).flatMap((group) => {
    const mood = united ?? pick(MOODS);
    const skips = pick([0, 0, 0, 0.1, 0.4]);
    const answersOptional = random() < optional ? pick([0.2, 1]) : 0;
    return Array.from({ length: Math.floor(random() * 13) }, (): Person => {
      const remote = random() < answersOptional;
      const asked = ITEM_IDS.filter((id) => (/^[RT]/.test(id) ? remote : random() >= skips));
      return { group, answers: Object.fromEntries(asked.map((id) => [id, answerTo(id, () => pick(mood), random)])) };
    });
  });
  return aggregateOf(people);
}

/** W2 is reverse-keyed and a low S1 is good, so a group of one mind answers them the other way round. */
function answerTo(id: string, agreement: () => number, random: () => number): number {
  if (id === "T1") return 10 + Math.floor(random() * 20);
  if (id === "recommend") return agreement() * 2;
  return id === "W2" || id === "S1" ? 6 - agreement() : agreement();
}

/** The columns of a made-up company. */
const COLUMNS = ["department", "site", "tenure"] as const;

/** Up to 80 people in departments, sites and lengths of service that overlap; many combinations hold one or two. */
export function company(seed: number): Aggregate {
  const random = uniform(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const some = (labels: readonly string[], most: number) => labels.slice(0, 1 + Math.floor(random() * most));
  const [departments, sites, tenures] = [
    some(["A", "B", "", "C"], 4),
    some(["North", "South", ""], 3),
    some(["old", "new"], 2),
  ];
  const united = random() < 0.2 ? pick(MOODS) : null;
  const places = departments.flatMap((a) => sites.flatMap((b) => tenures.map((c) => [a, b, c])));
  const people = places.flatMap((group) => {
    const mood = united ?? pick(MOODS);
    const skips = pick([0, 0, 0, 0.1, 0.3]);
    const answersOptional = pick([0, 0.2, 1]);
    return Array.from({ length: pick([0, 1, 1, 2, 3, 5, 8, 13]) }, (): Person => {
      const remote = random() < answersOptional;
      const asked = ITEM_IDS.filter((id) => (/^[RT]/.test(id) ? remote : random() >= skips));
      return { group, answers: Object.fromEntries(asked.map((id) => [id, answerTo(id, () => pick(mood), random)])) };
    });
  });
  return aggregateOf(people, framework(), COLUMNS);
}
