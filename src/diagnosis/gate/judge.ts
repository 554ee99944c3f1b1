import type { GateMode, GateOperator, Outcome } from "../../audit/verdict.ts";
import type { Found, Reading } from "./types.ts";

/** A number this near to a limit is one that arithmetic has rounded. */
const ROUNDING = 1e-9;

/** Why it is so, for the words. */
export type Because =
  | "met"
  /** The number misses the limit, its interval does not. */
  | "missed within its interval"
  /** What is not shown could turn it. */
  | "there may be more"
  | "missed"
  /** The whole interval misses it. */
  | "missed clearly"
  /** The number misses it, and there is no interval to judge by. */
  | "missed without interval"
  /** The change exceeds its margin, and may be none at all. */
  | "beyond the margin within chance"
  | "beyond the margin and chance"
  | "no baseline yet"
  | "nothing";

export interface Judgement {
  readonly verdict: Outcome;
  readonly because: Because;
  /** That it was judged by in the end: a number without an interval by itself. */
  readonly mode: GateMode;
}

export interface Rule {
  readonly operator: GateOperator;
  /** In the unit of the reading. */
  readonly limit: number;
  readonly mode: GateMode;
}

/** Holds one number against one limit: on unrounded numbers, except for what arithmetic rounds in the last digits. */
export function judge(reading: Reading, rule: Rule): Judgement {
  const { mode } = rule;
  if (reading.kind === "nothing") return { verdict: "not enough data", because: "nothing", mode };
  if (reading.kind === "no baseline yet") return { verdict: "pass", because: "no baseline yet", mode };
  if (reading.unshown !== undefined && meets(reading.value, rule) !== meets(reading.unshown.most, rule))
    return { verdict: "not enough data", because: "there may be more", mode };
  const used = reading.interval === null ? "point" : mode;
  if (meets(reading.value, rule)) return { verdict: "pass", because: "met", mode: used };
  switch (used) {
    case "point":
      return { verdict: "fail", because: mode === "point" ? "missed" : "missed without interval", mode: used };
    case "confident":
      return best(reading, rule.operator, (end) => meets(end, rule))
        ? { verdict: "pass", because: "missed within its interval", mode: used }
        : { verdict: "fail", because: "missed clearly", mode: used };
    case "regression":
      return (reading.interval?.low ?? 0) > 0
        ? { verdict: "fail", because: "beyond the margin and chance", mode: used }
        : { verdict: "pass", because: "beyond the margin within chance", mode: used };
  }
}

/** Whether the end of the interval that is kindest to the gate meets it. */
function best({ interval, value }: Found, operator: GateOperator, isMet: (end: number) => boolean): boolean {
  const kindest = operator === ">=" || operator === ">" ? interval?.high : interval?.low;
  return isMet(kindest ?? value);
}

function meets(value: number, { operator, limit }: Rule): boolean {
  const near = ROUNDING * Math.max(1, Math.abs(limit));
  switch (operator) {
    case ">=":
      return value >= limit - near;
    case ">":
      return value > limit + near;
    case "<=":
      return value <= limit + near;
    case "<":
      return value < limit - near;
  }
}

/** How far a number is on the good side of the limit; below 0: it misses it. */
export function leeway(value: number, { operator, limit }: Rule): number {
  return operator === ">=" || operator === ">" ? value - limit : limit - value;
}
