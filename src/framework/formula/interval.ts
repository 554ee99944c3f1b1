import type { FormulaNode } from "../../numeric/formula.ts";

/** All values between low and high, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A place where the formula may leave the numbers: a division by zero, or the logarithm of zero or less. */
export interface Hazard {
  readonly kind: "division" | "log";
  readonly node: FormulaNode;
}

export interface Bounds {
  readonly interval: Interval;
  readonly hazards: readonly Hazard[];
}

/**
 * Bounds of a formula when each name ranges over its interval (interval arithmetic: never too narrow; exact when no
 * name appears twice). `log` is the natural logarithm.
 * Where there is a hazard the interval is everything from −∞ to ∞.
 */
export function boundsOf(tree: FormulaNode, ranges: ReadonlyMap<string, Interval>): Bounds {
  const hazards: Hazard[] = [];
  const interval = bound(tree, { ranges, hazards });
  return { interval, hazards };
}

interface Walk {
  readonly ranges: ReadonlyMap<string, Interval>;
  readonly hazards: Hazard[];
}

const EVERYTHING: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function bound(node: FormulaNode, walk: Walk): Interval {
  switch (node.kind) {
    case "number":
      return { low: node.value, high: node.value };
    case "name":
      return walk.ranges.get(node.name) ?? EVERYTHING;
    case "negate": {
      const { low, high } = bound(node.operand, walk);
      return { low: -high, high: -low };
    }
    case "binary":
      return binary(node, walk);
    case "call":
      return call(node, walk);
  }
}

function binary(node: Extract<FormulaNode, { kind: "binary" }>, walk: Walk): Interval {
  const left = bound(node.left, walk);
  const right = bound(node.right, walk);
  if (node.op === "+") return { low: left.low + right.low, high: left.high + right.high };
  if (node.op === "-") return { low: left.low - right.high, high: left.high - right.low };
  if (node.op === "/" && right.low <= 0 && right.high >= 0) {
    walk.hazards.push({ kind: "division", node });
    return EVERYTHING;
  }
  const combine = node.op === "*" ? (a: number, b: number) => a * b : (a: number, b: number) => a / b;
  const corners = [left.low, left.high].flatMap((a) => [combine(a, right.low), combine(a, right.high)]);
  // 0 × ∞ and ∞ ÷ ∞ come only from a hazard further in, which is reported there.
  return corners.some(Number.isNaN) ? EVERYTHING : { low: Math.min(...corners), high: Math.max(...corners) };
}

function call(node: Extract<FormulaNode, { kind: "call" }>, walk: Walk): Interval {
  const args = node.args.map((argument) => bound(argument, walk));
  const lows = args.map((arg) => arg.low);
  const highs = args.map((arg) => arg.high);
  if (node.fn === "min") return { low: Math.min(...lows), high: Math.min(...highs) };
  if (node.fn === "max") return { low: Math.max(...lows), high: Math.max(...highs) };
  if (node.fn === "mean") return { low: mean(lows), high: mean(highs) };
  const [low = 0] = lows;
  const [high = 0] = highs;
  if (low > 0) return { low: Math.log(low), high: Math.log(high) };
  walk.hazards.push({ kind: "log", node });
  return EVERYTHING;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
