import type { Tone } from "../tone.ts";

/** A class that colours a text by its meaning, as an attribute; the words say it, too. "": it needs none. */
export function toneClass(tone: Tone, ...more: readonly string[]): string {
  const classes = [...(tone === "plain" ? [] : [`tone-${tone}`]), ...more];
  return classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
}
