import { readFigureText } from "../framework/figure-text.ts";
import type { AnswerFault } from "./fault.ts";
import type { AnswerTable } from "./source-plan.ts";

/** A business figure as a scaled integer, value × 10^decimals. text: as `normaliseAnswer` writes it. */
export function readFigure(text: string, table: Pick<AnswerTable, "decimals" | "units">): number | AnswerFault {
  const figure = readFigureText(withoutUnit(text, table.units), table.decimals);
  if (!("fault" in figure)) return figure.scaled;
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

function withoutUnit(text: string, units: readonly string[]): string {
  const unit = units.find((one) => text.endsWith(one));
  return unit === undefined ? text : text.slice(0, -unit.length).trimEnd();
}
