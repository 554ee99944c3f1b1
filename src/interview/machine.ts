import { atHandover, atInterrupted, atThanks, atWelcome } from "./keys/doors.ts";
import { asking } from "./keys/everywhere.ts";
import { atLine, lineChanged } from "./keys/line.ts";
import { atQuestion, type Shown } from "./keys/question.ts";
import { atReview, numberChanged } from "./keys/review.ts";
import { firstOpen } from "./keys/seats.ts";
import { pastOf } from "./replay.ts";
import { isOfPeople } from "./seating.ts";
import { type InterviewState, move, NOT_SEALED, opened, type QuestionPlace, type Step, seated, stay } from "./state.ts";
import type { Entry, InterviewPlan, Key } from "./types.ts";

export type { InterviewState, Step } from "./state.ts";

/** A survey in which nobody has said anything yet. */
export function begin(plan: InterviewPlan): InterviewState {
  return resume(plan, []);
}

/**
 * The survey as these entries left it. A single person or a room goes on where they were, a line half typed included.
 * Where several take turns, a seat that had not finished is sealed: it goes on, but shows nothing of what it said; and the
 * survey is over only when somebody said so, since a latecomer may be let in even when every place is taken.
 */
export function resume(plan: InterviewPlan, entries: Iterable<Entry>): InterviewState {
  const past = pastOf(entries);
  const { seats, closed } = past;
  const blank = { plan, seats, past, seat: null, questions: [], sealed: NOT_SEALED, notice: null };
  const unfinished = seats.find((seat) => seat.status === "answering");
  const turns = isOfPeople(plan.setup.seating);
  // A crash may fall between the last "finish" and the "close" behind it.
  if (closed || (!turns && seats.length > 0 && unfinished === undefined))
    return { ...blank, ended: "closed", at: { at: "handover" } };
  const at = turns ? (unfinished === undefined ? "handover" : "interrupted") : "welcome";
  const state: InterviewState = { ...blank, ended: null, at: { at } };
  return turns || unfinished === undefined ? state : goOn(state, unfinished.seat);
}

/** One key was pressed; in text mode only those that type nothing (Enter, Esc, up, down). */
export function press(state: InterviewState, key: Key): Step {
  if (state.ended !== null || key.ctrl === true) return stay(state, state.notice);
  const name = nameOf(key);
  const { at } = state;
  switch (at.at) {
    case "welcome":
      return atWelcome(state, name);
    case "handover":
      return atHandover(state, name);
    case "interrupted":
      return atInterrupted(state, name);
    case "thanks":
      return atThanks(state, name);
    case "asking":
      return asking(state, at, name);
    case "help":
      return move(state, at.over);
    case "review":
      return atReview(state, at, name);
    case "question":
      return onQuestion(state, at, (shown) => (at.line === null ? atQuestion(shown, name) : atLine(shown, name)));
  }
}

/**
 * The line reads like this now: called for every change while `screen.input` is not null. A letter that acts at once moves
 * on, so whoever shows the line takes its text from the next screen.
 */
export function typing(state: InterviewState, line: string): Step {
  if (state.ended !== null) return stay(state, state.notice);
  const { at } = state;
  if (at.at === "review") return numberChanged(state, line);
  return at.at === "question" ? onQuestion(state, at, (shown) => lineChanged(shown, line)) : stay(state, state.notice);
}

function onQuestion(state: InterviewState, at: QuestionPlace, act: (shown: Shown) => Step): Step {
  const question = state.questions[at.index];
  return question === undefined ? move(state, { at: "review", text: "" }) : act({ state, at, question });
}

/** Everything is there as before: the line that was being typed, or else the first question that is open. */
function goOn(blank: InterviewState, seat: number): InterviewState {
  const state = seated(blank, seat);
  const draft = state.past.typing;
  const index = state.questions.findIndex(({ key }) => key === draft?.question);
  const at = opened(state, index === -1 ? firstOpen(state) : index);
  const line = draft === null || index === -1 ? {} : { line: { what: draft.line, text: draft.text } };
  const answered = firstOpen(state);
  const text = answered === 0 ? null : `Welcome back: ${answered} of ${state.questions.length} are answered.`;
  return move(state, at.at === "question" ? { ...at, ...line } : at, text).state;
}

function nameOf({ name }: Key): string {
  return name === "enter" ? "return" : name.length === 1 ? name.toLowerCase() : name;
}
