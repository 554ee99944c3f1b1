import type { TriageSignResult } from "../audit/types.ts";
import { STEERED } from "../framework/steered.ts";
import type { Strategy } from "../framework/types.ts";
import { triageOf } from "../statistics/triage.ts";
import type { AudienceView } from "./options.ts";

/** What a dimension of a sign counts for in the plan. */
export interface Concern {
  /** Some sign it belongs to is red or amber: only then is there something to do. */
  readonly isPressing: boolean;
  /** Audiences of the strategies that those signs are about; empty: any. */
  readonly about: readonly string[];
}

type View = Pick<AudienceView, "framework" | "cell">;

/** Dimension id → its concern; a dimension of no sign is not there. */
export function concernsOf({ framework, cell }: View): ReadonlyMap<string, Concern> {
  const colours = new Map(signsOf({ framework, cell }).map(({ id, colour }) => [id, colour]));
  const concerns = new Map<string, Concern>();
  for (const sign of framework.triage?.signs ?? []) {
    const isPressing = isBad(colours.get(sign.id));
    for (const id of [sign.trend, sign.severity]) {
      const before = concerns.get(id);
      const about = isPressing ? wordsOf(sign.audiences) : null;
      concerns.set(id, { isPressing: isPressing || before?.isPressing === true, about: joined(before, about) });
    }
  }
  return concerns;
}

/** The signs as they are published of these people; none where the framework has no triage. */
function signsOf({ framework, cell }: View): readonly TriageSignResult[] {
  return triageOf(framework, cell)?.signs ?? [];
}

function isBad(colour: TriageSignResult["colour"] | undefined): boolean {
  return colour === "red" || colour === "amber";
}

/** Why a triage leaves nothing to plan: no sign is bad. Null where one is, or where there is no triage. */
export function whyNothingPresses(views: readonly View[]): string | null {
  const signs = views.flatMap(signsOf);
  if (signs.length === 0 || signs.some(({ colour }) => isBad(colour))) return null;
  const unknown = [...new Set(signs.filter(({ colour }) => colour === "grey").map(({ title }) => title))];
  if (unknown.length === 0) return "All signs are green, so there is nothing to plan for.";
  const named = unknown.map((title) => `"${title}"`).join(", ");
  return `No sign is red or amber, so there is nothing to plan for. Not known, and worth finding out: ${named}.`;
}

/** A sign without a word that strategies go by is about anybody. */
function wordsOf(audiences: readonly string[]): readonly string[] {
  return STEERED.audiences.filter((word) => audiences.includes(word));
}

/** Of two pressing signs with one dimension, whom either is about; about anybody where one is. */
function joined(before: Concern | undefined, about: readonly string[] | null): readonly string[] {
  if (about === null) return before?.about ?? [];
  if (before?.isPressing !== true) return about;
  return before.about.length === 0 || about.length === 0 ? [] : wordsOf([...before.about, ...about]);
}

/** The circles that the needs of a survey are about, each once; the first, of nobody in particular, is always there. */
export function circlesOf(concerns: ReadonlyMap<string, Concern>): readonly (readonly string[])[] {
  const circles = new Map([[], ...[...concerns.values()].map(({ about }) => about)].map((one) => [one.join("+"), one]));
  return [...circles.values()];
}

/** A strategy for other people is no remedy of a sign about these. */
export function suits({ audiences }: Strategy, about: readonly string[]): boolean {
  return about.length === 0 || audiences.length === 0 || about.some((one) => audiences.includes(one));
}
