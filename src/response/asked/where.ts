import { spacedAlike } from "../rows/group-text.ts";
import { columnAt, type Token, tokensOf } from "./where-tokens.ts";

/** What a column of somebody's row holds, as groups are written; "" where blank. */
export type CellOf = (column: string) => string;

export type ParsedWhere =
  | {
      /** Each once, in the order named. */
      readonly columns: readonly string[];
      test(cellOf: CellOf): boolean;
    }
  | { readonly problem: WhereProblem };

export interface WhereProblem {
  readonly message: string;
  /** Where in the text, from 1. */
  readonly column: number;
  readonly help: string;
}

/**
 * Who is chosen: `site = North`, `site != North`, `site in (North, "South East")`, `site not in (…)`, put together with `and`, `or`,
 * `not` and parentheses; `not` binds closest, `or` least. Names and values of letters, digits, _ and - stand bare; any other in
 * double quotes, where a doubled quote is one; `""` is blank. Values are compared exactly, but for spaces.
 */
export function parseWhere(text: string): ParsedWhere {
  const read = tokensOf(text);
  if ("problem" in read) return read;
  const parser = new Parser(text, read.tokens);
  try {
    const test = parser.whole();
    return { columns: [...parser.columns], test };
  } catch (error) {
    if (error instanceof WhereFault) return { problem: error.problem };
    throw error;
  }
}

/** Never leaves this file. */
class WhereFault extends Error {
  readonly problem: WhereProblem;
  constructor(problem: WhereProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

type Test = (cellOf: CellOf) => boolean;

/** Deeper parentheses are no filter that anybody wrote. */
const DEEPEST = 100;

const EXAMPLE = 'Write it as in: site = North and tenure in ("0-1 years", "1-3 years")';
const BARE_HELP =
  'Names and values of letters, digits, _ and - stand bare; any other in double quotes: "R&D / Lab" = "Zürich 2"';

/** A recursive descent, one method a rule, lowest binding first. */
class Parser {
  readonly columns = new Set<string>();
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  whole(): Test {
    const test = this.#either();
    const { kind } = this.#next;
    if (kind === "end") return test;
    throw this.#fault(
      kind === ")" ? "a closing parenthesis has no opening one." : "and or or is missing before this.",
      kind === "word" ? BARE_HELP : EXAMPLE,
    );
  }

  #either(): Test {
    const tests = [this.#both()];
    while (this.#takeWord("or")) tests.push(this.#both());
    return (cellOf) => tests.some((test) => test(cellOf));
  }

  #both(): Test {
    const tests = [this.#negated()];
    while (this.#takeWord("and")) tests.push(this.#negated());
    return (cellOf) => tests.every((test) => test(cellOf));
  }

  #negated(): Test {
    let isNot = false;
    while (this.#takeWord("not")) isNot = !isNot;
    const test = this.#take("(") ? this.#inside() : this.#comparison();
    return isNot ? (cellOf) => !test(cellOf) : test;
  }

  #inside(): Test {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw this.#fault("there are too many parentheses within each other.", EXAMPLE);
    const test = this.#either();
    if (!this.#take(")")) throw this.#fault("a parenthesis is opened and not closed.", EXAMPLE);
    this.#depth -= 1;
    return test;
  }

  #comparison(): Test {
    const column = this.#word("the name of a column");
    if (column === "") throw this.#fault("the column name is empty.", EXAMPLE, -1);
    this.columns.add(column);
    if (this.#take("=")) return isOneOf(column, [this.#word("a value")]);
    if (this.#take("!=")) return isNoneOf(column, [this.#word("a value")]);
    const isNot = this.#takeWord("not");
    if (this.#takeWord("in")) return isNot ? isNoneOf(column, this.#list()) : isOneOf(column, this.#list());
    throw this.#fault("=, !=, in or not in is missing here.", this.#next.kind === "word" ? BARE_HELP : EXAMPLE);
  }

  #list(): readonly string[] {
    if (!this.#take("(")) throw this.#fault("the values behind in stand in parentheses.", "site in (North, South)");
    const values = [this.#word("a value")];
    while (this.#take(",")) values.push(this.#word("a value"));
    if (!this.#take(")")) throw this.#fault("a comma or a closing parenthesis is missing here.", BARE_HELP);
    return values;
  }

  /** A bare word, whatever it is, or a quoted text. */
  #word(what: string): string {
    const { kind, text } = this.#next;
    if (kind !== "word" && kind !== "quoted") throw this.#fault(`${what} is missing here.`, EXAMPLE);
    this.#at += 1;
    return spacedAlike(text);
  }

  #take(kind: Token["kind"]): boolean {
    if (this.#next.kind !== kind) return false;
    this.#at += 1;
    return true;
  }

  /** One of the language's own words, whatever its case; in quotes it is a name. */
  #takeWord(word: string): boolean {
    const { kind, text } = this.#next;
    if (kind !== "word" || text.toLowerCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  get #next(): Token {
    return this.#token(0);
  }

  /** Counted from the next one. The last token is always the end. */
  #token(offset: number): Token {
    return this.#tokens[Math.min(this.#at + offset, this.#tokens.length - 1)] ?? { kind: "end", text: "", at: 0 };
  }

  #fault(message: string, help: string, offset = 0): WhereFault {
    return new WhereFault({ message, column: columnAt(this.#text, this.#token(offset).at), help });
  }
}

function isOneOf(column: string, values: readonly string[]): Test {
  const wanted = new Set(values);
  return (cellOf) => wanted.has(cellOf(column));
}

function isNoneOf(column: string, values: readonly string[]): Test {
  const test = isOneOf(column, values);
  return (cellOf) => !test(cellOf);
}
