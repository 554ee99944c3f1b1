import type { Screen } from "../screen.ts";
import { type InterviewState, isPrivate } from "../state.ts";

export type KeyHint = Screen["keys"][number];

/** A screen with nothing on it but what is given. */
export function screen(state: InterviewState, parts: Partial<Screen> & Pick<Screen, "heading">): Screen {
  return {
    title: state.plan.title,
    progress: null,
    paragraphs: [],
    options: [],
    input: null,
    notice: state.notice,
    keys: [],
    wipe: false,
    ...parts,
  };
}

export function hints(...pairs: readonly (readonly [key: string, does: string] | null)[]): readonly KeyHint[] {
  return pairs.flatMap((pair) => (pair === null ? [] : [{ key: pair[0], does: pair[1] }]));
}

/** Keys that are there on every screen while somebody answers. */
export function lastHints(state: InterviewState): readonly KeyHint[] {
  return hints(
    ["?", "help"],
    ["q", "save and stop"],
    isPrivate(state) && state.seat !== null ? ["w", "withdraw"] : null,
  );
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** What a room needs to talk one question over: a planning figure, and said to be one. */
const MINUTES_OF_TALK = 2;

export function talkingTime(items: number): string {
  return `Allow about ${counted(items * MINUTES_OF_TALK, "minute")} for talking, as an estimate.`;
}

/** A user's text, short enough to stand on a screen among others. */
export function shortened(text: string, longest: number): string {
  const signs = [...text];
  return signs.length <= longest
    ? text
    : `${signs
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}
