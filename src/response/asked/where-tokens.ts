/** A piece of a filter. */
export interface Token {
  readonly kind: "word" | "quoted" | "=" | "!=" | "(" | ")" | "," | "end";
  /** Of a word, and of a quoted text without its quotes; else "". */
  readonly text: string;
  /** Where it begins in the text. */
  readonly at: number;
}

const WORD = /[\p{L}\p{M}\p{N}_-]+/uy;
/** Tried in this order, each from where the last one ended. */
const FORMS: readonly (readonly [kind: Token["kind"], form: RegExp])[] = [
  ["word", WORD],
  ["quoted", /"(?:[^"]|"")*"/y],
  ["!=", /!=/y],
  ["=", /=/y],
  ["(", /\(/y],
  [")", /\)/y],
  [",", /,/y],
];
/** Of the language itself: as names they are quoted, which is never wrong. */
const OWN_WORDS: ReadonlySet<string> = new Set(["and", "or", "not", "in"]);
const SPACE = /\s*/y;

/** The pieces of a filter, an `end` last; or what no piece begins with. */
export function tokensOf(
  text: string,
):
  | { readonly tokens: readonly Token[] }
  | { readonly problem: { readonly message: string; readonly column: number; readonly help: string } } {
  const tokens: Token[] = [];
  for (let at = spaceEnd(text, 0); ; at = spaceEnd(text, at)) {
    if (at >= text.length) return { tokens: [...tokens, { kind: "end", text: "", at }] };
    const found = formAt(text, at);
    if (found === null) return { problem: { ...unknownSign(text, at), column: columnAt(text, at) } };
    const { kind, written } = found;
    tokens.push({ kind, text: textOf(kind, written), at });
    at += written.length;
  }
}

/** A name or a value as a filter has it: bare where it is a word, else in double quotes, each within it doubled. */
export function inWhere(text: string): string {
  WORD.lastIndex = 0;
  return WORD.exec(text)?.[0] === text && !OWN_WORDS.has(text.toLowerCase()) ? text : `"${text.replaceAll('"', '""')}"`;
}

/** A place in a text as people count it: characters, from 1. */
export function columnAt(text: string, at: number): number {
  return [...text.slice(0, at)].length + 1;
}

function textOf(kind: Token["kind"], written: string): string {
  if (kind === "quoted") return written.slice(1, -1).replaceAll('""', '"');
  return kind === "word" ? written : "";
}

function formAt(text: string, at: number): { readonly kind: Token["kind"]; readonly written: string } | null {
  for (const [kind, form] of FORMS) {
    form.lastIndex = at;
    const [written] = form.exec(text) ?? [];
    if (written !== undefined) return { kind, written };
  }
  return null;
}

function spaceEnd(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}

function unknownSign(text: string, at: number): { readonly message: string; readonly help: string } {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (sign === '"')
    return {
      message: "a quote is opened and not closed.",
      help: 'A quote within quotes is doubled: "the ""old"" team"',
    };
  if (sign === "<" || sign === ">")
    return {
      message: `${sign} compares sizes, and the values of a column are words.`,
      help: "List those that are meant: tenure in (1, 2, 3)",
    };
  return {
    message: `${sign} cannot stand bare here.`,
    help: 'Put names and values with other characters than letters, digits, _ and - in double quotes: site = "St. Gallen"',
  };
}
