/**
 * What else a heading of LimeSurvey tells: it is a code, a text, or both, and a code can hold that of a row
 * (`Q1[C1]`, `Q1_C1`). In the order in which they are to be tried.
 */
export function wordingsOf(heading: string): readonly string[] {
  const [, code, text] = /^([A-Za-z]\w*(?:\s?\[[^\]]*\])*)\s*[.:;|)–—-]\s+(.+)$/.exec(heading) ?? [];
  const row = /^[A-Za-z][A-Za-z0-9]*_([A-Za-z0-9]+)$/.exec(code ?? heading)?.[1];
  return [
    ...(row === undefined ? [] : [`[${row}]`]),
    ...(code === undefined ? [] : [code]),
    ...(text === undefined ? [] : [text]),
  ];
}

/** A text beside the choices: `Q1[other]`, `Q1_comment`, `Q1[C1comment]`, alone or before its text. */
export function isBeside(heading: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*(?:\[\w*(?:other|comment)\]|_\w*(?:other|comment))(?:\s*[.:;|)–—-]\s|$)/i.test(heading);
}

/** What the list of participants says of somebody: `attribute_1`, alone or before its name. */
export function isAttribute(heading: string): boolean {
  return /^attribute_\d+(?:\s*[.:;|)–—-]\s|$)/i.test(heading);
}

/** Seconds spent on a group or a question, or their titles; they stand behind the whole time. */
export function isTiming(heading: string): boolean {
  return /^(?:groupTime\d+|\w+Time)(?:\s*[.:;|)–—-]\s|$)/.test(heading) || /^(?:group|question) time: /i.test(heading);
}
