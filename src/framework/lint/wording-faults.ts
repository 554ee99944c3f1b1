import { readingGrade, wordsOf } from "./wording-grade.ts";
import { jointsIn, type Spot } from "./wording-joints.ts";
import { ABSOLUTES, DENIALS, HIDDEN_DENIALS, JARGON, LOADED, NO_ABSOLUTES } from "./wording-words.ts";

/** What makes a question hard to answer, and the words that do it. */
export interface Fault {
  readonly code: string;
  /** Follows "The item … ". */
  readonly says: string;
  readonly help: string;
  /** The words to underline; absent: the whole text. */
  readonly spot?: Spot;
}

const MOST_WORDS = 20;
const MOST_CHARACTERS = 120;
const HIGHEST_GRADE = 9;

/** What any question should keep to, practices and figures too: absolutes, length and reading grade. */
export function faultsOfAny(text: string): readonly Fault[] {
  return [absolute(text), tooLong(text), hardToRead(text)].filter((fault) => fault !== undefined);
}

/** What a question of opinion should keep to beside that: one idea, said plainly, about what people have seen. */
export function faultsOfOpinion(text: string): readonly Fault[] {
  return [twoIdeas(text), denial(text), leading(text), hypothetical(text), jargon(text)].filter(
    (fault) => fault !== undefined,
  );
}

function twoIdeas(text: string): Fault | undefined {
  const joints = jointsIn(text);
  const [spot] = joints;
  if (spot === undefined) return undefined;
  const says = `asks two things at once, joined by ${list(joints)}`;
  return { code: "FW150", says, help: "Give each its own item, or keep the one that matters more.", spot };
}

function denial(text: string): Fault | undefined {
  const plain = text.replace(/\bwhether or not\b|\bno doubt\b/gi, blank);
  const denials = spots(plain, DENIALS);
  const [spot] = denials;
  if (spot === undefined) return undefined;
  const both = [...denials, ...spots(plain, HIDDEN_DENIALS)];
  if (both.length > 1) {
    const says = `denies twice, by ${list(both)}`;
    return { code: "FW152", says, help: "Say it the plain way round; two denials are easily read as one.", spot };
  }
  // The same word is spoken of once, as an absolute.
  if (absolutesIn(text).some(({ offset }) => offset === spot.offset)) return undefined;
  const says = `denies something, by ${list(denials)}, so agreeing means no`;
  const help = "Say what people see instead; a reverse-keyed item names the opposite behaviour.";
  return { code: "FW151", says, help, spot };
}

function absolute(text: string): Fault | undefined {
  const found = absolutesIn(text);
  const [spot] = found;
  if (spot === undefined) return undefined;
  const says = `leaves no room, by ${list(found)}: one exception is enough to disagree`;
  return { code: "FW153", says, help: "Leave the word out, or say how often: on most days, in good time.", spot };
}

function absolutesIn(text: string): readonly Spot[] {
  return spots(text.replace(NO_ABSOLUTES, blank), ABSOLUTES);
}

function tooLong(text: string): Fault | undefined {
  const words = wordsOf(text).length;
  if (words <= MOST_WORDS && text.length <= MOST_CHARACTERS) return undefined;
  const says = `is long: ${words} words, ${text.length} characters`;
  return { code: "FW154", says, help: `Keep to ${MOST_WORDS} words and ${MOST_CHARACTERS} characters.` };
}

function hardToRead(text: string): Fault | undefined {
  const grade = readingGrade(text);
  if (grade === undefined || grade <= HIGHEST_GRADE) return undefined;
  const says = `is hard to read: grade ${Math.ceil(grade * 10) / 10} by words and syllables`;
  return { code: "FW155", says, help: `Stay at grade ${HIGHEST_GRADE} or below: shorter words, a shorter sentence.` };
}

function leading(text: string): Fault | undefined {
  const found = spots(text, LOADED);
  const [spot] = found;
  if (spot === undefined) return undefined;
  return { code: "FW156", says: `tells people what to answer, by ${list(found)}`, help: "Leave the word out.", spot };
}

function hypothetical(text: string): Fault | undefined {
  const [spot] = spots(text, /\b(?:would|wouldn['’]t|(?:I|we|they|you|he|she|it)['’]d)\b/gi);
  if (spot === undefined || !/\bif\b/i.test(text)) return undefined;
  const says = 'asks what would happen if something did, by "would … if"';
  return { code: "FW157", says, help: 'Ask what people have seen happen: "when" in place of "if".', spot };
}

function jargon(text: string): Fault | undefined {
  const found = spots(text, JARGON);
  const [spot] = found;
  if (spot === undefined) return undefined;
  return { code: "FW158", says: `uses jargon: ${list(found)}`, help: "Use the word people use at work.", spot };
}

function spots(text: string, words: RegExp): readonly Spot[] {
  return [...text.matchAll(words)].map((match) => ({ text: match[0], offset: match.index }));
}

function list(found: readonly Spot[]): string {
  const words = [...new Set(found.map(({ text }) => `"${text.toLowerCase()}"`))];
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Keeps the length, so that the places of the other words stay as they are. */
function blank(part: string): string {
  return " ".repeat(part.length);
}
