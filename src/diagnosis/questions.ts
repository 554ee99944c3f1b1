import type { DiscussedDimension, DiscussionQuestion, Finding, Spread } from "../audit/types.ts";
import type { Reading } from "../framework/types.ts";

interface QuestionOptions {
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  readonly spread: Spread | null;
  readonly strongest: readonly DiscussedDimension[];
  readonly weakest: readonly DiscussedDimension[];
}

const QUESTIONS = 3;
/** So many of them are the framework's own; the others come from these answers. */
const FROM_FINDINGS = 2;

/**
 * Three questions in the order to ask them: those of the findings, the widest spread, then the weakest and the strongest
 * dimension. All are open and about what is done; none asks who answered how.
 */
export function discussionQuestions(options: QuestionOptions): readonly DiscussionQuestion[] {
  const { findings, spread, weakest, strongest, reading } = options;
  const asks = findings.flatMap(({ id, ask }): readonly DiscussionQuestion[] =>
    ask === null ? [] : [{ text: ask, from: "finding", id }],
  );
  const candidates = [
    ...asks.slice(0, FROM_FINDINGS),
    ...(spread === null ? [] : [aboutSpread(spread)]),
    ...first(weakest, (a, b) => a.index - b.index).map((one) => aboutWeakest(one, reading)),
    ...first(strongest, (a, b) => b.index - a.index).map((one) => aboutStrongest(one, reading)),
    ...asks.slice(FROM_FINDINGS),
    ...GENERAL,
  ];
  const texts = candidates.map(({ text }) => text);
  return candidates.filter(({ text }, at) => texts.indexOf(text) === at).slice(0, QUESTIONS);
}

/** Of several audiences the one that stands out most. */
function first<T>(all: readonly T[], order: (a: T, b: T) => number): readonly T[] {
  return [...all].sort(order).slice(0, 1);
}

/** Of whom it is asked, where several audiences answered. */
function named(audience: DiscussedDimension["audience"], text: string): string {
  return audience === null ? text : `${audience.title}: ${text}`;
}

/** Of the width of the scale: below this an SD is no difference worth the word. */
const SLIGHT = 0.15;

function aboutSpread({ audience, of, id, title, sd, min, max }: Spread): DiscussionQuestion {
  const bare = title.replace(/\.$/, "");
  const where = of === "dimension" ? `on "${bare}"` : `to "${bare}"`;
  const text =
    sd < SLIGHT * (max - min)
      ? `Answers ${where} differ most, and even there not by much. What gives people here so much the same experience?`
      : `Answers ${where} differ most. What could lead people here to such different experiences of it?`;
  return { text: named(audience, text), from: "spread", id };
}

function aboutWeakest({ audience, dimension, title }: DiscussedDimension, reading: Reading): DiscussionQuestion {
  const text =
    reading === "load"
      ? `"${title}" weighs most. What would we all do differently on an ordinary day if there were less of it?`
      : `"${title}" came out worst. What would we all do differently on an ordinary day if it were better?`;
  return { text: named(audience, text), from: "weakest", id: dimension };
}

function aboutStrongest({ audience, dimension, title }: DiscussedDimension, reading: Reading): DiscussionQuestion {
  const text =
    reading === "load"
      ? `"${title}" weighs least. What do we do that keeps it so low, and how do we make sure it stays so?`
      : `"${title}" came out best. What do we do that makes it so, and where else could we do the same?`;
  return { text: named(audience, text), from: "strongest", id: dimension };
}

/** For answers that point nowhere in particular. */
const GENERAL: readonly DiscussionQuestion[] = [
  "What do we do today that we should keep exactly as it is?",
  "What small thing, done differently every week, would be noticed first?",
  "How will we see in three months that something has changed?",
].map((text) => ({ text, from: "general", id: null }));
