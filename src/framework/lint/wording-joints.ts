import { FIXED_PAIRS, SMALL_NUMBERS } from "./wording-words.ts";

/** A part of a text: what it says, and where it begins. */
export interface Spot {
  readonly text: string;
  readonly offset: number;
}

const JOINTS = /\b(?:and\/or|and|or|nor|as well as)\b|&|(?<=[a-z]{2}) ?\/ ?(?=[a-z]{2})/gi;

/** What is compared by "as well as": "as well as before", "as well as other firms do". */
const COMPARED =
  /^ (?:I|we|you|they|he|she|it|others|before|ever|expected|promised|possible|can|could|any)\b|^ (?:\S+ ){1,4}(?:do|does|did|can|could)\b/i;

/** One course of events, not two ideas: "say yes and then carry on as before". */
const COURSE = /^ (?:then|still|yet)\b/i;

/** One amount: "ten or more", "a day or two". */
const AMOUNT = /^ (?:so|more|less|fewer|two)\b/i;

/** What is said of two things together is one idea: whether they agree, go together, or are treated alike. */
const RELATION = /\b(?:the same|alike|together|apart|each other|one another|agree|match|differ)\b/i;
const SOON = /^(?: [^\s,.]+){1,3}? (?:alike|together|apart)\b/i;
const START = /^(?:(?:the|our|my|your|its|this|that) )?[^\s,.]+ $/i;

/**
 * The words that join two ideas in one question. A pair passes when it is a fixed one ("terms and conditions"), the same
 * word twice ("more and more"), an amount ("one or two"), a course of events ("and then"), or when the question is about
 * what the two are to each other ("between us and the firm", "shop and office tell me the same").
 */
export function jointsIn(text: string): readonly Spot[] {
  return [...text.matchAll(JOINTS)]
    .map((match) => ({ text: match[0].trim(), offset: match.index + match[0].length - match[0].trimStart().length }))
    .filter((joint) => !isOneIdea(text, joint));
}

function isOneIdea(text: string, { text: joint, offset }: Spot): boolean {
  const before = text.slice(0, offset);
  const after = text.slice(offset + joint.length);
  const word = joint.toLowerCase();
  if (word === "as well as") return COMPARED.test(after) || /\b(?:just|nearly|almost|twice) $/i.test(before);
  if (word !== "and" && word !== "or") return false;
  if (COURSE.test(after) || (word === "or" && AMOUNT.test(after))) return true;
  return isPair(before, word, after) || (word === "and" && isRelation(before, after));
}

function isPair(before: string, joint: string, after: string): boolean {
  const left = /([\p{L}\p{N}'’-]+) $/u.exec(before)?.[1]?.toLowerCase();
  const right = /^ ([\p{L}\p{N}'’-]+)/u.exec(after)?.[1]?.toLowerCase();
  if (left === undefined || right === undefined) return false;
  return left === right || FIXED_PAIRS.has(`${left} ${joint} ${right}`) || (isNumber(left) && isNumber(right));
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word) || SMALL_NUMBERS.has(word);
}

function isRelation(before: string, after: string): boolean {
  if (/\bbetween(?: [^\s,.;]+){1,5} $/i.test(before)) return true;
  return SOON.test(after) || (START.test(before) && RELATION.test(after));
}
