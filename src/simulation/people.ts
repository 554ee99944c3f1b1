import { createDraws, type Draws } from "../numeric/draws.ts";
import { drawReply, type Reply, straightReply, UNANSWERED } from "./replies.ts";
import type { Segment, Survey } from "./survey.ts";

/** Somebody who does not exist. */
export interface Person {
  /** One per question of the survey. */
  readonly replies: readonly Reply[];
  /** One per segment of the survey; "" where it was left open. */
  readonly segments: readonly string[];
  /** Gave the same answer all the way down. */
  readonly careless: boolean;
}

export interface PeopleOptions {
  /** An integer. */
  readonly seed: number;
  /** How well things stand on average, 0–100: the middle of the people's levels. */
  readonly level: number;
  /** Standard deviation of the people's levels, in the same points, 0–50. */
  readonly spread: number;
  /** Share of questions left without an answer, 0–1; half as many again are "not applicable" or "don't know". */
  readonly missing: number;
  /** Share of people who answer carelessly, 0–1. */
  readonly careless: number;
  /** Nobody can say "not applicable" or "don't know": who would have, leaves the question open. */
  readonly reasons: boolean;
}

export const USUAL = { level: 55, spread: 14, missing: 0.03, careless: 0.03, reasons: true } as const;

/** Largest to smallest group by position: 1, 1/2^0.8, 1/3^0.8 … of the first. */
const FALL = 0.8;
/** What belonging to the group of a position adds, in standard deviations of the people's levels. */
const SHIFTS = [0.15, -0.55, 0.35, -0.25, 0.6, -0.4];
/** How far one person's dimensions stand apart, as a share of the spread between people. */
const APART = 0.6;
/** How far the dimensions stand apart for everybody, on the scale 0–1. */
const PROFILE = 0.05;

/** People one after another; the same survey and options give the same people, however many are asked for. */
export function createPeople(survey: Survey, options: PeopleOptions): () => Person {
  const draws = createDraws(options.seed, 1);
  const profile = Array.from({ length: survey.dimensions }, () => PROFILE * draws.normal());
  const spread = options.spread / 100;
  return () => {
    const places = survey.segments.map((segment) => drawPlace(segment, draws));
    const segments = places.map((place, at) => survey.segments[at]?.options[place] ?? "");
    if (draws.uniform() < options.careless)
      return { replies: survey.questions.map(straightReply(draws.uniform())), segments, careless: true };
    const lift = options.level / 100 + spread * (draws.normal() + shiftOf(places));
    const levels = profile.map((offset) => lift + offset + spread * APART * draws.normal());
    const own = spread * spread * (1 + APART * APART);
    const replies = survey.questions.map((question) =>
      drawReply(question, { levels, variance: own, missing: options.missing, reasons: options.reasons, draws }),
    );
    return { replies: answeredAtAll(replies, survey), segments, careless: false };
  };
}

/** Position of an option; −1: left open, which a few do. */
function drawPlace({ options }: Segment, draws: Draws): number {
  const weights = options.map((_, at) => (at + 1) ** -FALL);
  let rest = draws.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  if (draws.uniform() < 0.02) return -1;
  return Math.max(
    0,
    weights.findIndex((weight) => {
      rest -= weight;
      return rest < 0;
    }),
  );
}

/** The second segment counts half as much as the first, and so on. */
function shiftOf(places: readonly number[]): number {
  return places.reduce((sum, place, at) => sum + (SHIFTS[place % SHIFTS.length] ?? 0) / 2 ** at, 0);
}

/** Who takes part answers something: an export has no row for anybody else. */
function answeredAtAll(replies: readonly Reply[], { questions }: Survey): readonly Reply[] {
  const [first] = questions;
  if (first === undefined || replies.some((reply) => reply !== UNANSWERED)) return replies;
  return [straightReply(0.5)(first), ...replies.slice(1)];
}
