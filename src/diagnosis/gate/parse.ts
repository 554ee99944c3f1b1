import type { GateOperator } from "../../audit/verdict.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import { gateProblem, Refused } from "./complaint.ts";
import { cut, depths, type Piece, trimmed, unquoted } from "./scan.ts";
import type { Gate, GateSource, Limit, Named, Outcome, ScopePart, Span } from "./types.ts";

const OPERATORS: Readonly<Record<string, GateOperator>> = {
  ">=": ">=",
  "≥": ">=",
  ">": ">",
  "<=": "<=",
  "≤": "<=",
  "<": "<",
};
const SIGN = /[<>≥≤]=?|[=!]=/g;
const LOOKS =
  "A gate is written QUANTITY, comparison, NUMBER: trust.index >= 55, any(dimension).index >= 40, drop(trust.index) <= 5, n >= 30";
const NAME = /^[a-z][a-z0-9_]*$/;
const LONGEST = 500;

/**
 * Reads one gate: `[SCOPE/]QUANTITY COMPARISON NUMBER`. Names are not looked up here.
 * Problems: GT001 no comparison, GT002 no number, GT003 a test for equality, GT004 what is to be judged is not well formed.
 */
export function parseGate(source: GateSource): Outcome<Gate> {
  try {
    return { value: gateOf(source.text) };
  } catch (error) {
    if (error instanceof Refused) return { problems: [gateProblem(source, error.complaint)] };
    throw error;
  }
}

function gateOf(text: string): Gate {
  if (text.length > LONGEST)
    throw refused("GT004", "The gate is longer than 500 characters.", { span: { at: 0, length: 1 }, help: LOOKS });
  const { left, sign, right } = sides(text);
  const operator = OPERATORS[sign.text];
  if (operator === undefined) throw equality(sign);
  return { text: text.trim(), ...subjectOf(left), operator, limit: limitOf(right) };
}

interface Sides {
  readonly left: Piece;
  readonly sign: Piece;
  readonly right: Piece;
}

function sides(text: string): Sides {
  const found = depths(text);
  if ("openQuote" in found)
    throw refused("GT004", "A quotation mark is opened and not closed.", {
      span: { at: found.openQuote, length: text.length - found.openQuote },
      help: 'A quote within a quoted name is doubled: "the ""old"" team".',
    });
  const signs = [...text.matchAll(SIGN)].filter(({ index }) => found[index] === 0);
  const [first, second] = signs;
  if (first === undefined) throw noComparison(text);
  const [sign] = first;
  if (second !== undefined)
    throw refused("GT001", "There are two comparisons in one gate.", {
      span: { at: second.index, length: second[0].length },
      help: "Write two gates: each is judged by itself.",
    });
  const end = first.index + sign.length;
  return {
    left: trimmed({ text: text.slice(0, first.index), at: 0 }),
    sign: { text: sign, at: first.index },
    right: trimmed({ text: text.slice(end), at: end }),
  };
}

function noComparison(text: string): Refused {
  const inBrackets = /[<>≥≤]/.exec(text);
  const bracket = text.indexOf("(");
  if (inBrackets !== null && bracket >= 0)
    return refused("GT004", "A bracket is opened and not closed before the comparison.", {
      span: { at: bracket, length: 1 },
      help: "drop(), rise() and any() end before the comparison: drop(trust.index) <= 5",
    });
  const single = /=\s*[-+−]?\d[\d.,]*\s*%?\s*$/.exec(text);
  if (single !== null) return equality({ text: "=", at: single.index });
  return refused("GT001", "There is no comparison in this gate.", {
    span: { at: text.trimEnd().length, length: 1 },
    help: LOOKS,
  });
}

function equality({ text, at }: Piece): Refused {
  return refused("GT003", `A gate does not test with ${quote(text)}: an estimate is never exactly a number.`, {
    span: { at, length: text.length },
    help: "Say at least (>=) or at most (<=); of a count, n >= 30 and n <= 30 together mean 30.",
  });
}

function limitOf(piece: Piece): Limit {
  const { text, at } = piece;
  const parts = /^([-+−]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12}))\s*(%)?$/.exec(text);
  const span = { at, length: Math.max(1, text.length) };
  if (parts === null)
    throw refused("GT002", text === "" ? "The number is missing." : `${quote(text)} is not a number.`, {
      span,
      help: text.includes(",")
        ? "The decimals of a gate stand behind a point, in every language: 2.5"
        : "Behind the comparison stands one number, for a share also as a percentage: 55, 2.5, 62 %",
    });
  const [, digits = "", percent] = parts;
  return { ...span, value: Number(digits.replace("−", "-")), isPercent: percent !== undefined };
}

type SubjectParts = Pick<Gate, "scope" | "change" | "each" | "subject" | "statistic">;

function subjectOf(left: Piece): SubjectParts {
  if (left.text === "")
    throw refused("GT004", "It does not say what is to be judged.", { span: { at: left.at, length: 1 }, help: LOOKS });
  const pieces = cut(left, "/");
  const last = pieces.at(-1) ?? left;
  const scope = pieces.slice(0, -1).map(scopePart);
  const wrapped = /^(drop|rise)\s*\((.*)\)$/su.exec(last.text);
  if (wrapped === null) return { scope, change: null, ...pathOf(last) };
  const [, change = "", inner = ""] = wrapped;
  const inside = cut(trimmed({ text: inner, at: last.at + last.text.indexOf("(") + 1 }), "/");
  const innerScope = inside.slice(0, -1).map(scopePart);
  const path = inside.at(-1) ?? last;
  return { scope: [...scope, ...innerScope], change: change === "drop" ? "drop" : "rise", ...pathOf(path) };
}

function scopePart(piece: Piece): ScopePart {
  const span = { at: piece.at, length: Math.max(1, piece.text.length) };
  const whichever = /^(?:any|each)\s*\((.*)\)$/su.exec(piece.text);
  const [column, value, further] = whichever === null ? cut(piece, "=") : [{ text: whichever[1] ?? "" }, null];
  const names = [column, value].map((part) => (part == null ? null : unquoted(part.text.trim())));
  const isWhole = whichever !== null || (value !== undefined && value !== null);
  if (!isWhole || further !== undefined || names[0] == null || names[0] === "" || (value != null && names[1] === null))
    throw refused("GT004", `${quote(piece.text)} names no group.`, {
      span,
      help: 'A group is written COLUMN=VALUE/ before the score, all groups of a column any(COLUMN)/; a name with a slash, a comma or "=" in it is quoted: department="R&D / Lab"/trust.index',
    });
  return { ...span, column: names[0], value: names[1] ?? null };
}

function pathOf(piece: Piece): Pick<Gate, "each" | "subject" | "statistic"> {
  const each = /^(?:any|each)\s*\(\s*([^)]*?)\s*\)\s*(?:\.\s*(.*))?$/su.exec(piece.text);
  const [head, tail] = each === null ? dotted(piece) : [each[1] ?? "", each[2] ?? null];
  const headAt = piece.at + Math.max(0, piece.text.indexOf(head));
  const subject: Named = { name: head, at: headAt, length: Math.max(1, head.length) };
  const statistic =
    tail === null
      ? null
      : { name: tail, at: piece.at + piece.text.lastIndexOf(tail), length: Math.max(1, tail.length) };
  if (each !== null) return { each: kindOf(head, subject), subject, statistic: named(statistic, piece) };
  const wrong = [subject, ...(statistic === null ? [] : [statistic])].find(({ name }) => !NAME.test(name));
  if (wrong !== undefined) throw notWellFormed(piece, wrong);
  return { each: null, subject, statistic };
}

function dotted({ text }: Piece): readonly [string, string | null] {
  const point = text.indexOf(".");
  return point < 0 ? [text, null] : [text.slice(0, point).trim(), text.slice(point + 1).trim()];
}

function named(statistic: Named | null, piece: Piece): Named {
  if (statistic !== null && NAME.test(statistic.name)) return statistic;
  throw notWellFormed(piece, { at: piece.at, length: piece.text.length });
}

function kindOf(text: string, span: Span): "dimension" | "composite" {
  if (text === "dimension" || text === "composite") return text;
  const near = suggest(text, ["dimension", "composite"]);
  throw refused("GT004", `any(${text}) stands for no kind of score.`, {
    span,
    help: "any(dimension).index and any(composite).index are there; of groups, any(COLUMN)/ stands before a score.",
    ...(near === undefined ? {} : { suggestion: near }),
  });
}

function notWellFormed(piece: Piece, span: Span): Refused {
  return refused("GT004", `${quote(piece.text)} is not well formed.`, {
    span,
    help: "A score is written NAME.STATISTIC in small letters, by the ids of the framework: trust.index, credibility.favourable",
  });
}

function refused(
  code: string,
  message: string,
  more: { readonly span: Span; readonly help: string; readonly suggestion?: string },
): Refused {
  return new Refused({ code, message, ...more });
}
