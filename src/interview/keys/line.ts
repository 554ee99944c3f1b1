import { onSealed } from "../comments.ts";
import { mannerOf } from "../questions.ts";
import { type InterviewState, move, type Notice, opened, record, type Step, stay, warn } from "../state.ts";
import { fitted, handsTyped, LONGEST_LINE, plainLine, readAnswer } from "../typed.ts";
import type { Entry } from "../types.ts";
import { answer, command, type Shown, take } from "./question.ts";

/** Letters that act at once where a number is typed, since no number begins with one. */
const COMMAND_LETTER = /^[bschndqw?]$/i;
const CONTROLS = /\p{Cc}/gu;

/** The line reads otherwise now. Every change is on disk, so that not even half a text is lost. */
export function lineChanged(shown: Shown, written: string): Step {
  const { at, question } = shown;
  if (at.line === null) return stay(shown.state);
  const isLetter = at.line.what === "answer" && mannerOf(question) === "number" && COMMAND_LETTER.test(written.trim());
  return isLetter ? letter(shown, written.trim().toLowerCase()) : changed(shown, written);
}

function changed({ state, at, question }: Shown, written: string): Step {
  const { line } = at;
  if (line === null || state.seat === null) return stay(state);
  const { text, left } = fitted(line.text, written.replace(CONTROLS, " "));
  const notice: Notice | null = left === 0 ? null : { text: fullWords(left), tone: "warning" };
  if (text === line.text) return stay(state, notice);
  const draft: Entry = { kind: "draft", seat: state.seat, question: question.key, line: line.what, text };
  return record(state, [draft], (now) => stay({ ...now, at: { ...at, line: { ...line, text } } }, notice));
}

function fullWords(left: number): string {
  const most = LONGEST_LINE.toLocaleString("en");
  return `A line holds ${most} signs and this one is full: ${left === 1 ? "the last sign was" : `${left} signs were`} not taken.`;
}

function letter(shown: Shown, name: string): Step {
  const { state, entries } = changed(shown, "");
  const at = state.at.at === "question" ? state.at : shown.at;
  const next = command({ ...shown, state, at }, name);
  return { state: next.state, entries: [...entries, ...next.entries] };
}

/** Keys while a line is typed: only those that type nothing. */
export function atLine(shown: Shown, name: string): Step {
  const { state, at } = shown;
  switch (name) {
    case "return":
      return handIn(shown);
    case "escape":
      return leaveLine(shown);
    case "up":
    case "down":
      return at.line?.what === "answer" ? command(shown, name) : stay(state);
    case "left":
    case "right":
      // In a text they move the cursor; with nothing typed there is nowhere to move it to.
      return at.line?.what === "answer" && at.line.text === "" ? command(shown, name) : stay(state);
    default:
      return stay(state);
  }
}

function handIn(shown: Shown): Step {
  const { what, text = "" } = shown.at.line ?? {};
  const line = plainLine(text);
  if (what === "comment") return commented(shown, line);
  if (what === "hands") return handsShown(shown, line);
  if (line === "") return nothingTyped(shown);
  const read = readAnswer(shown.question, line);
  return "fault" in read ? warn(shown.state, read.fault) : answer(shown, read.answer);
}

/** A question about the person is skipped without a word. */
function nothingTyped(shown: Shown): Step {
  const { state, at, question } = shown;
  const answered = state.seats.some((one) => one.seat === state.seat && one.answers.has(question.key));
  const skips = mannerOf(question) === "text" && at.marked === null && !answered;
  return skips ? answer(shown, { kind: "skipped" }) : take(shown);
}

function commented(shown: Shown, line: string): Step {
  const { state, question } = shown;
  if (state.seat === null) return stay(state);
  const text = onSealed(state, question.key, line);
  const entry: Entry = { kind: "comment", seat: state.seat, question: question.key, text };
  return record(state, [entry], (now) => move(now, sameQuestion(now, shown), line === "" ? null : "Saved."));
}

function handsShown(shown: Shown, line: string): Step {
  const { state, question } = shown;
  const read = line === "" ? { counts: null } : handsTyped(question, line);
  if ("fault" in read) return warn(state, read.fault);
  if (state.seat === null) return stay(state);
  const entry: Entry = { kind: "hands", seat: state.seat, question: question.key, counts: read.counts };
  return record(state, [entry], (now) => move(now, sameQuestion(now, shown), line === "" ? null : "Saved."));
}

/** Left without being handed in: what was typed stays, and is there when the line is opened again. */
function leaveLine(shown: Shown): Step {
  const { state, at } = shown;
  if (at.line?.what === "answer") return move(state, { ...at, line: null });
  const kept = plainLine(at.line?.text ?? "") === "" ? null : "Not saved yet, but kept: the same key goes on with it.";
  return move(state, sameQuestion(state, shown), kept);
}

function sameQuestion(state: InterviewState, { at }: Shown) {
  return opened(state, at.index, at.fromReview);
}
