import { Composer, type CST, type Document, Lexer, Parser, type YAMLError } from "yaml";
import { DEEPEST, LONGEST_SCALAR, MOST_PIECES } from "./limits.ts";
import type { Fault } from "./text.ts";
import { syntaxFault } from "./words.ts";

/** The composed document, or what stands in the way. */
export type Composed =
  | { readonly document: Document.Parsed; readonly faults: readonly [] }
  | { readonly document: null; readonly faults: readonly Fault[] };

type Token = CST.Token;

/**
 * Reads text as one YAML 1.2 document. Depth, text length and the number of pieces are counted while the flat token
 * stream is read, before the recursive composer could overflow on it. Duplicate keys are left to `tree.ts`: the
 * library compares every key with every other, which takes minutes on a hostile file.
 */
export function compose(text: string): Composed {
  const { tokens, fault } = readTokens(text);
  if (fault !== undefined) return { document: null, faults: [fault] };
  const composer = new Composer({ version: "1.2", schema: "core", merge: false, uniqueKeys: false });
  const documents = [...composer.compose(tokens, true, text.length)];
  const [document, second] = documents;
  if (second !== undefined) return { document: null, faults: [severalDocuments(second.range[0])] };
  if (document === undefined || document.errors.length > 0) return refused(document?.errors ?? []);
  return { document, faults: [] };
}

function readTokens(text: string): { readonly tokens: readonly Token[]; readonly fault?: Fault } {
  const parser = new Parser();
  const tokens: Token[] = [];
  let pieces = 0;
  for (const piece of new Lexer().lex(text)) {
    pieces += 1;
    const fault = excess({ offset: parser.offset, pieces, length: piece.length, depth: parser.stack.length });
    if (fault !== undefined) return { tokens: [], fault };
    for (const token of parser.next(piece)) {
      if (token.type === "directive") return { tokens: [], fault: directive(token.offset, token.source.length) };
      tokens.push(token);
    }
  }
  tokens.push(...parser.end());
  return { tokens };
}

function excess(seen: { offset: number; pieces: number; length: number; depth: number }): Fault | undefined {
  const at = { offset: seen.offset, length: 1 };
  if (seen.depth > DEEPEST) {
    return {
      ...at,
      code: "FW005",
      message: `Lists and maps stand more than ${DEEPEST} deep inside one another here.`,
      help: "A framework needs six levels at most; look for stray brackets or dashes.",
    };
  }
  if (seen.length > LONGEST_SCALAR) {
    return {
      ...at,
      code: "FW011",
      message: `A single text is longer than ${LONGEST_SCALAR} characters.`,
      help: "Shorten it, or look for a quotation mark that is never closed.",
    };
  }
  if (seen.pieces <= MOST_PIECES) return undefined;
  return {
    ...at,
    code: "FW014",
    message: "The file holds too many values to be a framework.",
    help: "Check that this is the right file.",
  };
}

function directive(offset: number, length: number): Fault {
  return {
    code: "FW012",
    offset,
    length,
    message: "A YAML directive stands here.",
    help: "Remove the line that begins with `%`; a framework is plain YAML 1.2.",
  };
}

function severalDocuments(offset: number): Fault {
  return {
    code: "FW006",
    offset,
    length: 3,
    message: "A second YAML document begins here.",
    help: "Keep one framework in one file, and remove the line `---` or `...` between them.",
  };
}

function refused(errors: readonly YAMLError[]): Composed {
  // What follows the first is nearly always an echo of it: the reader lost its place there.
  const [first] = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  return { document: null, faults: first === undefined ? [] : [syntaxFault(first)] };
}
