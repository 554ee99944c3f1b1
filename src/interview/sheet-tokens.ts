/** One word of a line. Columns count from 1, in UTF-16 units. */
export interface Token {
  readonly kind: "word" | "comment";
  /** As written; of a comment what stands behind `//`. */
  readonly text: string;
  readonly column: number;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  /** Column of a quotation mark that is never closed. */
  readonly unclosed: number | null;
}

/** A line cut at its spaces. Quotation marks at the beginning of a word or behind `=` hold spaces together. */
export function tokensOf(line: string): Tokens {
  const tokens: Token[] = [];
  for (let at = 0; at < line.length; ) {
    if (isSpace(line, at)) {
      at += 1;
      continue;
    }
    if (line.startsWith("//", at)) {
      tokens.push({ kind: "comment", text: line.slice(at + 2), column: at + 1 });
      return { tokens, unclosed: null };
    }
    const end = wordEnd(line, at);
    if (end < 0) return { tokens, unclosed: -end };
    tokens.push({ kind: "word", text: line.slice(at, end), column: at + 1 });
    at = end;
  }
  return { tokens, unclosed: null };
}

/** Where the word ends; negative: minus the column of a quotation mark in it that is never closed. */
function wordEnd(line: string, start: number): number {
  let isNamed = false;
  for (let at = start; at < line.length; at += 1) {
    const opens = line[at] === '"' && (at === start || line[at - 1] === "=");
    if (opens) {
      const close = quoteEnd(line, at);
      if (close < 0) return -(at + 1);
      at = close;
    } else if (isSpace(line, at) || (!isNamed && line.startsWith("//", at))) return at;
    isNamed ||= line[at] === "=";
  }
  return line.length;
}

/** The closing quotation mark; one written twice stands for itself. */
function quoteEnd(line: string, open: number): number {
  for (let at = open + 1; at < line.length; at += 1) {
    if (line[at] !== '"') continue;
    if (line[at + 1] !== '"') return at;
    at += 1;
  }
  return -1;
}

function isSpace(line: string, at: number): boolean {
  return /\s/.test(line[at] ?? "");
}

/** The text between quotation marks, or as it stands; null where something stands behind the closing one. */
export function unquoted(text: string): string | null {
  if (!text.startsWith('"')) return text;
  const inner = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  return inner === undefined ? null : inner.replaceAll('""', '"');
}
