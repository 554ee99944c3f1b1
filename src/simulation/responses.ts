import { createDraws, type Draws } from "../numeric/draws.ts";
import type { Person } from "./people.ts";
import { type Reply, UNANSWERED } from "./replies.ts";

/** What becomes of a row when it is scored. Only `scored` rows are of the people asked for. */
export type Fate = "scored" | "preview" | "spam" | "unfinished" | "empty";

/** One row of an export: a person, and what a survey tool keeps beside the answers. */
export interface Response {
  readonly fate: Fate;
  /** From 1, through all rows. */
  readonly number: number;
  readonly replies: readonly Reply[];
  readonly segments: readonly string[];
  /** Seconds since the beginning of the survey. */
  readonly started: number;
  /** Seconds it took. */
  readonly duration: number;
  /** Share of the questions seen, 0–1. */
  readonly progress: number;
  readonly firstName: string;
  readonly lastName: string;
  /** At example.org, where nobody has an address. */
  readonly email: string;
  /** Of a range that is kept for documentation. */
  readonly ip: string;
  /** 32 letters and digits. */
  readonly token: string;
  /** What was written freely; mostly "". */
  readonly comment: string;
  /** Positions in HEARD, ascending; may be none. */
  readonly heard: readonly number[];
}

/** Options of a question that no framework asks: how people heard of the survey. Several may be ticked. */
export const HEARD = ["By e-mail", "On the notice board", "From a colleague", "Other"] as const;
export const HEARD_QUESTION = "How did you hear of this survey?";
export const COMMENT_QUESTION = "Is there anything else you would like to tell us?";

const FIRST_NAMES = ["Aldra", "Bemo", "Cintha", "Doru", "Elwie", "Famke-Lou", "Goran-Ti", "Hesper", "Ilko", "Jorunde"];
const LAST_NAMES = [
  "Madeupp",
  "Sampleton",
  "Testerly",
  "Nobodeau",
  "Fictavia",
  "O'Figment",
  "von Beispiel",
  "Placeholdt",
];
const IP_RANGES = ["192.0.2", "198.51.100", "203.0.113"];
const COMMENTS = [
  "No.",
  'They said "tomorrow", and then it was three weeks.',
  "Two things:\n- the dates\n- the tone",
  "Ask Hesper Madeupp; she knows; or write to hesper.madeupp.1@example.org",
  "=) thanks for asking",
  "Better than last year, but not much.",
];
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** After how many people's rows one of no use comes, and the first of them. */
const PLANTED: readonly { readonly fate: Fate; readonly every: number; readonly first: number }[] = [
  { fate: "preview", every: 40, first: 0 },
  { fate: "unfinished", every: 12, first: 4 },
  { fate: "spam", every: 30, first: 7 },
  { fate: "empty", every: 25, first: 9 },
];

export interface Rows {
  readonly people: number;
  readonly seed: number;
  /** Rows of no use that the survey tool keeps among the others. */
  readonly plants: readonly Fate[];
}

/** The rows of an export in order. next: the people; planted rows are of others, drawn by `other`. */
export function* responsesOf(
  { people, seed, plants }: Rows,
  next: () => Person,
  other: () => Person,
): Generator<Response> {
  const draws = createDraws(seed, 3);
  let number = 0;
  let started = 0;
  const dress = (person: Person, fate: Fate): Response => {
    number += 1;
    started += 20 + draws.below(400);
    return dressed(person, fate, { draws, number, started });
  };
  for (let at = 0; at < people; at += 1) {
    for (const { fate, every, first } of PLANTED)
      if (at % every === first && plants.includes(fate)) yield dress(other(), fate);
    yield dress(next(), "scored");
  }
}

interface Dressing {
  readonly draws: Draws;
  readonly number: number;
  readonly started: number;
}

function dressed(person: Person, fate: Fate, { draws, number, started }: Dressing): Response {
  const firstName = pick(FIRST_NAMES, draws);
  const lastName = pick(LAST_NAMES, draws);
  const asked = person.replies.length;
  const seen = fate === "unfinished" ? draws.below(asked) : fate === "empty" ? 0 : asked;
  // Seconds to begin with, and for each question: who does not read is done in no time.
  const [first, each] = person.careless ? [3, 1.2] : [15, 7 + 6 * draws.uniform()];
  return {
    fate,
    number,
    replies: person.replies.map((reply, at) => (at < seen ? reply : UNANSWERED)),
    segments: fate === "empty" ? person.segments.map(() => "") : person.segments,
    started,
    duration: first + Math.round(each * seen),
    progress: asked === 0 ? 1 : seen / asked,
    firstName,
    lastName,
    email: `${slug(firstName)}.${slug(lastName)}.${number}@example.org`,
    ip: `${pick(IP_RANGES, draws)}.${1 + draws.below(254)}`,
    token: Array.from({ length: 32 }, () => LETTERS[draws.below(LETTERS.length)]).join(""),
    comment: draws.uniform() < 0.1 && fate === "scored" ? pick(COMMENTS, draws) : "",
    heard: HEARD.flatMap((_, at) => (draws.uniform() < 0.35 && fate === "scored" ? [at] : [])),
  };
}

function pick(from: readonly string[], draws: Draws): string {
  return from[draws.below(from.length)] ?? "";
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}
