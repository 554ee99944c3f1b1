import { type InterviewState, press, typing } from "../../src/interview/machine.ts";
import { choicesOf, mannerOf, type Question } from "../../src/interview/questions.ts";
import { placesOf, type QuestionPlace } from "../../src/interview/state.ts";
import type { Key } from "../../src/interview/types.ts";
import type { Drive } from "./survey.ts";

type Move = { readonly key: Key } | { readonly line: string };

const key = (name: string): Move => ({ key: { name } });

export function take({ state, entries }: Drive, move: Move): Drive {
  const step = "key" in move ? press(state, move.key) : typing(state, move.line);
  return { state: step.state, entries: [...entries, ...step.entries] };
}

/** Answers what is open, each question always in the same way, changes nothing, and goes on until `stop`. */
export function finished(from: Drive, stop: (state: InterviewState) => boolean = () => false): Drive {
  let now = from;
  for (let moves = 0; now.state.ended === null && !stop(now.state); moves++) {
    if (moves > 2000) throw new Error(`the robot is caught at ${JSON.stringify(now.state.at)}`);
    now = take(now, nextMove(now.state));
  }
  return now;
}

function nextMove(state: InterviewState): Move {
  const { at } = state;
  switch (at.at) {
    case "asking":
      return key(at.what === "end" && isFull(state) ? "y" : "n");
    case "handover":
      return key(isFull(state) ? "e" : "return");
    case "question":
      return nextOn(state, at);
    case "review":
      return at.text === "" ? key("return") : { line: "" };
    default:
      return key("return");
  }
}

function nextOn(state: InterviewState, at: QuestionPlace): Move {
  const question = state.questions[at.index]!;
  if (at.pending !== "") return key("escape");
  if (at.line !== null && at.line.what !== "answer") return key("escape");
  if (state.seats.find(({ seat }) => seat === state.seat)?.answers.has(question.key) !== true)
    return answerTo(question, state);
  return at.line === null || at.line.text === "" ? key("right") : { line: "" };
}

/** Everybody has had their turn: somebody closes the survey. */
function isFull(state: InterviewState): boolean {
  return state.seats.length >= placesOf(state);
}

function answerTo(question: Question, { at, seat }: InterviewState): Move {
  const text = at.at === "question" ? at.line?.text : undefined;
  const turn = (seat ?? 0) + question.key.length;
  const choices = choicesOf(question);
  const wanted = choices[turn % Math.max(1, choices.length)]?.key ?? "7";
  // Digits that wait for another are no answer yet.
  const atOnce = choices.filter((choice) => choice.key.startsWith(wanted[0] ?? "")).length === 1;
  if (mannerOf(question) === "key") return key(atOnce ? wanted : "d");
  if (text === undefined) return key("return");
  return text === wanted ? key("return") : { line: wanted };
}
