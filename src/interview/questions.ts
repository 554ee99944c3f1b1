import { shuffled } from "../numeric/shuffle.ts";
import { capital } from "../problems/capital.ts";
import type { Answer, InterviewPlan, ItemQuestion, QuestionKey, SegmentQuestion } from "./types.ts";

/** One question as one seat is asked it. */
export type Question =
  | { readonly kind: "segment"; readonly key: QuestionKey; readonly segment: SegmentQuestion }
  | { readonly kind: "item"; readonly key: QuestionKey; readonly item: ItemQuestion };

/** An answer that can be picked; `key` is what to press, or in a long or signed scale what to type. */
export interface Choice {
  readonly key: string;
  /** Empty on a point without a word of its own. */
  readonly label: string;
  readonly answer: Answer;
}

/** `key`: it can be answered by pressing. `number`: a number is typed. `text`: anything is typed. */
export type Manner = "key" | "number" | "text";

/** Points of a scale: more than these are not shown all at once, so that a number is typed. */
export const MOST_CHOICES = 12;

/** Letters for the options after the ninth: those that are no command anywhere. */
const LETTERS = "aefgijklmoprtuvxyz";

/** All questions of a seat in its order: segments, then items; outcome items stay last where the others are shuffled. */
export function questionsOf({ setup, items }: InterviewPlan, seat: number): readonly Question[] {
  const segments = setup.segments.map((segment): Question => ({ kind: "segment", key: `@${segment.name}`, segment }));
  const ordered = setup.shuffle === null ? items : shuffledItems(items, setup.shuffle, seat);
  return [...segments, ...ordered.map((item): Question => ({ kind: "item", key: item.id, item }))];
}

function shuffledItems(items: readonly ItemQuestion[], seed: number, seat: number): readonly ItemQuestion[] {
  const inside = items.filter((item) => item.outcome !== true);
  return [...shuffled(inside, seed, seat), ...items.filter((item) => item.outcome === true)];
}

export function mannerOf(question: Question): Manner {
  if (question.kind === "segment") {
    const { length } = question.segment.options;
    return length === 0 ? "text" : length <= 9 + LETTERS.length ? "key" : "number";
  }
  const { scale } = question.item;
  if (scale.kind === "figure") return "number";
  return scale.min >= 0 && scale.max <= 99 && scale.points.length <= MOST_CHOICES ? "key" : "number";
}

/** Everything that can be picked, in the order of the screen; nothing where a figure or a text is typed. */
export function choicesOf(question: Question): readonly Choice[] {
  if (question.kind === "item") {
    const { scale } = question.item;
    if (scale.kind === "figure") return [];
    return scale.points.map(({ code, label = "" }) => ({ key: String(code), label, answer: { kind: "code", code } }));
  }
  const byKey = mannerOf(question) === "key";
  return question.segment.options.map((label, i) => ({
    key: byKey && i >= 9 ? (LETTERS[i - 9] ?? "") : String(i + 1),
    label,
    answer: { kind: "choice", text: label },
  }));
}

/** Whether these two answers say the same. */
export function sameAnswer(a: Answer | undefined, b: Answer): boolean {
  if (a?.kind === "code" && b.kind === "code") return a.code === b.code;
  if ((a?.kind === "choice" && b.kind === "choice") || (a?.kind === "figure" && b.kind === "figure"))
    return a.text === b.text;
  return a?.kind === b.kind;
}

/** Whether a room may show hands on it: only where its points fit one line of counts. */
export function takesHands(question: Question): boolean {
  const { length } = choicesOf(question);
  return question.kind === "item" && length > 0 && length <= MOST_CHOICES;
}

/** A segment's name as people read it. */
export function segmentTitle({ name }: SegmentQuestion): string {
  return capital(name.replaceAll("_", " "));
}
