/**
 * How alike two short texts are, from 0 to 1: half by the words they share, half by the letters. Words find what is said in
 * another order; triples of letters find what is said in other forms of the same words.
 */

/** Words that carry no idea, and the names of those who ask and are asked, which differ by audience alone. */
const STOP_WORDS = new Set(
  `a about after again am an and any are as at be been before being but by can could did do does each even every few for
  from get gets got had has have he her here him his how i if in into is it its just let lets made make makes may me more
  most much must my no not of off on one or our ours out over own she so some such than that the their them then there these
  they this those through to too up us was we were what when where which who whom whose why will with would you your
  yours company business firm house leader leaders people person somebody someone`.split(/\s+/),
);

/** Word without its commonest endings: rough, and the same for all. */
export function stem(word: string): string {
  const short = word
    .replace(/['’]s$/, "")
    .replace(/ies$/, "y")
    .replace(/(?<=(?:ss|sh|ch|x|z))es$/, "")
    .replace(/(?<=[^su])s$/, "");
  const bare = short.replace(/(?<=[a-z]{3})(?:ing|ed|ly|er|est|ment|ness|ion)$/, "");
  return bare
    .replace(/(?<=[a-z]{2})([bdgklmnprt])\1$/, "$1")
    .replace(/(?<=[a-z]{2})e$/, "")
    .replace(/y$/, "i");
}

/** A text as its stemmed words without stop words, and the triples of letters of these. */
export interface Print {
  readonly words: ReadonlySet<string>;
  readonly triples: ReadonlySet<string>;
}

export function printOf(text: string, frame: ReadonlySet<string> = new Set()): Print {
  const all =
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}]+(?:'[a-z]+)?/gu) ?? [];
  const words = all
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem)
    .filter((word) => !frame.has(word));
  const triples = words.flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
  });
  return { words: new Set(words), triples: new Set(triples) };
}

/** From 0 to 1; texts without a word of their own are like nothing. */
export function likeness(one: Print, other: Print): number {
  return (overlap(one.words, other.words) + overlap(one.triples, other.triples)) / 2;
}

/** Cosine of two sets: what they share, over the geometric mean of their sizes. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  const shared = [...few].filter((part) => many.has(part)).length;
  return shared === 0 ? 0 : shared / Math.sqrt(one.size * other.size);
}

/** The words that at least a fifth of the texts of one framework share: the frame of its questions, not their idea. Ten texts make one. */
export function frameOf(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  if (texts.length < 10) return new Set();
  for (const text of texts) for (const word of printOf(text).words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count * 5 >= texts.length).map(([word]) => word));
}
