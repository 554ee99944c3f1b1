/** Looking through a gate's text without being fooled by what stands in quotes or brackets. */

/** For each character: how deep it stands in round brackets; null: in quotes. Or where a quote begins that is never closed. */
export function depths(text: string): readonly (number | null)[] | { readonly openQuote: number } {
  let quote = -1;
  let depth = 0;
  const all = text.split("").map((sign, at): number | null => {
    if (sign === '"') {
      quote = quote < 0 ? at : -1;
      return null;
    }
    if (quote >= 0) return null;
    depth += step(sign);
    return sign === "(" ? depth - 1 : depth;
  });
  return quote < 0 ? all : { openQuote: quote };
}

function step(sign: string): number {
  if (sign === "(") return 1;
  return sign === ")" ? -1 : 0;
}

/** A stretch of the gate's text, without the blanks around it. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

export function trimmed({ text, at }: Piece): Piece {
  const start = text.length - text.trimStart().length;
  return { text: text.trim(), at: at + start };
}

/** Cut at every `separator` that stands outside quotes and brackets. */
export function cut({ text, at }: Piece, separator: string): readonly Piece[] {
  const found = depths(text);
  if ("openQuote" in found) return [{ text, at }];
  const pieces: Piece[] = [];
  let start = 0;
  for (let here = 0; here <= text.length; here += 1) {
    if (here < text.length && !(text[here] === separator && found[here] === 0)) continue;
    pieces.push(trimmed({ text: text.slice(start, here), at: at + start }));
    start = here + 1;
  }
  return pieces;
}

/** A name in quotes without them, where a doubled quote is one; others as they are. Null: quotes stand in the middle. */
export function unquoted(text: string): string | null {
  if (!text.includes('"')) return text;
  const inner = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  return inner === undefined ? null : inner.replaceAll('""', '"');
}
