import { isBeyondWhole, isStandIn } from "../framework/figure-limits.ts";
import { type FigureText, readFigureText } from "../framework/figure-text.ts";
import type { FigureScale } from "../framework/types.ts";

/** A figure as decimal text with a point, or in words why it is none. */
export type FigureReading = { readonly text: string } | { readonly fault: string };

/** A business figure as somebody types it; the scale's unit may stand behind. */
export function readFigure(line: string, scale: FigureScale): FigureReading {
  const figure = readFigureText(withoutUnit(line.trim(), scale.unit), scale.decimals);
  if ("fault" in figure) return { fault: faultWords(figure, scale.decimals) };
  const bounds = {
    unit: scale.unit.toLowerCase(),
    ends: { low: Math.min(scale.worst, scale.best), high: Math.max(scale.worst, scale.best) },
  };
  const value = figure.scaled / 10 ** scale.decimals;
  if (isBeyondWhole(value, bounds)) return { fault: "A percentage lies between 0 and 100. Please check it." };
  // Scoring takes it for the mark of a missing answer.
  if (isStandIn(value, bounds)) return { fault: "Survey tools write that for no answer. Please check it." };
  const text = figure.fraction === "" ? figure.whole : `${figure.whole}.${figure.fraction}`;
  return { text: figure.negative ? `-${text}` : text };
}

function faultWords({ fault, whole, fraction }: Extract<FigureText, { fault: string }>, decimals: number): string {
  switch (fault) {
    case "no number":
      return "Please type a number, such as 12 or 3.5.";
    case "thousands":
      return `Is that ${whole}${fraction} or ${whole}.${fraction.replace(/0+$/, "0")}? Please type it without thousands.`;
    case "decimals":
      if (decimals === 0) return "Please type a whole number.";
      return `Please type at most ${decimals} ${decimals === 1 ? "digit" : "digits"} after the point.`;
    case "too large":
      return "That number is too large.";
  }
}

function withoutUnit(line: string, unit: string): string {
  const written = unit.toLowerCase();
  if (written === "" || !line.toLowerCase().endsWith(written)) return line;
  return line.slice(0, -written.length).trimEnd();
}
