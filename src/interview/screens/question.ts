import { minutesFor } from "../../framework/minutes.ts";
import { unsealed } from "../comments.ts";
import {
  choicesOf,
  type Manner,
  MOST_CHOICES,
  mannerOf,
  type Question,
  sameAnswer,
  segmentTitle,
  takesHands,
} from "../questions.ts";
import type { Screen, ScreenOption } from "../screen.ts";
import { type InterviewState, isPrivate, type QuestionPlace, seatOf } from "../state.ts";
import { counted, hints, type KeyHint, lastHints, screen, shortened } from "./parts.ts";
import { inWords, LONGEST_QUOTE } from "./words.ts";

/** One question, with what was answered before where one comes back to it. */
export function questionScreen(state: InterviewState, at: QuestionPlace): Screen {
  const question = state.questions[at.index];
  if (question === undefined) return screen(state, { heading: "" });
  const frame = screen(state, { heading: headingOf(question), progress: progressOf(state, at.index) });
  const what = at.line?.what;
  if (what === "comment" || what === "hands")
    return lineScreen(frame, { state, question, text: at.line?.text ?? "", what });
  return {
    ...frame,
    paragraphs: [...aboutTyping(question), ...aboutPerson(state, question), ...saidBefore(state, question)],
    options: optionsOf(state, at, question),
    input: at.line === null ? null : { label: "Answer", text: at.line.text },
    notice: at.pending === "" ? state.notice : { text: waitingFor(question, at.pending), tone: "plain" },
    keys: keysOf(state, at, question),
  };
}

function headingOf(question: Question): string {
  if (question.kind === "item") return question.item.text;
  return segmentTitle(question.segment);
}

function progressOf({ plan, questions }: InterviewState, index: number): Screen["progress"] {
  const minutes = Math.ceil(minutesFor(questions.length - index));
  const left = `, about ${minutes === 1 ? "a minute" : counted(minutes, "minute")} left`;
  // How long a room talks is nobody's guess.
  const isRoom = plan.setup.seating.kind === "consensus";
  return {
    done: index,
    of: questions.length,
    words: `Question ${index + 1} of ${questions.length}${isRoom ? "" : left}`,
  };
}

interface LineScreen {
  readonly state: InterviewState;
  readonly question: Question;
  readonly what: "comment" | "hands";
  readonly text: string;
}

/** A comment or a show of hands: the question stays, its other keys do not. */
function lineScreen(frame: Screen, { state, question, what, text }: LineScreen): Screen {
  const keys = hints(["Enter", "save"], ["Esc", "back to the question"]);
  const seat = seatOf(state);
  const said =
    what === "hands"
      ? seat?.hands.has(question.key)
      : unsealed(state, question.key, seat?.comments.get(question.key) ?? "") !== "";
  const emptied = said === true ? ["An empty line takes it back."] : [];
  if (what === "hands") {
    const codes = choicesOf(question).map(({ key }) => key);
    const options = choicesOf(question).map(({ key, label }) => ({ key, label, chosen: false, marked: false }));
    const paragraphs = [`How many hands for each of ${codes.join(" ")}, in this order?`, ...emptied];
    return { ...frame, options, paragraphs, input: { label: "Hands", text }, keys };
  }
  const label = roomOrPerson(state, "Note", "Comment");
  const kept = roomOrPerson(
    state,
    "It goes into the report word for word. Please name nobody.",
    isPrivate(state) ? "It is read word for word, apart from your answers. Please name nobody." : "",
  );
  const paragraphs = [kept, ...emptied].filter((line) => line !== "");
  return { ...frame, paragraphs, input: { label, text }, keys };
}

function roomOrPerson({ plan }: InterviewState, room: string, person: string): string {
  return plan.setup.seating.kind === "consensus" ? room : person;
}

/** What is to be typed, where nothing can be picked. */
function aboutTyping(question: Question): readonly string[] {
  if (question.kind === "segment") return [];
  const { scale } = question.item;
  if (scale.kind === "figure") {
    const decimals = scale.decimals === 0 ? "a whole number" : "a number";
    return [scale.unit === "" ? `Type ${decimals}.` : `Type ${decimals}, in ${scale.unit}.`];
  }
  return mannerOf(question) === "number" ? [`Type a number from ${scale.min} to ${scale.max}.`] : [];
}

function aboutPerson(state: InterviewState, question: Question): readonly string[] {
  if (question.kind === "item") return [];
  const beside = isPrivate(state) ? " It stands beside your answers, so that groups can be compared." : "";
  return [`You may leave this out.${beside}`];
}

function saidBefore(state: InterviewState, question: Question): readonly string[] {
  const seat = seatOf(state);
  const given = seat?.answers.get(question.key);
  const picked = given !== undefined && choicesOf(question).some((choice) => sameAnswer(given, choice.answer));
  const hands = seat?.hands.get(question.key);
  const comment = unsealed(state, question.key, seat?.comments.get(question.key) ?? "");
  return [
    ...(given === undefined || (picked && mannerOf(question) === "key") ? [] : [`Answered: ${inWords(given)}.`]),
    ...(hands === undefined ? [] : [`Hands: ${hands.join(" ")}`]),
    ...(comment === "" ? [] : [`${roomOrPerson(state, "Note", "Comment")}: ${shortened(comment, LONGEST_QUOTE)}`]),
  ];
}

/** All choices where they are few, or words that nobody can guess; of a long scale those around the one that is marked or chosen, or the two ends of a scale. */
function optionsOf(state: InterviewState, { marked }: QuestionPlace, question: Question): readonly ScreenOption[] {
  const given = seatOf(state)?.answers.get(question.key);
  const options = choicesOf(question).map(({ key, label, answer }, i) => ({
    key,
    label,
    chosen: given !== undefined && sameAnswer(given, answer),
    marked: i === marked,
  }));
  if (options.length <= MOST_CHOICES || question.kind === "segment") return options;
  const middle = marked ?? options.findIndex(({ chosen }) => chosen);
  if (middle === -1) return options.filter((_, i) => i === 0 || i === options.length - 1);
  const first = Math.max(0, Math.min(options.length - MOST_CHOICES, middle - MOST_CHOICES / 2));
  return options.slice(first, first + MOST_CHOICES);
}

/** The digits that wait, and what may follow them. */
function waitingFor(question: Question, pending: string): string {
  const keys = choicesOf(question).map(({ key }) => key);
  const longer = keys.filter((key) => key !== pending && key.startsWith(pending));
  const one = longer[0] ?? "";
  const more =
    longer.length === 1 ? `${one.slice(pending.length)} for ${one}` : `${one} to ${longer.at(-1)}: one more digit`;
  return `${pending}_ · ${more}${keys.includes(pending) ? `, Enter for ${pending}` : ""}`;
}

function keysOf(state: InterviewState, at: QuestionPlace, question: Question): readonly KeyHint[] {
  const manner = mannerOf(question);
  if (manner === "text" && at.line !== null) return hints(["Enter", "go on; empty skips"], ["Esc", "other keys"]);
  const item = question.kind === "item";
  const room = state.plan.setup.seating.kind === "consensus";
  return [
    ...hints(
      enterHint(at, manner),
      item ? ["n", "not applicable"] : null,
      item ? ["d", "don't know"] : null,
      ["s", "skip"],
      at.index > 0 || at.fromReview ? ["b", "back"] : null,
      item ? ["c", room ? "note" : "comment"] : null,
      room && takesHands(question) ? ["h", "hands"] : null,
    ),
    ...lastHints(state),
  ];
}

function enterHint({ line, marked }: QuestionPlace, manner: Manner): readonly [string, string] | null {
  if (manner !== "key") return ["Enter", line === null ? "type" : "go on"];
  return marked === null ? null : ["Enter", "take it"];
}
