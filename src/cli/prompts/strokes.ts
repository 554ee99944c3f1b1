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
  /** All that the terminal sent for it. */
  readonly sequence?: string | undefined;
  /** The part of a longer sequence that tells the key, such as `[A`; only these have one. */
  readonly code?: string | undefined;
}

/**
 * Turns reported keys into strokes. What is pasted comes as one stroke, however long, so that a line break in it cannot
 * answer the questions that follow; none for keys that mean nothing here and for all within a paste but its end.
 */
export function createStrokes(): (text: string | undefined, raw: RawKey) => readonly Stroke[] {
  let pasted: string | null = null;
  return (text, raw) => {
    if (raw.name === "paste-start") {
      pasted = "";
      return escapesBefore(raw);
    }
    if (raw.name === "paste-end") {
      const whole = pasted;
      pasted = null;
      return whole === null ? [] : [{ kind: "paste", text: whole }];
    }
    if (pasted === null) return strokesOf(text, raw);
    pasted += text ?? "";
    return [];
  };
}

const ESCAPE: Stroke = { kind: "key", key: { name: "escape" }, text: "" };

/**
 * Escape and a key right behind it arrive as that key with Alt, and nobody can tell the two apart: it is taken as what the
 * fingers did, Escape and then the key.
 */
function strokesOf(text: string | undefined, raw: RawKey): readonly Stroke[] {
  const escapes = escapesBefore(raw);
  if (raw.name === "escape") return escapes.length > 0 ? escapes : [ESCAPE];
  // An arrow with Alt is a sequence of its own, and has no meaning here; nor have sequences nobody knows.
  if (raw.name === "undefined" || (raw.meta === true && raw.code !== undefined)) return escapes;
  return [...escapes, ...(raw.meta === true ? behindEscape(raw) : keyOf(text, raw))];
}

const ESC = "\u001b";

/** Presses of Escape that stand before the key itself. */
function escapesBefore({ sequence = "", code }: RawKey): readonly Stroke[] {
  const all = sequence.length - signOf(sequence).length;
  // A longer sequence begins with one of its own.
  return Array<Stroke>(Math.max(0, code === undefined ? all : all - 1)).fill(ESCAPE);
}

function signOf(sequence: string): string {
  return sequence.startsWith(ESC) ? signOf(sequence.slice(ESC.length)) : sequence;
}

/** Behind Escape the report leaves out what the key writes, and Ctrl. */
function behindEscape(raw: RawKey): readonly Stroke[] {
  const sign = signOf(raw.sequence ?? "");
  const letter = sign.charCodeAt(0);
  if (raw.name !== undefined || letter < 1 || letter > 26) return keyOf(sign, raw);
  return keyOf(undefined, { name: String.fromCharCode(letter + "a".charCodeAt(0) - 1), ctrl: true });
}

function keyOf(text: string | undefined, { name, ctrl = false, shift = false }: RawKey): readonly Stroke[] {
  const written = text !== undefined && !ctrl && !/\p{Cc}/u.test(text) ? text : "";
  const named = name === "enter" ? "return" : (name ?? written);
  if (named === "") return [];
  return [{ kind: "key", key: { name: named, ...(ctrl && { ctrl }), ...(shift && { shift }) }, text: written }];
}
