/** A piece of a formula and its 0-based offset. */
export interface FormulaToken {
  readonly kind: "number" | "name" | "sign";
  readonly text: string;
  readonly offset: number;
}

/** A number does not run into a letter: `1e9` and `0x1f` are no numbers of a formula. */
const TOKEN = /\s+|(?<number>(?:\d+(?:\.\d+)?|\.\d+)(?![\w.]))|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>[-+*/(),])/y;

/**
 * Splits a formula into numbers, names and signs. Anything else (quotes, brackets, dots, comparisons) is the offset
 * of the first character that has no place in a formula.
 */
export function formulaTokens(text: string): { readonly tokens: readonly FormulaToken[]; readonly stranger?: number } {
  const tokens: FormulaToken[] = [];
  const matcher = new RegExp(TOKEN);
  while (matcher.lastIndex < text.length) {
    const offset = matcher.lastIndex;
    const found = matcher.exec(text);
    if (found === null) return { tokens, stranger: offset };
    const [kind, piece] = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (kind !== undefined && piece !== undefined)
      tokens.push({ kind: kind as FormulaToken["kind"], text: piece, offset });
  }
  return { tokens };
}
