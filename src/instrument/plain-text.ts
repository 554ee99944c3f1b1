/** A text on one line: survey tools end a row, a choice or a command where a line ends. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/**
 * A plain text where a tool expects HTML and runs what stands in braces (LimeSurvey) or in square brackets (Qualtrics):
 * every such sign is written as an entity. So is the backslash, by which PHP's reader of quoted cells loses a quotation mark.
 */
export function htmlText(text: string): string {
  return oneLine(text).replace(/[&<>{}[\]$\\]/g, (sign) => NAMED[sign] ?? `&#${sign.charCodeAt(0)};`);
}

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** At most so many bytes of UTF-8, cut between characters and ended with an ellipsis. */
export function cutBytes(text: string, most: number): string {
  if (byteLength(text) <= most) return text;
  let kept = "";
  for (const character of text) {
    if (byteLength(kept) + byteLength(character) > most - 3) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Bytes of the text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
