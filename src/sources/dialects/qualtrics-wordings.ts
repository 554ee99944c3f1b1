import type { QualtricsHeader } from "./qualtrics-header.ts";

/** A question has fewer parts; a text of nothing but dashes must not cost minutes. */
const MOST_PARTS = 8;

/** What may be the question of each column: the text, then what follows each " - " in it, the longest first. */
export function wordingsOf({ names, texts }: QualtricsHeader): readonly (readonly string[])[] {
  const besideText = new Set(names.flatMap((name) => /^(.+?)_(?:\d+_)?TEXT$/.exec(name)?.[1] ?? []));
  return texts.map((text, at) => {
    const selected = besideText.has(names[at] ?? "") || text.endsWith(" - Selected Choice");
    const asked = selected ? [text, ...tails(withoutLast(text))] : [];
    // A column for each choice: "Are plans known? - Selected Choice - Agree".
    const perChoice = text.replace(" - Selected Choice - ", " - ");
    return [...new Set([...asked, ...tails(text), perChoice])].filter((wording) => wording !== "");
  });
}

/** " - Selected Choice", in whichever language, stands behind a question with a text to be typed in. */
function withoutLast(text: string): string {
  const at = text.lastIndexOf(" - ");
  return at < 0 ? text : text.slice(0, at);
}

/**
 * What follows " - ", or in old exports "-" right behind the end of a sentence ("How far do you agree?-Our plans are known.").
 * The question itself may hold " - ", so nobody can tell at which of them its row begins.
 */
function tails(text: string): readonly string[] {
  const found = [text];
  for (const { index, 0: dash } of text.matchAll(/(?<=[.?!:…]) ?-| - /g))
    if (found.length < MOST_PARTS) found.push(text.slice(index + dash.length).trim());
  return found;
}
