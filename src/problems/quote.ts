/** Control characters, and the marks that turn the direction of writing: neither may reach a terminal from a user's file. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const LONGEST_QUOTE = 48;

/** The text with every control or direction character replaced, one for one (a tab by a space). */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => (character === "\t" ? " " : "·"));
}

/** A user's value as a message may show it: in quotation marks, on one line, cut when it is long. */
export function quote(value: string): string {
  const characters = [...visible(value)];
  const shown = characters.length <= LONGEST_QUOTE ? characters : [...characters.slice(0, LONGEST_QUOTE - 1), "…"];
  return `"${shown.join("")}"`;
}
