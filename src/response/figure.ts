import type { AnswerFault } from "./fault.ts";
import type { AnswerTable } from "./source-plan.ts";

/** Scaled figures stay below 2^26, so that their squares, and sums of these over many people, are exact. */
const LARGEST = 67_108_864;

/**
 * A business figure as a scaled integer, value × 10^decimals, from its decimal text; never by way of a binary fraction.
 * text: as `normaliseAnswer` writes it. Decimal point or comma; no separators between thousands, since `1,234` is one
 * number in London and another in Berlin: refused.
 */
export function readFigure(text: string, table: Pick<AnswerTable, "decimals" | "units">): number | AnswerFault {
  const parts = /^([-+]?)(\d+)(?:([.,])(\d+))?$/.exec(withoutUnit(text, table.units));
  if (parts === null) return { kind: "unknown" };
  const [, sign = "", whole = "", mark = "", fraction = ""] = parts;
  // A comma before three digits says nothing; a point is a decimal point where the scale has three decimals.
  if (looksLikeThousands(whole, fraction) && (mark === "," || table.decimals < 3)) return { kind: "ambiguous" };
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > table.decimals) return { kind: "decimals", most: table.decimals };
  const scaled = Number(whole.replace(/^0+(?=\d)/, "") + significant.padEnd(table.decimals, "0"));
  if (scaled >= LARGEST) return { kind: "too large" };
  return sign === "-" && scaled !== 0 ? -scaled : scaled;
}

function withoutUnit(text: string, units: readonly string[]): string {
  const unit = units.find((one) => text.endsWith(one));
  return unit === undefined ? text : text.slice(0, -unit.length).trimEnd();
}

/** 1 to 3 digits, a mark, 3 digits: as thousands are set apart. */
function looksLikeThousands(whole: string, fraction: string): boolean {
  return fraction.length === 3 && whole.length <= 3 && !whole.startsWith("0");
}
