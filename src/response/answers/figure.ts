import { type FigureBounds, isBeyondWhole, isStandIn } from "../../framework/figure-limits.ts";
import { readFigureText } from "../../framework/figure-text.ts";
import type { AnswerTable } from "../source-plan.ts";
import type { AnswerFault } from "./fault.ts";

type FigureTable = Pick<AnswerTable, "decimals" | "units" | "ends">;

/**
 * A business figure as a scaled integer, value × 10^decimals. What tools write for a missing answer, and a percentage beyond
 * 0 to 100, is none where the ends of the scale do not reach as far. text: as `normaliseAnswer` writes it.
 */
export function readFigure(text: string, table: FigureTable): number | AnswerFault {
  const figure = readFigureText(withoutUnit(text, table.units), table.decimals);
  if (!("fault" in figure)) {
    const value = figure.scaled / 10 ** table.decimals;
    return isNone(value, table) ? { kind: "unknown" } : figure.scaled;
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

/** What bounds a figure of this table; null: nothing is known of its ends. */
export function boundsOf({ units, ends }: Pick<AnswerTable, "units" | "ends">): FigureBounds | null {
  return ends === undefined ? null : { unit: units[0] ?? "", ends };
}

function isNone(value: number, table: FigureTable): boolean {
  const bounds = boundsOf(table);
  return bounds !== null && (isStandIn(value, bounds) || isBeyondWhole(value, bounds));
}

function withoutUnit(text: string, units: readonly string[]): string {
  const unit = units.find((one) => text.endsWith(one));
  return unit === undefined ? text : text.slice(0, -unit.length).trimEnd();
}
