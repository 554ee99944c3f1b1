import type { Key } from "../../interview/types.ts";

/** One thing done at the keyboard. */
export type Stroke =
  | {
      readonly kind: "key";
      readonly key: Key;
      /** What it would write on a line; empty for keys that write nothing. */
      readonly text: string;
    }
  | { readonly kind: "paste"; readonly text: string };

/** A key as `node:readline` reports it. */
export interface RawKey {
  readonly name?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
  readonly shift?: boolean | undefined;
}

/**
 * Turns reported keys into strokes. What is pasted comes as one stroke, however long, so that a line break in it cannot
 * answer the questions that follow; null for keys that mean nothing here and for all within a paste but its end.
 */
export function createStrokes(): (text: string | undefined, raw: RawKey) => Stroke | null {
  let pasted: string | null = null;
  return (text, raw) => {
    if (raw.name === "paste-start") {
      pasted = "";
      return null;
    }
    if (raw.name === "paste-end") {
      const whole = pasted;
      pasted = null;
      return whole === null ? null : { kind: "paste", text: whole };
    }
    if (pasted === null) return strokeOf(text, raw);
    pasted += text ?? "";
    return null;
  };
}

function strokeOf(
  text: string | undefined,
  { name, ctrl = false, meta = false, shift = false }: RawKey,
): Stroke | null {
  // With the Alt key a letter is no letter, and an unknown sequence is named "undefined".
  if (meta || name === "undefined") return null;
  const written = text !== undefined && !ctrl && !/\p{Cc}/u.test(text) ? text : "";
  const named = name === "enter" ? "return" : (name ?? written);
  if (named === "") return null;
  return { kind: "key", key: { name: named, ...(ctrl && { ctrl }), ...(shift && { shift }) }, text: written };
}
