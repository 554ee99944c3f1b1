import type { InterviewPlan, ItemQuestion, SegmentQuestion } from "../types.ts";
import { isWritten } from "./parts.ts";
import { ranges } from "./ranges.ts";

/**
 * How the sheet is typed, in the notation that `survey --entry` reads. What only some frameworks need is said only there:
 * figures, numbers of several digits, numbers below zero.
 */
export function typingWords({ items, setup }: InterviewPlan): string {
  return [
    "One sign for each question, in order: the marked number, n, d, or - where nothing is marked.",
    ...wide(items),
    ...figures(items),
    ...belowZero(items),
    ...aboutPerson(setup.segments),
    "Behind // what was written in the box.",
  ].join(" ");
}

/** What the check digit is of: numbers of a scale count, marked or written; figures do not. */
export function checkWords({ items }: InterviewPlan): string {
  const sum = "last digit of the sum of all marked";
  const figured = items.filter(({ scale }) => scale.kind === "figure");
  if (!items.some(({ scale }) => scale.kind === "coded" && isWritten(scale))) return `${sum} numbers`;
  return `${sum} and written numbers${figured.length === 0 ? "" : `, without ${questionsIn(figured)}`}`;
}

/** Which digits belong together would be a guess. */
function wide(items: readonly ItemQuestion[]): readonly string[] {
  const found = items.filter(({ scale }) => scale.kind === "coded" && (scale.max > 9 || scale.min < -9));
  return found.length === 0 ? [] : [`Put a space behind the answer to ${questionsIn(found)}.`];
}

function figures(items: readonly ItemQuestion[]): readonly string[] {
  const found = items.filter(({ scale }) => scale.kind === "figure");
  const [first] = found;
  if (first === undefined) return [];
  return [`For a figure (${questionsIn(found)}) type -, and the figure at the end: ${first.number}=12.`];
}

/** A minus among the signs would be a line left empty. */
function belowZero(items: readonly ItemQuestion[]): readonly string[] {
  const found = items.filter(({ scale }) => scale.kind === "coded" && scale.min < 0);
  const [first] = found;
  if (first === undefined || first.scale.kind === "figure") return [];
  const example = `${first.number}=${first.scale.min}`;
  const next = items[first.number]?.number;
  const further = next === undefined ? "" : `, and ${next}: to go on from question ${next}`;
  return [`A number below zero (${questionsIn(found)}) has its own word: ${example}${further}.`];
}

function aboutPerson(segments: readonly SegmentQuestion[]): readonly string[] {
  const [first] = segments;
  if (first === undefined) return [];
  const answer = first.options[0] ?? "Sales";
  return [`About the person: ${word(first.name)}=${word(answer)}.`];
}

/** Quotation marks hold together what has a space in it. */
function word(text: string): string {
  return /^[\p{L}\p{N}-]+$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}

function questionsIn(items: readonly ItemQuestion[]): string {
  const numbers = items.map(({ number }) => number);
  return `${numbers.length === 1 ? "question" : "questions"} ${ranges(numbers)}`;
}
