import { isScalar, type Node, type Pair, type Scalar } from "yaml";
import type { Fault } from "./text.ts";

/** A text in braces that a comma cut in two or more. */
interface CutText {
  readonly text: string;
  /** 0-based start, and end (exclusive). */
  readonly span: readonly [number, number];
  /** Pairs that are parts of the text and no keys. */
  readonly parts: number;
}

/**
 * Puts a text together again that stands in braces without quotation marks and holds a comma inside round brackets:
 * YAML reads `{ formula: mean(a, b) }` as the text `mean(a` and a key `b)` without a value.
 * @param pairs all pairs of the map, in order
 * @param at position of the pair whose value may be cut
 * @param source the YAML text
 */
export function cutText(pairs: readonly Pair[], at: number, source: string): CutText | undefined {
  const start = plainText(pairs[at]?.value);
  if (start === undefined) return undefined;
  let open = openBrackets(start.source);
  let end = start.to;
  let parts = 0;
  for (; open > 0; parts += 1) {
    const pair = pairs[at + parts + 1];
    const part = plainText(pair?.key);
    if (part === undefined || pair?.value !== null) break;
    open += openBrackets(part.source);
    end = part.to;
  }
  const span = [start.from, end] as const;
  return parts === 0 ? undefined : { text: source.slice(...span).replace(/\s+/g, " "), span, parts };
}

/** What is said of a text that was cut. */
export function cutFault(key: string, { text, span: [start, end] }: CutText): Fault {
  const shown = /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  return {
    code: "FW016",
    offset: start,
    length: end - start,
    message: `A comma in braces ends a text, so this ${key === "formula" ? "formula" : "text"} is cut in two.`,
    help: `Put it in quotation marks: \`${key}: ${shown}\`.`,
  };
}

interface Plain {
  readonly source: string;
  readonly from: number;
  readonly to: number;
}

function plainText(node: unknown): Plain | undefined {
  if (!isScalar(node as Node) || (node as Scalar).type !== "PLAIN") return undefined;
  const { source, range } = node as Scalar;
  return source === undefined || !range ? undefined : { source, from: range[0], to: range[1] };
}

function openBrackets(text: string): number {
  return text.split("(").length - text.split(")").length;
}
