import { type SheetProblem, type Spot, saidTwice, twice } from "./sheet-problems.ts";
import type { Answer, InterviewPlan, ItemQuestion, QuestionKey } from "./types.ts";

/** A line being read, from its first word to its last. */
export interface SheetReading {
  readonly plan: InterviewPlan;
  readonly answers: Map<QuestionKey, Answer>;
  readonly notes: Map<QuestionKey, string>;
  readonly hands: Map<QuestionKey, readonly number[]>;
  comment: string | null;
  number: Marked | null;
  check: Marked | null;
  /** Where each thing was said first, by column. */
  readonly said: Map<string, number>;
  readonly problems: SheetProblem[];
  /** Index of the item the next sign answers; beyond the last: all have been. */
  next: number;
  /** Answers were typed in a run. */
  runs: boolean;
  /** A run was begun at an item by its number. */
  jumped: boolean;
  /** Signs past the last item were told of once. */
  overfull: boolean;
}

/** The number of the sheet, or its check digit. */
export interface Marked {
  readonly value: number;
  readonly spot: Spot;
}

export function emptyReading(plan: InterviewPlan): SheetReading {
  return {
    plan,
    answers: new Map(),
    notes: new Map(),
    hands: new Map(),
    comment: null,
    number: null,
    check: null,
    said: new Map(),
    problems: [],
    next: 0,
    runs: false,
    jumped: false,
    overfull: false,
  };
}

/** Enters an answer to an item, or says that it has one. */
export function enter(
  reading: SheetReading,
  item: ItemQuestion,
  said: { readonly answer: Answer; readonly spot: Spot },
) {
  const { answers, problems } = reading;
  const known = answers.get(item.id);
  if (known === undefined || (known.kind === "skipped" && isNamedOnly(item))) {
    answers.set(item.id, said.answer);
    reading.said.set(item.id, said.spot.column);
  } else if (said.answer.kind !== "skipped" || !isNamedOnly(item))
    problems.push(twice(said.spot, item, reading.said.get(item.id) ?? 0));
}

/** Some answers cannot be given by one sign: a run holds a blank in their place, which is no second answer. */
function isNamedOnly({ scale }: ItemQuestion): boolean {
  return scale.kind === "figure" || scale.min < 0;
}

/** True the first time; the second time it says that it stands there twice. */
export function isFirst(reading: SheetReading, what: string, spot: Spot): boolean {
  const before = reading.said.get(what);
  if (before === undefined) reading.said.set(what, spot.column);
  else reading.problems.push(saidTwice(spot, what, before));
  return before === undefined;
}

/** Signs of an answer that are no digits. */
export function signAnswer(sign: string): Answer | null {
  switch (sign.toLowerCase()) {
    case "-":
      return { kind: "skipped" };
    case "n":
      return { kind: "notApplicable" };
    case "d":
      return { kind: "dontKnow" };
    case "t":
      return { kind: "code", code: 10 };
    default:
      return null;
  }
}

/** True when the answer has a code that the scale has not. */
export function isOutside({ scale }: ItemQuestion, answer: Answer): boolean {
  if (answer.kind !== "code") return false;
  return scale.kind === "figure" || !scale.points.some(({ code }) => code === answer.code);
}
