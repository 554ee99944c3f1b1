import { type InterviewState, move, neighbour, opened, type ReviewPlace, type Step, stay, warn } from "../state.ts";
import { everywhere } from "./everywhere.ts";
import { finish } from "./seats.ts";

/** The number of a question is being typed; letters act at once. */
export function numberChanged(state: InterviewState, written: string): Step {
  const text = written.trim().toLowerCase();
  if (/^[bqw?]$/.test(text)) return reviewCommand({ ...state, at: { at: "review", text: "" } }, text);
  return move(state, { at: "review", text: text.slice(0, 8) });
}

/** Enter goes to the question of that number, or finishes where none was typed. */
export function atReview(state: InterviewState, { text }: ReviewPlace, name: string): Step {
  if (name !== "return") return reviewCommand(state, name);
  if (text === "") return finish(state);
  const empty = { ...state, at: { at: "review" as const, text: "" } };
  const index = /^\d+$/.test(text) ? Number(text) - 1 : -1;
  const question = state.questions[index];
  if (question === undefined) return warn(empty, `Please type a number from 1 to ${state.questions.length}.`);
  if (state.sealed.questions.has(question.key)) return warn(empty, "That one was answered before; it stays sealed.");
  return move(state, opened(state, index, true));
}

function reviewCommand(state: InterviewState, name: string): Step {
  if (name !== "b" && name !== "left") return everywhere(state, name) ?? stay(state);
  const last = neighbour(state, state.questions.length, -1);
  return last === null ? stay(state) : move(state, opened(state, last));
}
