import { mannerOf, type Question, questionsOf } from "./questions.ts";
import { after, draftKey, type Past } from "./replay.ts";
import type { Entry, InterviewPlan, LineOf, QuestionKey, Seat } from "./types.ts";

/** Everything about a survey at one moment. Never changed; each key gives a new one. */
export interface InterviewState {
  readonly plan: InterviewPlan;
  /** What everybody has said, in the order people sat down. */
  readonly seats: readonly Seat[];
  readonly ended: null | "closed" | "paused";
  readonly past: Past;
  /** Number of the seat that answers; null between seats. */
  readonly seat: number | null;
  /** The questions of that seat, in its order. */
  readonly questions: readonly Question[];
  readonly sealed: Sealed;
  readonly at: Place;
  readonly notice: Notice | null;
}

export interface Step {
  readonly state: InterviewState;
  /** What is to be on disk before the state is shown. */
  readonly entries: readonly Entry[];
}

/** What a seat said before an interruption: whoever comes back cannot see or change it. */
export interface Sealed {
  readonly questions: ReadonlySet<QuestionKey>;
  readonly comments: ReadonlyMap<QuestionKey, string>;
}

export const NOT_SEALED: Sealed = { questions: new Set(), comments: new Map() };

export interface Notice {
  readonly text: string;
  readonly tone: "plain" | "warning";
}

/** Where on the screen one is. */
export type Place =
  | { readonly at: "welcome" }
  | { readonly at: "handover" }
  | { readonly at: "interrupted" }
  /** A turn is over, and whoever had it is told so. */
  | { readonly at: "thanks"; readonly withdrawn: boolean }
  | QuestionPlace
  | ReviewPlace
  | { readonly at: "asking"; readonly what: Asked; readonly over: Place }
  | { readonly at: "help"; readonly over: Place };

export type Asked = "withdraw" | "discard" | "quit" | "end";

export interface QuestionPlace {
  readonly at: "question";
  /** Into `questions`. */
  readonly index: number;
  readonly line: { readonly what: LineOf; readonly text: string } | null;
  /** Digits pressed that may still become a longer code. */
  readonly pending: string;
  /** Where the arrow keys are, into the choices. */
  readonly marked: number | null;
  /** Reached from the review, and goes back there. */
  readonly fromReview: boolean;
}

export interface ReviewPlace {
  readonly at: "review";
  /** The number of a question, being typed. */
  readonly text: string;
}

export function stay(state: InterviewState, notice: Notice | null = null): Step {
  return { state: { ...state, notice }, entries: [] };
}

export function warn(state: InterviewState, text: string): Step {
  return stay(state, { text, tone: "warning" });
}

/** A step that only moves. */
export function move(state: InterviewState, at: Place, text: string | null = null): Step {
  return { state: { ...state, at, notice: text === null ? null : { text, tone: "plain" } }, entries: [] };
}

/** The step on which these entries happen, and then the move from the state they lead to. */
export function record(state: InterviewState, entries: readonly Entry[], then: (state: InterviewState) => Step): Step {
  const past = entries.reduce(after, state.past);
  const next = then({ ...state, past, seats: past.seats, ended: past.closed ? "closed" : state.ended, notice: null });
  return { state: next.state, entries: [...entries, ...next.entries] };
}

export function seatOf({ seats, seat }: InterviewState): Seat | null {
  return seats.find((one) => one.seat === seat) ?? null;
}

export function isPrivate({ plan }: Pick<InterviewState, "plan">): boolean {
  return plan.setup.seating.kind === "participants";
}

/** How many are to sit down in all. */
export function placesOf({ plan, past }: InterviewState): number {
  const { seating } = plan.setup;
  return past.places ?? (seating.kind === "participants" ? seating.count : 1);
}

/** A seat is taken: its questions in its order. */
export function seated(state: InterviewState, seat: number): InterviewState {
  return { ...state, seat, questions: questionsOf(state.plan, seat), sealed: NOT_SEALED };
}

/** Between seats: nothing of the one before is left. */
export function unseated(state: InterviewState): InterviewState {
  return { ...state, seat: null, questions: [], sealed: NOT_SEALED };
}

/** The question with this index as it is first shown; the review behind the last one. */
export function opened(state: InterviewState, index: number, fromReview = false): Place {
  const question = state.questions[index];
  if (question === undefined) return { at: "review", text: "" };
  const line =
    mannerOf(question) === "key" ? null : { what: "answer" as const, text: draftOf(state, question.key, "answer") };
  return { at: "question", index, line, pending: "", marked: null, fromReview };
}

export function draftOf({ past }: InterviewState, question: QuestionKey, line: LineOf): string {
  return past.drafts.get(draftKey(question, line))?.text ?? "";
}

/** The next question in this direction that may be seen, or null where there is none. */
export function neighbour({ questions, sealed }: InterviewState, from: number, step: 1 | -1): number | null {
  for (let index = from + step; index >= 0 && index < questions.length; index += step)
    if (!sealed.questions.has(questions[index]?.key ?? "")) return index;
  return null;
}

/** The question after this one, or the review. */
export function onwards(state: InterviewState, { index, fromReview }: QuestionPlace): Place {
  return opened(state, fromReview ? state.questions.length : (neighbour(state, index, 1) ?? state.questions.length));
}
