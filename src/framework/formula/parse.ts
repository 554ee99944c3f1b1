import jsep from "jsep";
import type { FormulaNode } from "../../numeric/formula.ts";
import { suggest } from "../../problems/suggest.ts";
import { type FormulaToken, formulaTokens } from "./tokens.ts";
import { fromLeftToRight } from "./tree.ts";

export const FUNCTIONS = ["min", "max", "mean", "log"] as const;

type FunctionName = (typeof FUNCTIONS)[number];

/** A formula as a tree. `offsets` says where in the text the names, the divisions and the calls of the tree stand. */
export interface ParsedFormula {
  readonly tree: FormulaNode;
  readonly offsets: ReadonlyMap<FormulaNode, number>;
}

/** Where a formula stops being one, and why. */
export interface FormulaFault {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

// The parser knows JavaScript's operators and literals; a formula has four signs, brackets and four functions.
jsep.removeAllUnaryOps();
jsep.removeAllBinaryOps();
jsep.removeAllLiterals();
jsep.addUnaryOp("-");
jsep.addBinaryOp("+", 9);
jsep.addBinaryOp("-", 9);
jsep.addBinaryOp("*", 10);
jsep.addBinaryOp("/", 10);

/**
 * Parses arithmetic over dimension ids: `+ - * / ( )`, min, max, mean, log, numbers and names. Nothing is evaluated.
 * Whether the names exist is the linter's question.
 */
export function parseFormula(text: string): ParsedFormula | { readonly fault: FormulaFault } {
  const { tokens, stranger } = formulaTokens(text);
  if (stranger !== undefined) {
    return { fault: { offset: stranger, length: 1, message: "This character has no place in a formula." } };
  }
  try {
    const tree = nodeOf(jsep(text));
    return { tree, offsets: offsetsOf(tree, tokens) };
  } catch (error) {
    return { fault: faultOf(error, tokens, text) };
  }
}

/** Thrown inside this file only: a construct the parser library reads and a formula does not have. */
class Refused extends Error {
  constructor(
    message: string,
    readonly word?: string,
  ) {
    super(message);
  }
}

function nodeOf(expression: jsep.Expression): FormulaNode {
  const core = expression as jsep.CoreExpression;
  switch (core.type) {
    case "Literal":
      return numberNode(core.value);
    case "Identifier":
      return { kind: "name", name: core.name };
    case "ThisExpression":
      return { kind: "name", name: "this" };
    case "UnaryExpression":
      return { kind: "negate", operand: nodeOf(core.argument) };
    case "BinaryExpression":
      return { kind: "binary", op: core.operator as "+", left: nodeOf(core.left), right: nodeOf(core.right) };
    case "CallExpression":
      return callNode(core);
    default:
      throw new Refused("A sign is missing between two values, or there is nothing to calculate.");
  }
}

function numberNode(value: unknown): FormulaNode {
  if (typeof value === "number" && Number.isFinite(value)) return { kind: "number", value };
  throw new Refused("This number is too large to calculate with.");
}

function callNode(call: jsep.CallExpression): FormulaNode {
  const callee = call.callee as jsep.CoreExpression;
  if (callee.type !== "Identifier") throw new Refused("A sign is missing before this bracket.");
  const fn = callee.name;
  if (!isFunction(fn)) throw new Refused(`There is no function "${fn}"; a formula has min, max, mean and log.`, fn);
  const args = call.arguments.map(nodeOf);
  if (fn === "log" && args.length !== 1) throw new Refused("The function log takes one value.", fn);
  if (args.length === 0) throw new Refused(`The function ${fn} needs at least one value.`, fn);
  return { kind: "call", fn, args };
}

function isFunction(name: string): name is FunctionName {
  return FUNCTIONS.some((fn) => fn === name);
}

function faultOf(error: unknown, tokens: readonly FormulaToken[], text: string): FormulaFault {
  if (error instanceof Refused) {
    const token = tokens.find((one) => one.text === error.word);
    const suggestion = error.word === undefined ? undefined : suggest(error.word, FUNCTIONS);
    const place =
      token === undefined ? { offset: 0, length: text.length } : { offset: token.offset, length: token.text.length };
    return { ...place, message: error.message, suggestion };
  }
  const { index = 0, description } = error as { index?: number; description?: string };
  if (description === undefined) throw error;
  const offset = Math.min(index, Math.max(0, text.trimEnd().length - 1));
  return { offset, length: 1, message: `The formula cannot be read here: ${description.replace(/[.:]?$/, "")}.` };
}

/** Reading a tree from left to right meets its names, functions and divisions in the order of the text. */
function offsetsOf(tree: FormulaNode, tokens: readonly FormulaToken[]): ReadonlyMap<FormulaNode, number> {
  const nodes = fromLeftToRight(tree);
  const named = nodes.filter((node) => node.kind === "name" || node.kind === "call");
  const divisions = nodes.filter((node) => node.kind === "binary" && node.op === "/");
  return new Map([
    ...paired(
      named,
      tokens.filter((token) => token.kind === "name"),
    ),
    ...paired(
      divisions,
      tokens.filter((token) => token.text === "/"),
    ),
  ]);
}

function paired(nodes: readonly FormulaNode[], tokens: readonly FormulaToken[]): [FormulaNode, number][] {
  return nodes.map((node, index) => [node, tokens[index]?.offset ?? 0]);
}
