import type { AnswerTable } from "../source-plan.ts";

/** More answers than this in one cell are free text. */
const MOST = 40;
/** What stands between answers where somebody may choose several. */
const SEPARATOR = /^\s*[;,|/]\s*/;

/**
 * The answers of the scale that a cell lists, each as the table has it: none where any part of the text is something else. Split
 * by the scale's own texts, the longest first: a label may hold commas itself. text: as `normaliseAnswer` writes it.
 */
export function listedAnswers({ codes }: Pick<AnswerTable, "codes">, text: string): readonly string[] {
  const plain = withoutBrackets(text);
  // `,4` and `4,` are no lists but numbers that lost something.
  if (SEPARATOR.test(plain) || /^\d+\s*,$/.test(plain)) return [];
  const known = knownTexts(codes);
  const dead = new Set<number>();
  const from = (at: number, depth: number): readonly string[] | undefined => {
    const start = at + separatorsAt(plain, at);
    if (start >= plain.length) return [];
    if (dead.has(start) || depth > MOST) return undefined;
    for (const one of known.get(plain.charCodeAt(start)) ?? []) {
      const end = start + one.length;
      if (!plain.startsWith(one, start) || !endsAt(plain, end)) continue;
      const rest = from(end, depth + 1);
      if (rest !== undefined) return [one, ...rest];
    }
    dead.add(start);
    return undefined;
  };
  return from(0, 0) ?? [];
}

type KnownTexts = ReadonlyMap<number, readonly string[]>;

/** Of each table in use: a file may hold hundreds of thousands of different texts that are no answers. */
const KNOWN = new WeakMap<AnswerTable["codes"], KnownTexts>();

/** A table's texts by their first character, the longest first. */
function knownTexts(codes: AnswerTable["codes"]): KnownTexts {
  const before = KNOWN.get(codes);
  if (before !== undefined) return before;
  const known = new Map<number, string[]>();
  for (const text of [...codes.keys()].sort((a, b) => b.length - a.length)) {
    const first = text.charCodeAt(0);
    known.set(first, [...(known.get(first) ?? []), text]);
  }
  KNOWN.set(codes, known);
  return known;
}

/** Characters of all separators from here on. */
function separatorsAt(text: string, at: number): number {
  let length = 0;
  for (;;) {
    const more = SEPARATOR.exec(text.slice(at + length))?.[0].length ?? 0;
    if (more === 0) return length;
    length += more;
  }
}

function endsAt(text: string, at: number): boolean {
  return text.slice(at).trim() === "" || SEPARATOR.test(text.slice(at));
}

/** `["agree", "neutral"]` as `agree, neutral`. */
function withoutBrackets(text: string): string {
  const inner = /^\[(.*)\]$/.exec(text)?.[1]?.replace(/(^|[,;])\s*'|'\s*(?=[,;]|$)/g, "$1") ?? text;
  return inner.replace(/["\u201c\u201d]/g, "").trim();
}
