/** Made-up populations whose true values are known, because everybody in them can be counted. */
import { createDraws, type Draws } from "../../src/numeric/draws.ts";
import { type Answers, type Counter, ONE, type Person } from "../reference/cells.ts";
import { MEASURES } from "./survey.ts";

/** How answers are spread; on a scale of 1–5 before rounding and cutting. */
export const SHAPES = {
  "bell-shaped": { base: 3.2, effect: (draws: Draws) => 0.6 * draws.normal() },
  "ceiling-skewed": { base: 4.6, effect: (draws: Draws) => 0.6 * draws.normal() },
  uniform: { base: 3, effect: (draws: Draws) => 2.4 * (2 * draws.uniform() - 1) },
  "two camps": { base: 3, effect: (draws: Draws) => (draws.uniform() < 0.5 ? -1.3 : 1.3) + 0.2 * draws.normal() },
} as const;

export type Shape = keyof typeof SHAPES;

/** One person at two times. `keen`: sampled three times as often in a weighted survey, and weighted down for it. */
export interface TwoTimes {
  readonly before: Person;
  readonly after: Person;
  readonly keen: boolean;
}

export interface Population {
  readonly shape: Shape;
  readonly people: readonly TwoTimes[];
  readonly keen: readonly TwoTimes[];
  readonly others: readonly TwoTimes[];
}

/** How often a keen person is asked for one of the others. */
const KEENNESS = 3;
const NOISE = 0.75;
const UNANSWERED = 0.04;
/** Points by which everybody rises from the first time to the second. */
const RISE = 0.2;

export function createPopulation(counter: Counter, shape: Shape, size: number): Population {
  const draws = createDraws(20261122, Object.keys(SHAPES).indexOf(shape));
  const { base, effect } = SHAPES[shape];
  const made = Array.from({ length: size }, () => {
    const own = effect(draws);
    const later = own + RISE + 0.35 * draws.normal();
    return { own, before: answersOf(base, own, draws), after: answersOf(base, later, draws) };
  });
  const shareKeen = made.filter(({ own }) => own > 0).length / size;
  // Of n asked, KEENNESS in KEENNESS + 1 are keen: a weight is the share in the population over the share among those asked.
  const weightOf = (own: number) =>
    Math.round(ONE * (own > 0 ? (shareKeen * (KEENNESS + 1)) / KEENNESS : (1 - shareKeen) * (KEENNESS + 1)));
  const people = made.map(({ own, before, after }) => ({
    before: counter.person(before, weightOf(own)),
    after: counter.person(after, weightOf(own)),
    keen: own > 0,
  }));
  return { shape, people, keen: people.filter(({ keen }) => keen), others: people.filter(({ keen }) => !keen) };
}

/** Five answers to each measure, one for recommending (0–10) and one for being satisfied (1–5). */
function answersOf(base: number, own: number, draws: Draws): Answers {
  const asked = (x: number, [low, high]: readonly [number, number]) =>
    draws.uniform() < UNANSWERED ? null : Math.min(high, Math.max(low, Math.round(x)));
  const measures = MEASURES.flatMap(({ offset, sign }) => {
    const level = sign > 0 ? base + offset + own : 6 - (base + offset + own);
    return Array.from({ length: 5 }, () => asked(level + NOISE * draws.normal(), [1, 5]));
  });
  const recommend = asked(2.2 * (base + own) - 0.5 + 1.5 * draws.normal(), [0, 10]);
  return [...measures, recommend, asked(base + own + draws.normal(), [1, 5])];
}

/** n people, each as likely as any other, drawn with replacement. */
export function sample({ people }: Population, n: number, draws: Draws): readonly TwoTimes[] {
  return Array.from({ length: n }, () => pick(people, draws));
}

/** n people, the keen ones three times as likely. */
export function unequalSample({ keen, others }: Population, n: number, draws: Draws): readonly TwoTimes[] {
  return Array.from({ length: n }, () => pick(draws.uniform() < KEENNESS / (KEENNESS + 1) ? keen : others, draws));
}

function pick(people: readonly TwoTimes[], draws: Draws): TwoTimes {
  const one = people[draws.below(people.length)];
  if (one === undefined) throw new Error("nobody to draw from");
  return one;
}
