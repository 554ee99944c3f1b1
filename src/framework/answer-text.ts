/** Every sign that stands for an apostrophe. */
export const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4\uff07]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** Zero-width characters, marks of the direction of writing, soft hyphens and byte order marks, as copying leaves them. */
export const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** What Arabic and Hebrew may be written with or without: vowel points, and the stroke that only makes a word longer. */
export const OPTIONAL_MARKS =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670]/g;
/** Digits of Arabic, Persian and full-width writing, each script from 0 to 9. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
const ASCII = /^[\x20-\x7e]*$/;

/**
 * An answer as it is looked up: lower case, one kind of apostrophe, dash and digit, single spaces (also where they were
 * no-break spaces), nothing around, composed (NFC). Two texts a reader takes for the same become the same.
 */
export function normaliseAnswer(text: string): string {
  return (ASCII.test(text) ? text.toLowerCase() : folded(text))
    .replace(APOSTROPHES, "'")
    .replace(DASHES, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** Lower case, in which a Turkish i is one letter with a dot and without; composed; without what may be left out. */
function folded(text: string): string {
  return (
    text
      .replace(INVISIBLE, "")
      .toLowerCase()
      .normalize("NFC")
      .replace(OPTIONAL_MARKS, "")
      .replace(/\u0131|i\u0307/g, "i")
      .replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) % 16))
      // What was taken out may have stood between a letter and its accent.
      .normalize("NFC")
  );
}
