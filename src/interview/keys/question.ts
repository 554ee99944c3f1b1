import { unsealed } from "../comments.ts";
import { choicesOf, mannerOf, type Question, sameAnswer, takesHands } from "../questions.ts";
import {
  draftOf,
  type InterviewState,
  move,
  neighbour,
  onwards,
  opened,
  type QuestionPlace,
  record,
  type Step,
  seatOf,
  stay,
  warn,
} from "../state.ts";
import type { Answer } from "../types.ts";
import { everywhere } from "./everywhere.ts";

/** A question on the screen: all that its keys need. */
export interface Shown {
  readonly state: InterviewState;
  readonly at: QuestionPlace;
  readonly question: Question;
}

/** Keys on a question, while no line is typed. */
export function atQuestion(shown: Shown, name: string): Step {
  if (name.length === 1 && mannerOf(shown.question) === "key") {
    const digits = /^\d$/.test(name) ? shown.at.pending + name : name;
    const picked = pick(shown, digits);
    if (picked !== null) return picked;
  }
  const { state, at } = shown;
  if (name === "return") {
    const closed = at.line === null && mannerOf(shown.question) !== "key";
    return closed ? move(state, opened(state, at.index, at.fromReview)) : take(shown);
  }
  // Digits that wait are given up by any key but Enter.
  return command({ ...shown, at: { ...at, pending: "" } }, name);
}

/** Keys that are commands, whatever the question; also the letters that act at once where a number is typed. */
export function command(shown: Shown, name: string): Step {
  const { state, at, question } = shown;
  switch (name) {
    case "left":
    case "b":
      return back(shown);
    case "right":
      return forward(shown);
    case "up":
    case "down":
      return mark(shown, name === "down" ? 1 : -1);
    case "s":
      return answer(shown, { kind: "skipped" });
    case "n":
    case "d":
      if (question.kind === "segment") return hint(shown);
      return answer(shown, { kind: name === "n" ? "notApplicable" : "dontKnow" });
    case "c":
    case "h":
      return openLine(shown, name === "c" ? "comment" : "hands");
    default:
      return everywhere({ ...state, at }, name) ?? (name.length === 1 ? hint(shown) : stay({ ...state, at }));
  }
}

/** The answer is kept and the next question comes. */
export function answer({ state, at, question }: Shown, given: Answer): Step {
  if (state.seat === null) return stay(state);
  return record(state, [{ kind: "answer", seat: state.seat, question: question.key, answer: given }], (now) =>
    move(now, onwards(now, at)),
  );
}

/** A whole key answers at once; one that may still become longer waits. Null: no answer begins like this. */
function pick(shown: Shown, digits: string): Step | null {
  const choices = choicesOf(shown.question);
  const exact = choices.find(({ key }) => key === digits);
  const longer = choices.some(({ key }) => key !== digits && key.startsWith(digits));
  if (longer) return move(shown.state, { ...shown.at, pending: digits, marked: null });
  if (exact !== undefined) return answer(shown, exact.answer);
  if (!/^\d/.test(digits)) return null;
  return warn({ ...shown.state, at: { ...shown.at, pending: "" } }, `There is no ${digits} here.`);
}

/** Enter takes what is pending, then what is marked, and else keeps what was answered before. */
export function take(shown: Shown): Step {
  const { state, at, question } = shown;
  const choices = choicesOf(question);
  const { pending } = at;
  const choice = pending === "" ? choices[at.marked ?? -1] : choices.find(({ key }) => key === pending);
  if (choice !== undefined) return answer(shown, choice.answer);
  if (seatOf(state)?.answers.has(question.key) === true) return move(state, onwards(state, at));
  return warn(
    state,
    mannerOf(question) === "key" ? "Press a key to answer, or s to skip." : "Type an answer, or s to skip.",
  );
}

function back({ state, at }: Shown): Step {
  if (at.fromReview) return move(state, onwards(state, at));
  const index = neighbour(state, at.index, -1);
  if (index !== null) return move(state, opened(state, index));
  return move(
    state,
    at,
    state.sealed.questions.size > 0 ? "What came before stays sealed." : "This is the first question.",
  );
}

function forward({ state, at, question }: Shown): Step {
  if (seatOf(state)?.answers.has(question.key) === true) return move(state, onwards(state, at));
  return move(state, at, "Answer first, or press s to skip.");
}

function mark({ state, at, question }: Shown, step: 1 | -1): Step {
  const choices = choicesOf(question);
  if (choices.length === 0) return stay(state);
  const given = seatOf(state)?.answers.get(question.key);
  const from = at.marked ?? choices.findIndex((choice) => sameAnswer(given, choice.answer));
  const first = step === 1 ? 0 : choices.length - 1;
  const marked = from === -1 ? first : Math.min(choices.length - 1, Math.max(0, from + step));
  return move(state, { ...at, marked });
}

/** A comment, or a room's show of hands, with what was written before. */
function openLine(shown: Shown, what: "comment" | "hands"): Step {
  const { state, at, question } = shown;
  const room = state.plan.setup.seating.kind === "consensus";
  if (question.kind === "segment" || (what === "hands" && !(room && takesHands(question)))) return hint(shown);
  const text = draftOf(state, question.key, what) || writtenOf(state, question, what);
  return move(state, { ...at, line: { what, text } });
}

function writtenOf(state: InterviewState, { key }: Question, what: "comment" | "hands"): string {
  const seat = seatOf(state);
  return what === "hands"
    ? (seat?.hands.get(key)?.join(" ") ?? "")
    : unsealed(state, key, seat?.comments.get(key) ?? "");
}

function hint({ state, at }: Shown): Step {
  return move(state, at, "Press ? to see the keys.");
}
