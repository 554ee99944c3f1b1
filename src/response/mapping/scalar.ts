/** Words that YAML, of one version or another, reads as something else than text. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
/** Characters that a reader cannot see, or that turn the direction of writing: written as what they are. */
const UNSEEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffd]/gu;

/** A text as one YAML scalar on one line: bare where that is safe, else in quotation marks. */
export function scalar(text: string): string {
  return /^[A-Za-z][\w-]*$/.test(text) && !NO_TEXT.test(text) ? text : quoted(text);
}

/** In quotation marks, every character that cannot be seen escaped. JSON strings are YAML. */
export function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1);
  return `"${inner.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}

/** What may stand behind `#`: one line, nothing that steers, cut when it is long. */
export function comment(text: string): string {
  const characters = [...text.replace(UNSEEN, " ").replace(/\s+/g, " ").trim()];
  return characters.length <= 90 ? characters.join("") : `${characters.slice(0, 89).join("")}…`;
}
