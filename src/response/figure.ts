import { readFigureText } from "../framework/figure-text.ts";
import type { AnswerFault } from "./fault.ts";
import type { AnswerTable } from "./source-plan.ts";

type FigureTable = Pick<AnswerTable, "decimals" | "units" | "ends">;

/**
 * A business figure as a scaled integer, value × 10^decimals. What tools write for a missing answer, and a percentage beyond
 * 0 to 100, is none where the ends of the scale do not reach as far. text: as `normaliseAnswer` writes it.
 */
export function readFigure(text: string, table: FigureTable): number | AnswerFault {
  const figure = readFigureText(withoutUnit(text, table.units), table.decimals);
  if (!("fault" in figure)) {
    const value = figure.scaled / 10 ** table.decimals;
    return isStandIn(value, table) || isBeyondWhole(value, table) ? { kind: "unknown" } : figure.scaled;
  }
  switch (figure.fault) {
    case "no number":
      return { kind: "unknown" };
    case "thousands":
      return { kind: "ambiguous" };
    case "decimals":
      return { kind: "decimals", most: table.decimals };
    case "too large":
      return { kind: "too large" };
  }
}

/** What survey tools and their users write where there is no answer. */
const STAND_INS: ReadonlySet<number> = new Set([-66, -77, -88, -99, -999, -9999, 999, 9999]);

export function isStandIn(value: number, { ends }: Pick<AnswerTable, "ends">): boolean {
  return STAND_INS.has(value) && ends !== undefined && (value < ends.low || value > ends.high);
}

/** A percentage that no part of a whole can be. */
export function isBeyondWhole(value: number, { units, ends }: Pick<AnswerTable, "units" | "ends">): boolean {
  if (ends === undefined || !isPercentage({ units })) return false;
  return (value < 0 && ends.low >= 0) || (value > 100 && ends.high <= 100);
}

export function isPercentage({ units }: Pick<AnswerTable, "units">): boolean {
  return units.some((unit) => /^(?:%|per ?cent)/.test(unit));
}

function withoutUnit(text: string, units: readonly string[]): string {
  const unit = units.find((one) => text.endsWith(one));
  return unit === undefined ? text : text.slice(0, -unit.length).trimEnd();
}
